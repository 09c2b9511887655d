package dev.mockloop.live;

import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionBank;
import dev.mockloop.rubric.QuestionId;
import java.util.Map;

/**
 * The questions that a session is run with, as they were when it was made.
 *
 * @param bank these and the others that its answers are held against
 */
public record Kept(Map<QuestionId, Question> questions, QuestionBank bank) {

  public Kept {
    questions = Map.copyOf(questions);
  }

  /**
   * The question of that id; an {@link IllegalArgumentException} when the session does not ask it.
   */
  public Question question(QuestionId id) {
    Question question = questions.get(id);
    if (question == null) {
      throw new IllegalArgumentException("the session keeps no question " + id);
    }
    return question;
  }
}
