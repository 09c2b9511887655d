package dev.mockloop.rubric.yaml;

import dev.mockloop.rubric.Catalogue;
import dev.mockloop.rubric.Loop;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a rubric folder holds.
 *
 * @param catalogue all that is sound
 * @param problems what is wrong, in order of file and line; each file named here is left out of the
 *     catalogue
 * @param sources where each question of the catalogue was read from
 */
public record Reading(
    Catalogue catalogue, List<Problem> problems, Map<QuestionId, QuestionSource> sources) {

  public Reading {
    problems = List.copyOf(problems);
    sources = Map.copyOf(sources);
  }

  /** The same with one more loop. */
  public Reading with(Loop loop) {
    return new Reading(catalogue.with(loop), problems, sources);
  }

  /** The same with this text in the place of the question's own; it must be sound. */
  public Reading with(QuestionText text) {
    Question question = text.question().orElseThrow();
    Map<QuestionId, QuestionSource> more = new HashMap<>(sources);
    more.put(question.id(), text.source());
    return new Reading(catalogue.with(question), problems, more);
  }

  /** The same with one more problem. */
  public Reading with(Problem problem) {
    List<Problem> more = new ArrayList<>(problems);
    more.add(problem);
    return new Reading(catalogue, more.stream().sorted().toList(), sources);
  }

  public Optional<QuestionSource> source(QuestionId id) {
    return Optional.ofNullable(sources.get(id));
  }
}
