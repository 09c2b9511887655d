package dev.mockloop.rating;

import java.util.Map;

/**
 * An answer with what people gave it, for all that learns from ratings.
 *
 * @param id the item's id
 * @param question the question's id
 * @param text the answer as it is scored, follow-up included
 * @param overall levels of the whole answer by rater; an adjudication is rater {@link #DECIDED}
 * @param criteria levels by criterion, by rater
 */
public record RatedText(
    String id,
    String question,
    String text,
    Map<String, Double> overall,
    Map<String, Map<String, Double>> criteria) {
  /** The rater of a level that was agreed on; no person has this name. */
  public static final String DECIDED = "(decided)";

  public RatedText {
    overall = Map.copyOf(overall);
    criteria = Map.copyOf(criteria);
  }

  /** The level that counts: the one decided on, else the mean of the raters. */
  public double human() {
    Double decided = overall.get(DECIDED);
    return decided != null
        ? decided
        : overall.values().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
