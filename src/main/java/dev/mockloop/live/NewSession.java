package dev.mockloop.live;

import dev.mockloop.interview.Mode;
import dev.mockloop.rubric.QuestionId;
import java.util.Optional;

/**
 * What a candidate chose.
 *
 * @param loop the loop; may be left out when one question is practised
 * @param candidate a name of at most 120 characters; may be empty
 * @param round one round of the loop alone, in practice
 * @param question one question alone, in practice
 * @param own a loop of the candidate's own, in the place of one on offer
 */
public record NewSession(
    Optional<String> loop,
    Mode mode,
    String candidate,
    Optional<String> round,
    Optional<QuestionId> question,
    Optional<OwnLoop> own) {
  private static final int LONGEST_NAME = 120;

  public NewSession {
    if (candidate.length() > LONGEST_NAME) {
      throw new ChoiceException("a name has at most " + LONGEST_NAME + " characters; shorten it");
    }
  }
}
