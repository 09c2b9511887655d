package dev.mockloop.agreement;

/**
 * A bound that large testing programmes hold a figure to (Williamson, Xi and Breyer 2012; the
 * defaults of ETS's RSMTool).
 *
 * @param bound of the figure
 * @param side on which it should be
 */
public record Threshold(double bound, Side side) {
  /** Where a figure should be. */
  public enum Side {
    /** At the bound or above. */
    AT_LEAST,
    /** No farther from zero than the bound, on either side. */
    WITHIN
  }

  /** Whether a figure passes; otherwise it is one to look at. */
  public boolean passes(double value) {
    return switch (side) {
      case AT_LEAST -> value >= bound;
      case WITHIN -> Math.abs(value) <= bound;
    };
  }

  static Threshold atLeast(double bound) {
    return new Threshold(bound, Side.AT_LEAST);
  }

  static Threshold within(double bound) {
    return new Threshold(bound, Side.WITHIN);
  }
}
