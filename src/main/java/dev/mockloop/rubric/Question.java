package dev.mockloop.rubric;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an interviewer asks, with the rubric that the answer is judged by.
 *
 * @param title short name for people
 * @param kind what kind of round it belongs to
 * @param story whether it asks for a story from the candidate's past, so that the arc is scored
 * @param levels who is asked this
 * @param topics words that say what it is about
 * @param time time for the answer, when the loop does not say otherwise
 * @param ask the question as it is put
 * @param context facts that the candidate may use
 */
public record Question(
    QuestionId id,
    String title,
    Kind kind,
    boolean story,
    Set<Level> levels,
    List<String> topics,
    Duration time,
    String ask,
    Optional<String> context,
    Rubric rubric,
    Guidance guidance) {

  public Question {
    levels = Set.copyOf(levels);
    topics = List.copyOf(topics);
  }
}
