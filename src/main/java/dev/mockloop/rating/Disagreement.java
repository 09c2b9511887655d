package dev.mockloop.rating;

import java.util.List;

/**
 * Two raters who cannot both be right: overall levels two or more apart, or on two sides of the
 * hire line, which runs between 3 (mixed) and 4 (yes). Neighbours on one side of the line are the
 * ordinary spread of judgement and stay.
 *
 * @param ratings the first rating of each rater, in order of time
 * @param apart how far the highest is from the lowest
 * @param acrossHireLine whether one would hire and another not
 */
public record Disagreement(
    ItemId item, List<RatingEvent.Given> ratings, double apart, boolean acrossHireLine) {
  static final double HIRE_LINE = 3.5;
  static final double FAR_APART = 2;

  public Disagreement {
    ratings = List.copyOf(ratings);
  }

  /** Whether levels from {@code low} to {@code high} are one. */
  static boolean is(double low, double high) {
    return high - low >= FAR_APART || crosses(low, high);
  }

  static boolean crosses(double low, double high) {
    return low < HIRE_LINE && high >= HIRE_LINE;
  }
}
