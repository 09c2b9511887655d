package dev.mockloop.agreement;

/**
 * Intraclass correlations of raters taken at random who all rate the same items (Shrout and Fleiss
 * 1979, case 2): how far one rater, or the mean of all, stands for any other such rater.
 *
 * @param single ICC(2,1)
 * @param average ICC(2,k)
 */
record Intraclass(double single, double average) {

  /**
   * The correlations over complete rows; NaN where they allow none.
   *
   * @param rows an item with a rating of every rater
   * @param weights how many items each row stands for
   */
  static Intraclass of(double[][] rows, double[] weights) {
    double n = 0;
    for (double weight : weights) {
      n += weight;
    }
    int k = rows.length == 0 ? 0 : rows[0].length;
    if (n < 2 || k < 2) {
      return new Intraclass(Double.NaN, Double.NaN);
    }
    double grand = 0;
    double[] columns = new double[k];
    for (int i = 0; i < rows.length; i++) {
      for (int r = 0; r < k; r++) {
        grand += weights[i] * rows[i][r] / (n * k);
        columns[r] += weights[i] * rows[i][r] / n;
      }
    }
    double between = 0;
    double total = 0;
    for (int i = 0; i < rows.length; i++) {
      double mean = 0;
      for (double value : rows[i]) {
        mean += value / k;
        total += weights[i] * (value - grand) * (value - grand);
      }
      between += weights[i] * k * (mean - grand) * (mean - grand);
    }
    double raters = 0;
    for (double column : columns) {
      raters += n * (column - grand) * (column - grand);
    }
    double itemSquare = between / (n - 1);
    double raterSquare = raters / (k - 1);
    double errorSquare = (total - between - raters) / ((n - 1) * (k - 1));
    return new Intraclass(
        (itemSquare - errorSquare)
            / (itemSquare + (k - 1) * errorSquare + k * (raterSquare - errorSquare) / n),
        (itemSquare - errorSquare) / (itemSquare + (raterSquare - errorSquare) / n));
  }
}
