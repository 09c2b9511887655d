package dev.mockloop.workbench;

import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionBank;
import java.util.ArrayList;
import java.util.List;

/**
 * A question with the bank that its answers are held against.
 *
 * @param question with its rubric
 * @param bank all questions, this one among them
 */
public record Side(Question question, QuestionBank bank) {

  /**
   * The same bank with another rubric for one question: whether an answer speaks to a question
   * depends on the words of all of them.
   */
  public Side with(Question changed) {
    List<Question> questions = new ArrayList<>(bank.questions());
    questions.replaceAll(q -> q.id().equals(changed.id()) ? changed : q);
    return new Side(changed, QuestionBank.of(questions, bank.synonyms()));
  }
}
