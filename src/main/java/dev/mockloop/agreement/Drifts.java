package dev.mockloop.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How raters change over time. */
final class Drifts {
  private static final int MOST_RATERS = 50;
  private static final int EARLIER = 0;
  private static final int LATER = 1;

  private Drifts() {}

  static List<Agreement.Drift> of(Ratings ratings, Cut cut) {
    List<Agreement.Drift> all = new ArrayList<>();
    for (int rater = 0; rater < Math.min(MOST_RATERS, ratings.raters().size()); rater++) {
      Seen others = seen(ratings, cut, rater, true);
      boolean against = others.at.size() >= 2;
      Seen seen = against ? others : seen(ratings, cut, rater, false);
      if (seen.at.size() > 0) {
        all.add(drift(ratings.raters().get(rater), seen, against));
      }
    }
    return all;
  }

  private static Agreement.Drift drift(String rater, Seen seen, boolean against) {
    long[] times = new long[seen.at.size()];
    for (int i = 0; i < times.length; i++) {
      times[i] = seen.at.get(i);
    }
    Arrays.sort(times);
    long split = times[times.length / 2];
    Panel.Builder builder = new Panel.Builder();
    long earlier = 0;
    for (int i = 0; i < times.length; i++) {
      boolean before = seen.at.get(i) < split;
      earlier += before ? 1 : 0;
      builder.cell(before ? EARLIER : LATER, seen.off.decimal(i));
      builder.row(1, 1);
    }
    Bootstrap.Intervals intervals =
        Bootstrap.of(builder.build(), p -> w -> new double[] {shift(p, w)});
    return new Agreement.Drift(
        rater,
        earlier,
        times.length - earlier,
        against,
        intervals.figure(0, Measure.SHIFT, () -> "all ratings are of one time"));
  }

  private static double shift(Panel panel, double[] weights) {
    double[] sums = new double[2];
    double[] counts = new double[2];
    for (int row = 0; row < panel.rows(); row++) {
      int cell = panel.start(row);
      sums[panel.column(cell)] += weights[row] * panel.value(cell);
      counts[panel.column(cell)] += weights[row];
    }
    return sums[LATER] / counts[LATER] - sums[EARLIER] / counts[EARLIER];
  }

  private record Seen(LongColumn at, LongColumn off) {}

  /** The dated ratings of a rater, less the mean of the item's other raters if asked for. */
  private static Seen seen(Ratings ratings, Cut cut, int rater, boolean against) {
    Seen seen = new Seen(new LongColumn(), new LongColumn());
    int wanted = cut.criterion().map(ratings::criterionNumber).orElse(-1);
    ratings.eachItem(
        cut,
        item -> {
          for (int cell = ratings.start(item); cell < ratings.end(item); cell++) {
            boolean own =
                ratings.rater(cell) == rater
                    && ratings.at(cell) != Ratings.UNKNOWN
                    && (cut.criterion().isEmpty() || ratings.criterion(cell) == wanted);
            if (own) {
              double others = against ? others(ratings, item, cell) : 0;
              if (!Double.isNaN(others)) {
                seen.at.add(ratings.at(cell));
                seen.off.add(ratings.value(cell) - others);
              }
            }
          }
        });
    return seen;
  }

  /** The mean of the others who rated the same criterion of the same item; NaN without. */
  private static double others(Ratings ratings, int item, int own) {
    double sum = 0;
    int count = 0;
    for (int cell = ratings.start(item); cell < ratings.end(item); cell++) {
      if (cell != own && ratings.criterion(cell) == ratings.criterion(own)) {
        sum += ratings.value(cell);
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }
}
