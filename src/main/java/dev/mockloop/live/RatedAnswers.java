package dev.mockloop.live;

import dev.mockloop.rubric.QuestionId;
import dev.mockloop.workbench.Rated;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where rated answers come from. Safe for many threads. */
@FunctionalInterface
public interface RatedAnswers {

  /**
   * The rated answers to a question, as they are now; none when nobody rated any.
   *
   * @throws ChoiceException when they cannot be read, with what to mend
   */
  List<Rated> of(QuestionId question);

  /** Several sources as one; of answers with the same id the first one's counts. */
  static RatedAnswers joined(Collection<RatedAnswers> sources) {
    List<RatedAnswers> all = List.copyOf(sources);
    return question -> {
      Map<String, Rated> byId = new LinkedHashMap<>();
      all.forEach(s -> s.of(question).forEach(r -> byId.putIfAbsent(r.id(), r)));
      return List.copyOf(byId.values());
    };
  }
}
