package dev.mockloop.interview;

import dev.mockloop.rubric.QuestionId;
import java.util.Optional;

/** Asks the follow-up. The session knows no rubrics; whoever does stands behind this. */
@FunctionalInterface
public interface Interviewer {

  /**
   * The probe for an answer; empty when the question has none. Must be the same for the same
   * answer.
   */
  Optional<Probe> probe(QuestionId question, String answer);

  /** A follow-up question, aimed at one criterion. */
  record Probe(String criterion, String text) {}
}
