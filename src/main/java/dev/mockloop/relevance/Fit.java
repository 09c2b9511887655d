package dev.mockloop.relevance;

import dev.mockloop.rubric.QuestionId;
import java.util.Optional;

/**
 * How well a text fits a question, against all others that are known.
 *
 * @param share its mass of telling words for the question over its mass for the best other one;
 *     under 1 it speaks more about the other. Infinite when none is known.
 * @param lead its mass for the question over the mean mass for the three nearest others; infinite
 *     when none is known
 * @param richness how much the rubric says, from 0 (a few words) to 1 (enough to tell by); the less
 *     it says, the less a small share proves
 * @param nearest the other question that it speaks most about
 */
public record Fit(double share, double lead, double richness, Optional<QuestionId> nearest) {
  /** What is taken when too few other questions are known to tell. */
  static final Fit UNKNOWN =
      new Fit(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 1, Optional.empty());
}
