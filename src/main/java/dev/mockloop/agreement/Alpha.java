package dev.mockloop.agreement;

/**
 * Krippendorff's alpha with the ordinal metric, ratings may be missing (Krippendorff 2011,
 * Computing Krippendorff's Alpha-Reliability; Hayes and Krippendorff 2007): one less observed over
 * expected disagreement, where two levels are as far apart as ratings lie from the one to the
 * other, half of those at the two ends counted.
 */
final class Alpha {
  private Alpha() {}

  /** Of two raters, from their table of levels. */
  static double ofTable(double[][] table) {
    int q = table.length;
    double[][] coincidences = new double[q][q];
    for (int c = 0; c < q; c++) {
      for (int k = 0; k < q; k++) {
        coincidences[c][k] = table[c][k] + table[k][c];
      }
    }
    return ordinal(coincidences);
  }

  /**
   * Of any number of raters.
   *
   * @param counts of ratings by row and level
   * @param weights of the rows
   */
  static double of(double[][] counts, double[] weights) {
    int q = counts.length == 0 ? 0 : counts[0].length;
    double[][] coincidences = new double[q][q];
    for (int row = 0; row < counts.length; row++) {
      double ratings = 0;
      for (double count : counts[row]) {
        ratings += count;
      }
      if (ratings < 2 || weights[row] == 0) {
        continue;
      }
      double part = weights[row] / (ratings - 1);
      for (int c = 0; c < q; c++) {
        if (counts[row][c] > 0) {
          for (int k = 0; k < q; k++) {
            coincidences[c][k] += part * counts[row][c] * (counts[row][k] - (c == k ? 1 : 0));
          }
        }
      }
    }
    return ordinal(coincidences);
  }

  private static double ordinal(double[][] coincidences) {
    int q = coincidences.length;
    double[] marginal = new double[q];
    double all = 0;
    for (int c = 0; c < q; c++) {
      for (int k = 0; k < q; k++) {
        marginal[c] += coincidences[c][k];
      }
      all += marginal[c];
    }
    double observed = 0;
    double expected = 0;
    for (int c = 0; c < q; c++) {
      double between = marginal[c] / 2;
      for (int k = c + 1; k < q; k++) {
        double distance = between + marginal[k] / 2;
        observed += coincidences[c][k] * distance * distance;
        expected += marginal[c] * marginal[k] * distance * distance;
        between += marginal[k];
      }
    }
    return expected == 0 ? Double.NaN : 1 - (all - 1) * observed / expected;
  }
}
