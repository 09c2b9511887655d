package dev.mockloop.agreement;

import java.util.List;
import java.util.Optional;

/**
 * Severity and fit of raters on the logit scale, from a many-facet rating-scale model; how it is
 * estimated is said on {@link FacetModel}.
 *
 * @param raters by severity, the severest first
 * @param criteria by difficulty, the hardest first; empty where one criterion was rated
 * @param thresholds between neighbouring levels
 * @param convergence how the estimation ended
 */
public record Facets(
    List<RaterFit> raters,
    List<Difficulty> criteria,
    List<Step> thresholds,
    Convergence convergence) {
  public Facets {
    raters = List.copyOf(raters);
    criteria = List.copyOf(criteria);
    thresholds = List.copyOf(thresholds);
  }

  /**
   * A rater.
   *
   * @param ratings that tell of the rater: of items that others rated too, and neither all at the
   *     lowest nor all at the highest level
   * @param severity logits above the mean of raters; positive is severe
   * @param error standard error of the severity
   * @param infit mean square, 1 as expected, weighted by information
   * @param outfit mean square, 1 as expected, sensitive to single surprises
   */
  public record RaterFit(
      String rater,
      double ratings,
      double severity,
      double error,
      Optional<Interval> interval,
      double infit,
      double outfit) {
    /** Where mean squares are held to be productive for measurement (Linacre 2002). */
    public static final double LEAST_FIT = 0.5;

    /** See {@link #LEAST_FIT}. */
    public static final double MOST_FIT = 1.5;

    /** Whether both mean squares are productive for measurement. */
    public boolean fits() {
      return within(infit) && within(outfit);
    }

    private static boolean within(double square) {
      return square >= LEAST_FIT && square <= MOST_FIT;
    }
  }

  /**
   * A criterion.
   *
   * @param logits above the mean of criteria; positive is hard to do well on
   * @param error standard error
   */
  public record Difficulty(String criterion, double logits, double error) {}

  /**
   * The step from one level to the next that was given.
   *
   * @param logits where both are equally likely, relative to item, rater and criterion
   * @param error standard error
   */
  public record Step(long from, long to, double logits, double error) {}

  /**
   * How the estimation ended.
   *
   * @param iterations of Newton's method
   * @param slope the steepest slope left, in ratings
   * @param held whether the ratings alone allow no finite estimate, so that a normal prior of 5
   *     logits about zero holds it
   */
  public record Convergence(int iterations, double slope, boolean held) {}

  /** What came of an estimation: the facets, or why there are none. */
  public sealed interface Outcome {
    /** It settled. */
    record Settled(Facets facets) implements Outcome {}

    /** It could not be done, or did not settle. */
    record Not(String why) implements Outcome {}
  }
}
