package dev.mockloop.agreement;

/** A quantile between order statistics (Hyndman and Fan 1996, type 7). */
public final class Quantile {
  private Quantile() {}

  /**
   * The value below which a share of the values lies.
   *
   * @param sorted values from the lowest up, at least one
   * @param share from 0 to 1
   */
  public static double of(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
