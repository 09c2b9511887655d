package dev.mockloop.transcript;

import dev.mockloop.rubric.QuestionId;
import java.util.Map;

/**
 * The rubrics that a session is run with, as text.
 *
 * @param questions the YAML of each question
 * @param synonyms the YAML of the synonyms; empty when there are none
 */
public record KeptRubrics(Map<QuestionId, String> questions, String synonyms) {

  public KeptRubrics {
    questions = Map.copyOf(questions);
  }
}
