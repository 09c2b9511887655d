package dev.mockloop.agreement;

import java.util.List;
import java.util.Optional;

/**
 * All that is said of how raters agree over the items of a cut. Intervals are 95% bootstrap
 * intervals: percentiles of 1000 resamples of items from a fixed seed.
 *
 * @param cut which ratings were looked at
 * @param items that were rated; where a cut takes all criteria, each criterion of an item
 * @param raters in the order that they came
 * @param levels of the scale, rising; empty where ratings are measurements without levels
 * @param pairs of raters: with the machine first, then people among themselves
 * @param pairsLeftOut pairs with fewer items in common than those shown, beyond what is shown
 * @param people figures of all people together
 * @param machine figures of the machine with all people
 * @param facets severity and fit of raters
 * @param drift of each rater over time; empty without dates
 * @param groups differences between named groups; empty without groups or machine
 */
public record Agreement(
    Cut cut,
    long items,
    List<RaterSummary> raters,
    List<Long> levels,
    List<Pair> pairs,
    int pairsLeftOut,
    List<Figure> people,
    List<Figure> machine,
    Facets.Outcome facets,
    List<Drift> drift,
    List<Group> groups) {
  /** The mean of an item's people, as a rater. */
  public static final String MEAN = "mean of people";

  public Agreement {
    raters = List.copyOf(raters);
    levels = List.copyOf(levels);
    pairs = List.copyOf(pairs);
    people = List.copyOf(people);
    machine = List.copyOf(machine);
    drift = List.copyOf(drift);
    groups = List.copyOf(groups);
  }

  /**
   * A rater's ratings.
   *
   * @param machine whether it is the system
   * @param sd standard deviation over N - 1; empty for fewer than two ratings
   * @param shares of ratings at each level of the scale, of 1
   */
  public record RaterSummary(
      String name,
      boolean machine,
      long ratings,
      double mean,
      Optional<Double> sd,
      List<Double> shares) {
    public RaterSummary {
      shares = List.copyOf(shares);
    }
  }

  /**
   * Two raters over the items that both have rated.
   *
   * @param machine whether the second is the system
   * @param firstSd standard deviation over N - 1; empty for fewer than two items
   * @param figures every figure of two raters; with the machine also degradation and disattenuated
   *     correlation
   * @param confusion how many items the first (rows) and the second (columns) put at each level
   * @param bands agreement by the level that the first gave
   */
  public record Pair(
      String first,
      String second,
      boolean machine,
      long items,
      double firstMean,
      Optional<Double> firstSd,
      double secondMean,
      Optional<Double> secondSd,
      List<Figure> figures,
      List<List<Long>> confusion,
      List<Band> bands) {
    public Pair {
      figures = List.copyOf(figures);
      confusion = confusion.stream().map(List::copyOf).toList();
      bands = List.copyOf(bands);
    }

    /** One of the figures. */
    public Figure figure(Measure measure) {
      return figures.stream()
          .filter(f -> f.measure() == measure)
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException(measure + " is no figure of this pair"));
    }

    /** Such as "ann : machine". */
    public String name() {
      return first + " : " + second;
    }
  }

  /**
   * The items that the first rater of a pair put at one level.
   *
   * @param firstMean of these items
   * @param secondMean of these items
   */
  public record Band(
      long level, long items, double firstMean, double secondMean, Figure exact, Figure adjacent) {}

  /**
   * How a rater changed over time: later less earlier ratings, split at the rater's median time.
   *
   * @param against whether each rating is taken less the mean of the item's other raters, so that
   *     harder items are no drift
   */
  public record Drift(String rater, long earlier, long later, boolean against, Figure shift) {}

  /**
   * A named group of items.
   *
   * @param kind such as "seniority"
   * @param name such as "staff"
   * @param smd machine less people in the group, over the people's standard deviation in the group
   * @param dsm machine less people, both standardized over all groups
   */
  public record Group(
      String kind,
      String name,
      long items,
      double people,
      double machine,
      Figure smd,
      Figure dsm) {}

  /**
   * A part of the ratings, such as one criterion.
   *
   * @param kind "criterion", "question" or "round"
   * @param name of the part
   * @param pairs with the machine first, then people among themselves
   */
  public record Slice(String kind, String name, long items, List<Pair> pairs) {
    public Slice {
      pairs = List.copyOf(pairs);
    }
  }
}
