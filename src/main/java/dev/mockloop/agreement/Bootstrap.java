package dev.mockloop.agreement;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Intervals by resampling items with replacement (Efron 1979): percentile intervals of 95% over
 * 1000 resamples from a fixed seed, so that the same table always has the same intervals.
 *
 * <p>Of more than 10 000 items, 10 000 are drawn once, without replacement, and resampled; what the
 * resamples differ by from that sample's own figure is drawn in by the root of 10 000 over the
 * number of items and laid about the figure of all items (an m out of n bootstrap; Bickel, Götze
 * and van Zwet 1997). The work is thus bounded however long the table is.
 *
 * <p>Where more than one resample in twenty leaves a statistic undefined, it has no interval.
 */
final class Bootstrap {
  static final int RESAMPLES = 1000;
  static final int MOST_DRAWN = 10_000;
  private static final long SEED = 20_260_101;
  private static final double TAIL = 0.025;
  private static final double FEW_UNDEFINED = 0.05;

  private Bootstrap() {}

  /** Several statistics of a panel, as functions of the weights of its rows; NaN if undefined. */
  interface Statistics {
    UnaryOperator<double[]> over(Panel panel);
  }

  /** Intervals of several statistics at once. */
  static Intervals of(Panel panel, Statistics statistics) {
    double[] estimates = statistics.over(panel).apply(panel.weights());
    boolean isLong = panel.items() > MOST_DRAWN;
    Panel drawnFrom = isLong ? panel.sample(MOST_DRAWN, new SplittableRandom(SEED)) : panel;
    UnaryOperator<double[]> resampled = statistics.over(drawnFrom);
    double[] centre = isLong ? resampled.apply(drawnFrom.weights()) : estimates;
    Draw draw = new Draw(drawnFrom.weights());
    double[][] off = new double[estimates.length][RESAMPLES];
    for (int b = 0; b < RESAMPLES; b++) {
      double[] replicate = resampled.apply(draw.next());
      for (int s = 0; s < estimates.length; s++) {
        off[s][b] = replicate[s] - centre[s];
      }
    }
    return new Intervals(estimates, off, Math.sqrt(drawnFrom.items() / panel.items()));
  }

  /** Estimates, and how far off they were in each resample. */
  record Intervals(double[] estimates, double[][] off, double shrink) {

    /** The figure of a statistic; the reason is asked for where its value is not a number. */
    Figure figure(int statistic, Measure measure, Supplier<String> why) {
      double value = estimates[statistic];
      return Double.isFinite(value)
          ? new Figure.Known(measure, value, interval(statistic))
          : new Figure.Undefined(measure, why.get());
    }

    Optional<Interval> interval(int statistic) {
      double[] sorted = Arrays.stream(off[statistic]).filter(Double::isFinite).sorted().toArray();
      double estimate = estimates[statistic];
      int all = off[statistic].length;
      if (!Double.isFinite(estimate) || sorted.length < Math.ceil(all * (1 - FEW_UNDEFINED))) {
        return Optional.empty();
      }
      return Optional.of(
          new Interval(
              estimate + shrink * Quantile.of(sorted, TAIL),
              estimate + shrink * Quantile.of(sorted, 1 - TAIL)));
    }
  }

  /** Draws weights: items with replacement, each row as often as it was hit. */
  private static final class Draw {
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final double[] upTo;
    private final double[] next;
    private final int items;

    Draw(double[] weights) {
      upTo = new double[weights.length];
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i];
        upTo[i] = sum;
      }
      next = new double[weights.length];
      items = (int) Math.min(Integer.MAX_VALUE, sum);
    }

    double[] next() {
      Arrays.fill(next, 0);
      for (int d = 0; d < items; d++) {
        next[row(random.nextInt(items))]++;
      }
      return next;
    }

    /** The row of an item: the first whose running sum is above the item's number. */
    private int row(int item) {
      if (upTo.length == items) {
        return item;
      }
      int found = Arrays.binarySearch(upTo, item);
      return found >= 0 ? found + 1 : -found - 1;
    }
  }
}
