package dev.mockloop.agreement;

/**
 * How well a system predicts what people would say on average if there were ever so many of them:
 * the proportional reduction in mean squared error (Haberman 2008; Loukina et al. 2020, Using PRMSE
 * to evaluate automated scoring systems). It needs items that two or more people have rated.
 *
 * @param errorVariance variance of people's ratings about an item's true score
 * @param trueVariance variance of the true scores
 * @param prmse 1 for perfect prediction, 0 for no better than the mean
 */
record TrueScore(double errorVariance, double trueVariance, double prmse) {

  /**
   * The reduction; NaN throughout where no item has two people's ratings.
   *
   * @param people ratings of people, one row an item, at least one each
   * @param said what the system said of each
   * @param weights how many items each row stands for
   */
  static TrueScore of(double[][] people, double[] said, double[] weights) {
    double error = errorVariance(people, weights);
    double ratings = 0;
    double sum = 0;
    double squares = 0;
    double items = 0;
    for (int i = 0; i < people.length; i++) {
      double given = people[i].length;
      ratings += weights[i] * given;
      sum += weights[i] * given * mean(people[i]);
      squares += weights[i] * given * given;
      items += weights[i];
    }
    double grand = sum / ratings;
    double spread = 0;
    double missed = 0;
    for (int i = 0; i < people.length; i++) {
      double mean = mean(people[i]);
      double part = weights[i] * people[i].length;
      spread += part * (mean - grand) * (mean - grand);
      missed += part * (mean - said[i]) * (mean - said[i]);
    }
    double trueVariance = (spread - (items - 1) * error) / (ratings - squares / ratings);
    double meanSquared = (missed - items * error) / ratings;
    return new TrueScore(
        error, trueVariance, trueVariance > 0 ? 1 - meanSquared / trueVariance : Double.NaN);
  }

  /** Pooled variance within items that have two or more ratings. */
  private static double errorVariance(double[][] people, double[] weights) {
    double squares = 0;
    double free = 0;
    for (int i = 0; i < people.length; i++) {
      double mean = mean(people[i]);
      for (double rating : people[i]) {
        squares += weights[i] * (rating - mean) * (rating - mean);
      }
      free += weights[i] * (people[i].length - 1);
    }
    return squares / free;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
