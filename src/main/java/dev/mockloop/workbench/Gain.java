package dev.mockloop.workbench;

import java.util.Arrays;
import java.util.List;

/**
 * What a fit gains on answers that it has not seen.
 *
 * @param before agreement with the ratings as the rubrics are
 * @param after agreement when each answer is scored by a fit made without it
 * @param qwk kappa after less kappa before, over 0 when the fit is better
 * @param rmse RMSE before less RMSE after, over 0 when the fit is better, in levels
 */
public record Gain(Figures before, Figures after, Interval qwk, Interval rmse) {

  /** An answer's rating with the score and level that it has, and that a fit without it gives. */
  record Held(double human, double score, int level, double fittedScore, int fittedLevel) {}

  /** Whether the whole interval of kappa or of RMSE says better, and neither says worse. */
  public boolean sure() {
    return (qwk.low() > 0 || rmse.low() > 0) && !(qwk.high() < 0) && !(rmse.high() < 0);
  }

  static Gain of(List<Held> held) {
    double[] human = held.stream().mapToDouble(Held::human).toArray();
    double[] scores = held.stream().mapToDouble(Held::score).toArray();
    int[] levels = held.stream().mapToInt(Held::level).toArray();
    double[] fitted = held.stream().mapToDouble(Held::fittedScore).toArray();
    int[] fittedLevels = held.stream().mapToInt(Held::fittedLevel).toArray();
    return new Gain(
        Figures.of(human, scores, levels),
        Figures.of(human, fitted, fittedLevels),
        Interval.of(
            human.length,
            drawn ->
                Figures.kappa(pick(human, drawn), pick(fittedLevels, drawn))
                    - Figures.kappa(pick(human, drawn), pick(levels, drawn))),
        Interval.of(
            human.length, drawn -> rmse(human, scores, drawn) - rmse(human, fitted, drawn)));
  }

  private static double rmse(double[] human, double[] scores, int[] drawn) {
    return Math.sqrt(
        Arrays.stream(drawn)
            .mapToDouble(i -> (scores[i] - human[i]) * (scores[i] - human[i]))
            .average()
            .orElse(Double.NaN));
  }

  private static double[] pick(double[] values, int[] drawn) {
    return Arrays.stream(drawn).mapToDouble(i -> values[i]).toArray();
  }

  private static int[] pick(int[] values, int[] drawn) {
    return Arrays.stream(drawn).map(i -> values[i]).toArray();
  }
}
