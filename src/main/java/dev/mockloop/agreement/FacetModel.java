package dev.mockloop.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The likelihood of a many-facet rating-scale model (Andrich 1978; Linacre 1989): the log odds of
 * level k against k - 1 are the item's measure less the severity of the rater, less the difficulty
 * of the criterion, less threshold k.
 *
 * <p>It is the likelihood of an item's ratings given their total (Andersen 1970), from which the
 * item's measure falls out. So estimates are consistent however few raters an item has, where joint
 * maximum likelihood is biased, and items with all ratings at the bottom or the top need no special
 * treatment: they say nothing of raters, and add nothing. Totals are summed by convolution.
 *
 * <p>Parameters: severities of raters, difficulties of criteria, thresholds; each kind adds to
 * zero, so its last one is left out. Not for several threads at once.
 */
final class FacetModel {
  private final int raters;
  private final int criteria;
  private final int steps;
  private final List<int[]> sets = new ArrayList<>();
  private final int[] setOf;
  private final int[] totalOf;
  private final int[][] levels;
  private final int[] raterOf;
  private final int[] criterionOf;
  private final double priorError;
  private double[] knownFor = new double[0];
  private double[][][][] known = new double[0][][][];

  /**
   * @param raterOf each column, from 0
   * @param criterionOf each column, from 0
   * @param steps levels less one
   * @param priorError standard deviation in logits of a normal prior of each parameter; infinite
   *     for none
   */
  FacetModel(
      Panel panel,
      int[] raterOf,
      int[] criterionOf,
      int raters,
      int criteria,
      int steps,
      double priorError) {
    this.priorError = priorError;
    this.raters = raters;
    this.criteria = criteria;
    this.steps = steps;
    this.raterOf = raterOf;
    this.criterionOf = criterionOf;
    setOf = new int[panel.rows()];
    totalOf = new int[panel.rows()];
    levels = new int[panel.rows()][];
    Map<List<Integer>, Integer> known = new HashMap<>();
    for (int row = 0; row < panel.rows(); row++) {
      int from = panel.start(row);
      int size = panel.end(row) - from;
      int[] columns = new int[size];
      levels[row] = new int[size];
      for (int i = 0; i < size; i++) {
        columns[i] = panel.column(from + i);
        levels[row][i] = (int) panel.value(from + i);
        totalOf[row] += levels[row][i];
      }
      List<Integer> key = Arrays.stream(columns).boxed().toList();
      setOf[row] = known.computeIfAbsent(key, k -> add(columns));
    }
  }

  private int add(int[] columns) {
    sets.add(columns);
    return sets.size() - 1;
  }

  /** How many parameters are free. */
  int free() {
    return (raters - 1) + (criteria - 1) + (steps - 1);
  }

  /** Which parameters, all of them, a free vector stands for. */
  double[] full(double[] free) {
    double[] full = new double[raters + criteria + steps];
    int from = 0;
    int to = 0;
    for (int size : new int[] {raters, criteria, steps}) {
      double sum = 0;
      for (int i = 0; i < size - 1; i++) {
        full[to + i] = free[from + i];
        sum += free[from + i];
      }
      full[to + size - 1] = -sum;
      from += size - 1;
      to += size;
    }
    return full;
  }

  /** The slope of the log likelihood along the free parameters. */
  double[] gradient(double[] free, double[] weights) {
    double[] full = full(free);
    double[] slope = new double[full.length];
    double[][] bySetAndTotal = new double[sets.size()][];
    for (int row = 0; row < setOf.length; row++) {
      int set = setOf[row];
      if (bySetAndTotal[set] == null) {
        bySetAndTotal[set] = new double[sets.get(set).length * steps + 1];
      }
      bySetAndTotal[set][totalOf[row]] += weights[row];
      for (int i = 0; i < levels[row].length; i++) {
        count(slope, sets.get(set)[i], levels[row][i], -weights[row]);
      }
    }
    for (int set = 0; set < sets.size(); set++) {
      double[][][] chances = known(full)[set];
      for (int total = 0; total < chances.length; total++) {
        if (bySetAndTotal[set][total] > 0) {
          for (int i = 0; i < sets.get(set).length; i++) {
            for (int k = 1; k <= steps; k++) {
              count(slope, sets.get(set)[i], k, bySetAndTotal[set][total] * chances[total][i][k]);
            }
          }
        }
      }
    }
    for (int p = 0; p < full.length; p++) {
      slope[p] -= full[p] / (priorError * priorError);
    }
    return reduced(slope);
  }

  private void count(double[] slope, int column, int level, double weight) {
    slope[raterOf[column]] += weight * level;
    slope[raters + criterionOf[column]] += weight * level;
    for (int step = 0; step < level; step++) {
      slope[raters + criteria + step] += weight;
    }
  }

