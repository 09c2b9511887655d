package dev.mockloop.agreement;

/**
 * Gwet's AC1 and AC2 of any number of raters with missing ratings.
 *
 * <p>With r<sub>ik</sub> of the r<sub>i</sub> raters of item i at level k, and agreement weights
 * w<sub>kl</sub> of 1 for the same level and, for AC2, 1 - (k - l)² / (max - min)²: observed
 * agreement is the mean over items with two ratings or more of the weighted share of agreeing
 * pairs; chance is T / (q (q - 1)) times the sum of p<sub>k</sub> (1 - p<sub>k</sub>), where T adds
 * all weights, q is the number of levels and p<sub>k</sub> the mean share of a level (Gwet 2008;
 * Gwet 2014, Handbook of Inter-Rater Reliability, 4th edition, chapters 4 and 5).
 */
final class Gwet {
  private Gwet() {}

  /** The coefficient of two raters from their table of levels. */
  static double ofTable(Scale scale, double[][] table, double n, boolean quadratic) {
    int q = scale.size();
    double observed = 0;
    double[] share = new double[q];
    for (int k = 0; k < q; k++) {
      for (int l = 0; l < q; l++) {
        observed += table[k][l] * weight(scale, k, l, quadratic) / n;
        share[k] += (table[k][l] + table[l][k]) / (2 * n);
      }
    }
    return corrected(scale, observed, share, quadratic);
  }

  /**
   * The coefficient of any number of raters.
   *
   * @param counts of ratings by row and level
   * @param weights of the rows
   */
  static double of(Scale scale, double[][] counts, double[] weights, boolean quadratic) {
    int q = scale.size();
    double agreed = 0;
    double several = 0;
    double all = 0;
    double[] share = new double[q];
    for (int row = 0; row < counts.length; row++) {
      double ratings = 0;
      for (double count : counts[row]) {
        ratings += count;
      }
      all += weights[row];
      for (int k = 0; k < q; k++) {
        share[k] += weights[row] * counts[row][k] / ratings;
      }
      if (ratings >= 2) {
        several += weights[row];
        agreed += weights[row] * pairs(scale, counts[row], quadratic) / (ratings * (ratings - 1));
      }
    }
    for (int k = 0; k < q; k++) {
      share[k] /= all;
    }
    return corrected(scale, agreed / several, share, quadratic);
  }

  private static double pairs(Scale scale, double[] counts, boolean quadratic) {
    double sum = 0;
    for (int k = 0; k < counts.length; k++) {
      if (counts[k] > 0) {
        double near = 0;
        for (int l = 0; l < counts.length; l++) {
          near += weight(scale, k, l, quadratic) * counts[l];
        }
        sum += counts[k] * (near - 1);
      }
    }
    return sum;
  }

  private static double corrected(Scale scale, double observed, double[] share, boolean quadratic) {
    int q = scale.size();
    double total = 0;
    double spread = 0;
    for (int k = 0; k < q; k++) {
      spread += share[k] * (1 - share[k]);
      for (int l = 0; l < q; l++) {
        total += weight(scale, k, l, quadratic);
      }
    }
    double chance = total / (q * (q - 1.0)) * spread;
    return (observed - chance) / (1 - chance);
  }

  private static double weight(Scale scale, int k, int l, boolean quadratic) {
    if (k == l || !quadratic) {
      return k == l ? 1 : 0;
    }
    double apart = scale.level(k) - scale.level(l);
    double most = scale.level(scale.size() - 1) - scale.level(0);
    return 1 - apart * apart / (most * most);
  }
}
