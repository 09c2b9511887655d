package dev.mockloop.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.special.Erf;

/**
 * Whether words stand in more answers of one group than of another: Dunning's log-likelihood ratio
 * G2 over the table of answers with and without them (Dunning 1993, "Accurate methods for the
 * statistics of surprise and coincidence"). Answers are counted and not occurrences, so that one
 * answer that repeats itself does not make a pattern.
 */
final class LikelihoodRatio {
  private LikelihoodRatio() {}

  /**
   * G2 of a table of two by two: twice the sum of observed times log of observed over expected.
   *
   * @param first texts of the first group with the words
   * @param firstAll all texts of the first group
   * @param second texts of the second group with them
   * @param secondAll all texts of the second group
   */
  static double g2(double first, double firstAll, double second, double secondAll) {
    double all = firstAll + secondAll;
    double with = first + second;
    return 2
        * (term(first, firstAll * with / all)
            + term(second, secondAll * with / all)
            + term(firstAll - first, firstAll * (all - with) / all)
            + term(secondAll - second, secondAll * (all - with) / all));
  }

  private static double term(double observed, double expected) {
    return observed == 0 ? 0 : observed * Math.log(observed / expected);
  }

  /** Upper tail of the chi squared distribution with one degree of freedom. */
  static double p(double g2) {
    return Erf.erfc(Math.sqrt(Math.max(0, g2) / 2));
  }

  /**
   * The false discovery rate at which each of several tests would be taken (Benjamini and Hochberg
   * 1995): p times the number of tests over its rank, made to rise with p.
   */
  static List<Double> q(List<Double> ps) {
    List<Integer> byP =
        IntStream.range(0, ps.size()).boxed().sorted(Comparator.comparing(ps::get)).toList();
    List<Double> qs = new ArrayList<>(ps);
    double least = 1;
    for (int rank = ps.size(); rank >= 1; rank--) {
      int test = byP.get(rank - 1);
      least = Math.min(least, ps.get(test) * ps.size() / rank);
      qs.set(test, least);
    }
    return qs;
  }
}
