package dev.mockloop.agreement;

import java.util.Arrays;

/**
 * Values by their order, equal ones together.
 *
 * @param places of each value among the different ones, from 0
 * @param different how many values differ
 */
record Ties(int[] places, int different) {

  static Ties of(double[] values) {
    double[] sorted = Arrays.stream(values).sorted().distinct().toArray();
    return new Ties(
        Arrays.stream(values).mapToInt(v -> Arrays.binarySearch(sorted, v)).toArray(),
        sorted.length);
  }

  /** Ranks of rows, tied ones in the middle, where a row counts as often as its weight says. */
  double[] ranks(double[] weights) {
    double[] tied = new double[different];
    for (int i = 0; i < places.length; i++) {
      tied[places[i]] += weights[i];
    }
    double before = 0;
    for (int place = 0; place < different; place++) {
      double here = tied[place];
      tied[place] = before + (here + 1) / 2;
      before += here;
    }
    double[] ranks = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      ranks[i] = tied[places[i]];
    }
    return ranks;
  }
}
