package dev.mockloop.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/**
 * From signals to merit: a logistic curve over their weighted sum, moved so that no evidence at all
 * is exactly 0. As no weight is negative, more evidence never lowers it.
 *
 * @param base where the curve begins, below 0
 * @param storyBase the same for questions that ask for a story
 * @param weights how much each signal counts, 0 or more
 */
public record LevelModel(double base, double storyBase, Map<Signal, Double> weights) {
  /** The curve is stretched so that a full 5 is reached and not only neared. */
  private static final double REACH = 1.1;

  private static final String SHIPPED = "/dev/mockloop/scoring/level-model.properties";

  public LevelModel {
    weights = Map.copyOf(weights);
    if (weights.values().stream().anyMatch(w -> w < 0)) {
      throw new IllegalArgumentException("a weight of the level model is negative: " + weights);
    }
  }

  /** The model that ships; {@code mockloop calibrate fit} makes it. */
  public static LevelModel load() {
    try (InputStream in = LevelModel.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException(SHIPPED + " is not on the class path; build again");
      }
      Properties properties = new Properties();
      properties.load(in);
      Map<Signal, Double> weights = new EnumMap<>(Signal.class);
      for (Signal signal : Signal.values()) {
        weights.put(signal, number(properties, signal.id()));
      }
      return new LevelModel(number(properties, "base"), number(properties, "story-base"), weights);
    } catch (IOException e) {
      throw new UncheckedIOException("the level model cannot be read", e);
    }
  }

  private static double number(Properties properties, String key) {
    return Double.parseDouble(properties.getProperty(key, "0"));
  }

  /** Merit from 0 to 1. */
  public double merit(Map<Signal, Double> signals, boolean story) {
    return merit(sum(signals), story);
  }

  /** Merit from 0 to 1 of a weighted sum of signals. */
  double merit(double sum, boolean story) {
    double from = story ? storyBase : base;
    double least = logistic(from);
    return Math.min(1, REACH * (logistic(from + sum) - least) / (1 - least));
  }

  /**
   * How the merit came about: each signal's share of it, in proportion to its weighted value. The
   * shares add up to the merit.
   */
  public Map<Signal, Double> shares(Map<Signal, Double> signals, boolean story) {
    double sum = sum(signals);
    double merit = merit(signals, story);
    Map<Signal, Double> shares = new EnumMap<>(Signal.class);
    signals.forEach(
        (signal, value) -> shares.put(signal, sum == 0 ? 0 : merit * value * weight(signal) / sum));
    return shares;
  }

  /** The weighted sum of signals. */
  double sum(Map<Signal, Double> signals) {
    double sum = 0;
    for (Signal signal : Signal.values()) {
      sum += weight(signal) * signals.getOrDefault(signal, 0.0);
    }
    return sum;
  }

  /** A signal's weight, 0 or more. */
  public double weight(Signal signal) {
    return weights.getOrDefault(signal, 0.0);
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
