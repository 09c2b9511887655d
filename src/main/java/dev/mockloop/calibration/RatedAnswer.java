package dev.mockloop.calibration;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An answer that people have rated.
 *
 * @param question the id of what was asked
 * @param kind what sort of answer it is, such as {@code graded} or {@code stuffed}
 * @param ratings overall levels by rater, at least one
 */
public record RatedAnswer(
    String id, String question, String kind, String text, SortedMap<String, Double> ratings) {

  public RatedAnswer {
    ratings = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(ratings));
  }

  static RatedAnswer of(
      String id, String question, String kind, String text, Map<String, Double> ratings) {
    return new RatedAnswer(id, question, kind, text, new TreeMap<>(ratings));
  }

  /** The mean over its raters. */
  public double mean() {
    return ratings.values().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
