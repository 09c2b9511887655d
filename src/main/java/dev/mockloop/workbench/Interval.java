package dev.mockloop.workbench;

import dev.mockloop.agreement.Quantile;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * A figure with its bootstrap 95% interval.
 *
 * @param value of all answers; may be NaN
 * @param low the 2.5th percentile over resamples
 * @param high the 97.5th
 */
public record Interval(double value, double low, double high) {
  private static final int RESAMPLES = 2000;
  private static final long SEED = 20_260_101;
  private static final double TAIL = 0.025;

  /**
   * The percentile bootstrap (Efron 1979): answers are drawn with replacement as often as there
   * are, 2,000 times, from a fixed seed. Resamples in which the figure has no value are passed
   * over.
   *
   * @param figure of the answers with these indexes
   */
  static Interval of(int answers, ToDoubleFunction<int[]> figure) {
    int[] all = new int[answers];
    Arrays.setAll(all, i -> i);
    SplittableRandom random = new SplittableRandom(SEED);
    double[] values = new double[RESAMPLES];
    int[] drawn = new int[answers];
    for (int r = 0; r < RESAMPLES; r++) {
      Arrays.setAll(drawn, i -> random.nextInt(answers));
      values[r] = figure.applyAsDouble(drawn);
    }
    double[] sound = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    return new Interval(
        figure.applyAsDouble(all), percentile(sound, TAIL), percentile(sound, 1 - TAIL));
  }

  private static double percentile(double[] sorted, double share) {
    return sorted.length == 0 ? Double.NaN : Quantile.of(sorted, share);
  }
}
