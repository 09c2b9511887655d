package dev.mockloop.agreement;

import java.util.stream.IntStream;

/**
 * Agreement on levels beyond chance: 1 is perfect, 0 is chance (Cohen 1960; with weights, Cohen
 * 1968).
 */
public final class Kappa {
  private Kappa() {}

  /** How far two levels, given by their places, disagree; 0 for the same. */
  @FunctionalInterface
  interface Disagreement {
    double between(int first, int second);
  }

  /**
   * With quadratic weights.
   *
   * @param first levels from 0 up, one an item
   * @param second levels of the same items
   * @return NaN without an item, or where both give every item the same
   */
  public static double quadratic(int[] first, int[] second) {
    int levels = 1 + IntStream.concat(IntStream.of(first), IntStream.of(second)).max().orElse(0);
    double[][] table = new double[levels][levels];
    for (int i = 0; i < first.length; i++) {
      table[first[i]][second[i]]++;
    }
    return of(table, first.length, (a, b) -> (a - b) * (a - b));
  }

  /** Of a table of how many of {@code n} items stand at each pair of levels. */
  static double of(double[][] table, double n, Disagreement disagreement) {
    double[] rows = new double[table.length];
    double[] columns = new double[table.length];
    double observed = 0;
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < table.length; j++) {
        rows[i] += table[i][j];
        columns[j] += table[i][j];
        observed += table[i][j] * disagreement.between(i, j);
      }
    }
    double expected = 0;
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < table.length; j++) {
        expected += rows[i] * columns[j] * disagreement.between(i, j);
      }
    }
    return expected == 0 ? Double.NaN : 1 - observed * n / expected;
  }
}
