package dev.mockloop.agreement;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One rating of one item by one rater.
 *
 * @param item what is rated, such as an answer
 * @param rater who rates; {@link #MACHINE} is the system
 * @param criterion what of it is rated; {@link #OVERALL} for the whole
 * @param value on the 1 to 5 scale or any other; whole, half or decimal
 * @param question that the item answers; empty where unknown
 * @param round of that question; empty where unknown
 * @param groups named groups that the item belongs to, such as "seniority" to "staff"
 * @param at when it was given, where known
 */
public record Rating(
    String item,
    String rater,
    String criterion,
    double value,
    String question,
    String round,
    Map<String, String> groups,
    Optional<Instant> at) {
  /** The rater of this name is the system and no person. */
  public static final String MACHINE = "machine";

  /** The criterion of a rating of the whole item. */
  public static final String OVERALL = "overall";

  public Rating {
    groups = Map.copyOf(groups);
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a rating is a number; leave out what is missing");
    }
  }
}
