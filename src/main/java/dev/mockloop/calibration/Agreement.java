package dev.mockloop.calibration;

import dev.mockloop.agreement.Kappa;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.hipparchus.stat.descriptive.StreamingStatistics;

/**
 * How two raters, or a rater and the machine, agree over the same answers.
 *
 * @param n how many answers
 * @param r Pearson's correlation; NaN when one of them gives everything the same
 * @param qwk Cohen's kappa with quadratic weights (Cohen 1968) of the levels, rounded half up and
 *     kept within 1 and 5
 * @param exact the share of answers with the same level
 * @param adjacent the share with levels at most one apart
 * @param smd the difference of the means over the first one's standard deviation (N - 1)
 */
public record Agreement(int n, double r, double qwk, double exact, double adjacent, double smd) {
  private static final int LEVELS = 5;

  /** The agreement of a second list of scores with a first one, the people's. */
  public static Agreement of(List<Double> people, List<Double> others) {
    double[] first = array(people);
    double[] second = array(others);
    int same = 0;
    int near = 0;
    for (int i = 0; i < first.length; i++) {
      int apart = Math.abs(level(first[i]) - level(second[i]));
      same += apart == 0 ? 1 : 0;
      near += apart <= 1 ? 1 : 0;
    }
    StreamingStatistics ofFirst = statistics(first);
    return new Agreement(
        first.length,
        pearson(people, others),
        qwk(first, second),
        (double) same / first.length,
        (double) near / first.length,
        (statistics(second).getMean() - ofFirst.getMean()) / ofFirst.getStandardDeviation());
  }

  /** Pearson's correlation, or NaN for fewer than two or for equal values. */
  static double pearson(List<Double> first, List<Double> second) {
    return first.size() < 2
        ? Double.NaN
        : new PearsonsCorrelation().correlation(array(first), array(second));
  }

  /** The correlation of two lists with a third held constant (Yule 1907). */
  static double partial(List<Double> first, List<Double> second, List<Double> held) {
    double ab = pearson(first, second);
    double ac = pearson(first, held);
    double bc = pearson(second, held);
    return (ab - ac * bc) / Math.sqrt((1 - ac * ac) * (1 - bc * bc));
  }

  private static double qwk(double[] first, double[] second) {
    return Kappa.quadratic(levels(first), levels(second));
  }

  private static int[] levels(double[] scores) {
    return Arrays.stream(scores).mapToInt(Agreement::level).toArray();
  }

  /** The level that a score is nearest to. */
  static int level(double score) {
    return (int) Math.clamp(Math.floor(score + 0.5), 1, LEVELS);
  }

  private static StreamingStatistics statistics(double[] values) {
    StreamingStatistics statistics = new StreamingStatistics();
    for (double value : values) {
      statistics.addValue(value);
    }
    return statistics;
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
