package dev.mockloop.team;

import dev.mockloop.interview.SessionId;
import dev.mockloop.rating.ItemId;
import dev.mockloop.rubric.QuestionId;
import java.util.Optional;

/**
 * What an interviewer is asked to rate.
 *
 * @param account the interviewer's
 * @param question one answer of the session; all of them when empty
 */
public record Assignment(String account, SessionId session, Optional<QuestionId> question) {

  /** Whether it asks for this answer. */
  public boolean covers(ItemId item) {
    return session.equals(item.session())
        && question.map(q -> q.equals(item.question())).orElse(true);
  }
}
