package dev.mockloop.relevance;

import dev.mockloop.matching.Stems;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.text.Span;
import dev.mockloop.text.Word;
import dev.mockloop.text.Words;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A set of questions to tell apart. Safe for many threads.
 *
 * <p>A text's mass for a question is the sum, over its distinct words that are in the question's
 * vocabulary, of three factors: how rare the word is in interview answers, how few of the questions
 * share it, and how central it is to this one. It is tf-idf with the rubric as the document and the
 * answer as the query (Salton and Buckley 1988).
 */
public final class Topics {
  /** A word's place in a rubric counts by the root of its centrality, up to this. */
  private static final double MOST_CENTRAL = 8;

  /** Fewer questions cannot tell which words are particular to one. */
  private static final int FEWEST = 3;

  private final Map<QuestionId, Map<String, Double>> telling;

  private Topics(Map<QuestionId, Map<String, Double>> telling) {
    this.telling = telling;
  }

  public static Topics of(Collection<Question> questions, Background background) {
    Map<QuestionId, Vocabulary> vocabularies = new LinkedHashMap<>();
    questions.forEach(q -> vocabularies.put(q.id(), Vocabulary.of(q)));
    Map<String, Integer> shared = new HashMap<>();
    vocabularies
        .values()
        .forEach(v -> v.centrality().keySet().forEach(w -> shared.merge(w, 1, Integer::sum)));
    Map<QuestionId, Map<String, Double>> telling = new LinkedHashMap<>();
    vocabularies.forEach(
        (id, v) -> {
          Map<String, Double> weights = new HashMap<>();
          v.centrality()
              .forEach(
                  (word, centrality) ->
                      weights.put(
                          word,
                          background.rarity(word)
                              * Math.log((vocabularies.size() + 1.0) / shared.getOrDefault(word, 1))
                              * Math.sqrt(Math.min(MOST_CENTRAL, centrality))));
          telling.put(id, Map.copyOf(weights));
        });
    return new Topics(telling);
  }

  /** Whether the question is among them. */
  public boolean knows(QuestionId id) {
    return telling.containsKey(id);
  }

  /** How well these stretches of a text fit a question. */
  public Fit fit(QuestionId question, String text, List<Span> stretches) {
    if (telling.size() < FEWEST || !telling.containsKey(question)) {
      return new Fit(1, Optional.empty());
    }
    Set<String> stems =
        stretches.stream()
            .flatMap(s -> Words.of(text, s).stream())
            .filter(w -> !w.number())
            .map(Word::form)
            .distinct()
            .map(Stems::of)
            .collect(Collectors.toSet());
    double own = mass(stems, telling.getOrDefault(question, Map.of()));
    double best = 0;
    Optional<QuestionId> nearest = Optional.empty();
    for (Map.Entry<QuestionId, Map<String, Double>> other : telling.entrySet()) {
      double mass = other.getKey().equals(question) ? 0 : mass(stems, other.getValue());
      if (mass > best) {
        best = mass;
        nearest = Optional.of(other.getKey());
      }
    }
    return new Fit((own + 1) / (best + 1), nearest);
  }

  private static double mass(Set<String> stems, Map<String, Double> telling) {
    // a fixed order of summing keeps the last digit the same every time
    return stems.stream().sorted().mapToDouble(s -> telling.getOrDefault(s, 0.0)).sum();
  }
}
