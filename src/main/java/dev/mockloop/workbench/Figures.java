package dev.mockloop.workbench;

import dev.mockloop.agreement.Kappa;
import java.util.Arrays;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.hipparchus.stat.descriptive.StreamingStatistics;

/**
 * How the machine's scores agree with people's ratings of the same answers. A figure is NaN where
 * it has no value: all of them without an answer, correlations where one side is constant.
 *
 * @param n how many answers
 * @param exact share of answers with the same level, from 0 to 1
 * @param adjacent share with levels at most one apart, from 0 to 1
 * @param qwk Cohen's kappa with quadratic weights (Cohen 1968) of the levels
 * @param r Pearson's correlation of the scores
 * @param smd mean score less mean rating, over the ratings' standard deviation (N - 1)
 * @param rmse root of the mean squared distance between score and rating, in levels
 */
public record Figures(
    int n, double exact, double adjacent, double qwk, double r, double smd, double rmse) {
  /**
   * The figures of a list of answers.
   *
   * @param human ratings, from 1 to 5
   * @param scores the machine's overall scores, in the same order
   * @param levels the levels that these scores reach, from 1 to 5
   */
  public static Figures of(double[] human, double[] scores, int[] levels) {
    int n = human.length;
    double same = 0;
    double near = 0;
    double squares = 0;
    StreamingStatistics people = new StreamingStatistics();
    StreamingStatistics machine = new StreamingStatistics();
    for (int i = 0; i < n; i++) {
      int apart = Math.abs(Rated.level(human[i]) - levels[i]);
      same += apart == 0 ? 1 : 0;
      near += apart <= 1 ? 1 : 0;
      squares += (scores[i] - human[i]) * (scores[i] - human[i]);
      people.addValue(human[i]);
      machine.addValue(scores[i]);
    }
    return new Figures(
        n,
        same / n,
        near / n,
        kappa(human, levels),
        n < 2 ? Double.NaN : new PearsonsCorrelation().correlation(human, scores),
        (machine.getMean() - people.getMean()) / positive(people.getStandardDeviation()),
        Math.sqrt(squares / n));
  }

  /** Kappa with quadratic weights of the levels of ratings with the machine's levels. */
  static double kappa(double[] human, int[] levels) {
    return Kappa.quadratic(Arrays.stream(human).mapToInt(Rated::level).toArray(), levels);
  }

  private static double positive(double value) {
    return value > 0 ? value : Double.NaN;
  }
}