  private double[] reduced(double[] slope) {
    double[] reduced = new double[free()];
    int from = 0;
    int to = 0;
    for (int size : new int[] {raters, criteria, steps}) {
      for (int i = 0; i < size - 1; i++) {
        reduced[to + i] = slope[from + i] - slope[from + size - 1];
      }
      from += size;
      to += size - 1;
    }
    return reduced;
  }

  /** The chances of all sets, kept for the next call with the same parameters. */
  private double[][][][] known(double[] full) {
    if (!Arrays.equals(full, knownFor)) {
      knownFor = full;
      known = new double[sets.size()][][][];
      for (int set = 0; set < known.length; set++) {
        known[set] = chances(sets.get(set), full);
      }
    }
    return known;
  }

  /** The chance of each level of each column of a set, by the set's total: [total][i][level]. */
  private double[][][] chances(int[] set, double[] full) {
    int size = set.length;
    double[][] odds = odds(set, full);
    double[][] before = new double[size + 1][];
    double[][] behind = new double[size + 1][];
    before[0] = new double[] {1};
    behind[size] = new double[] {1};
    for (int i = 0; i < size; i++) {
      before[i + 1] = product(before[i], odds[i]);
      behind[size - 1 - i] = product(behind[size - i], odds[size - 1 - i]);
    }
    double[] all = before[size];
    double[][][] chances = new double[all.length][size][steps + 1];
    for (int i = 0; i < size; i++) {
      double[] others = product(before[i], behind[i + 1]);
      for (int total = 0; total < all.length; total++) {
        for (int k = Math.max(0, total - others.length + 1); k <= Math.min(steps, total); k++) {
          chances[total][i][k] = odds[i][k] * others[total - k] / all[total];
        }
      }
    }
    return chances;
  }

  /** Odds of levels, about the set's mean severity so that products stay in range. */
  private double[][] odds(int[] set, double[] full) {
    double middle = 0;
    for (int column : set) {
      middle += (full[raterOf[column]] + full[raters + criterionOf[column]]) / set.length;
    }
    double[][] odds = new double[set.length][steps + 1];
    for (int i = 0; i < set.length; i++) {
      double severity = full[raterOf[set[i]]] + full[raters + criterionOf[set[i]]] - middle;
      double log = 0;
      double most = 0;
      for (int k = 1; k <= steps; k++) {
        log -= severity + full[raters + criteria + k - 1];
        odds[i][k] = log;
        most = Math.max(most, log);
      }
      for (int k = 0; k <= steps; k++) {
        odds[i][k] = Math.exp(odds[i][k] - most);
      }
    }
    return odds;
  }

  private static double[] product(double[] a, double[] b) {
    double[] product = new double[a.length + b.length - 1];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        product[i + j] += a[i] * b[j];
      }
    }
    return product;
  }

  /**
   * Fit of raters: mean squares of what was given about what was to be expected given the item's
   * total, both 1 when the model holds (Wright and Masters 1982; conditional as in Müller 2020).
   *
   * @param ratings that can tell, those of items with some room above and below
   * @param infit weighted by information
   * @param outfit each rating alike, so sensitive to surprises
   */
  record Fit(double ratings, double infit, double outfit) {}

  /** The fit of each rater. */
  List<Fit> fit(double[] free, double[] weights) {
    double[] full = full(free);
    double[] squares = new double[raters];
    double[] variances = new double[raters];
    double[] standardized = new double[raters];
    double[] counts = new double[raters];
    for (int row = 0; row < setOf.length; row++) {
      int[] set = sets.get(setOf[row]);
      double[][] chances = known(full)[setOf[row]][totalOf[row]];
      for (int i = 0; i < set.length; i++) {
        double mean = 0;
        double square = 0;
        for (int k = 1; k <= steps; k++) {
          mean += k * chances[i][k];
          square += (double) k * k * chances[i][k];
        }
        double variance = square - mean * mean;
        if (variance > 1e-9) {
          double off = levels[row][i] - mean;
          int rater = raterOf[set[i]];
          squares[rater] += weights[row] * off * off;
          variances[rater] += weights[row] * variance;
          standardized[rater] += weights[row] * off * off / variance;
          counts[rater] += weights[row];
        }
      }
    }
    List<Fit> fits = new ArrayList<>();
    for (int r = 0; r < raters; r++) {
      fits.add(new Fit(counts[r], squares[r] / variances[r], standardized[r] / counts[r]));
    }
    return fits;
  }

  /** How many chances are kept at once. */
  long size() {
    return sets.stream()
        .mapToLong(s -> ((long) s.length * steps + 1) * s.length * (steps + 1))
        .sum();
  }
}
