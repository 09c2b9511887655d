package dev.mockloop.agreement;

/**
 * How many ratings there are, and how they lie.
 *
 * @param n ratings
 * @param mean NaN without ratings
 * @param variance over N, in squared levels
 */
record Moments(double n, double mean, double variance) {

  static Moments of(double[] values, double[] weights) {
    double n = 0;
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      n += weights[i];
      sum += weights[i] * values[i];
    }
    double mean = sum / n;
    double squares = 0;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < values.length; i++) {
      if (weights[i] > 0) {
        squares += weights[i] * (values[i] - mean) * (values[i] - mean);
        least = Math.min(least, values[i]);
        most = Math.max(most, values[i]);
      }
    }
    // equal decimals have no spread, whatever rounding left in the sum
    return new Moments(n, mean, least == most ? 0 : squares / n);
  }

  /** Standard deviation over N - 1. */
  double sd() {
    return Math.sqrt(variance * n / (n - 1));
  }
}
