package dev.mockloop.relevance;

import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A set of questions to tell apart. Safe for many threads.
 *
 * <p>A text's mass for a question is the sum, over its distinct words that are in the question's
 * vocabulary, of three factors: how rare the word is in interview answers, how few of the questions
 * share it, and how central it is to this one; the last two by their roots. It is tf-idf with the
 * rubric as the document and the answer as the query (Salton and Buckley 1988).
 */
public final class Topics {
  /** A word's place in a rubric counts by the root of its centrality, up to this. */
  private static final double MOST_CENTRAL = 8;

  /**
   * A long rubric has more words to be met; its masses are divided by this power of its size. The
   * whole power would favour short ones instead (pivoted normalization, Singhal et al. 1996).
   */
  private static final double LENGTH_SHARE = 0.45;

  /** Fewer questions cannot tell which words are particular to one. */
  private static final int FEWEST = 3;

  /** Stems of a rubric that says enough for its words to tell who speaks about it. */
  private static final double ENOUGH_WORDS = 1000;

  /** Fewer different words cannot tell what a text is about. */
  private static final int FEWEST_STEMS = 20;

  /** The mean over fewer questions says little about how telling a mass is. */
  private static final int FEWEST_FOR_LEAD = 8;

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
                              * Math.sqrt(
                                  Math.log(
                                      (vocabularies.size() + 1.0) / shared.getOrDefault(word, 1)))
                              * Math.sqrt(Math.min(MOST_CENTRAL, centrality))));
          double size = weights.keySet().stream().sorted().mapToDouble(weights::get).sum();
          weights.replaceAll((word, weight) -> weight / Math.pow(size, LENGTH_SHARE));
          telling.put(id, Map.copyOf(weights));
        });
    return new Topics(telling);
  }

  /** How well a text with these stems fits a question. */
  public Fit fit(QuestionId question, Set<String> stems) {
    if (telling.size() < FEWEST || !telling.containsKey(question) || stems.size() < FEWEST_STEMS) {
      return Fit.UNKNOWN;
    }
    List<String> sorted = stems.stream().sorted().toList();
    double own = 0;
    double best = 0;
    double sum = 0;
    Optional<QuestionId> nearest = Optional.empty();
    for (Map.Entry<QuestionId, Map<String, Double>> entry : telling.entrySet()) {
      double mass = mass(sorted, entry.getValue());
      sum += mass;
      if (entry.getKey().equals(question)) {
        own = mass;
      } else if (mass > best) {
        best = mass;
        nearest = Optional.of(entry.getKey());
      }
    }
    if (best == 0) {
      return Fit.UNKNOWN;
    }
    double lead =
        telling.size() < FEWEST_FOR_LEAD ? Double.POSITIVE_INFINITY : own * telling.size() / sum;
    double richness = Math.min(1, telling.getOrDefault(question, Map.of()).size() / ENOUGH_WORDS);
    return new Fit(own / best, lead, richness, nearest);
  }

  /** The sum in the order given: a fixed order keeps the last digit the same every time. */
  private static double mass(List<String> stems, Map<String, Double> telling) {
    double sum = 0;
    for (String stem : stems) {
      sum += telling.getOrDefault(stem, 0.0);
    }
    return sum;
  }
}
