package dev.mockloop.relevance;

import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

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
  private static final double LENGTH_SHARE = 0.42;

  /** Fewer questions cannot tell which words are particular to one. */
  private static final int FEWEST = 3;

  /** Stems of a rubric that says enough for its words to tell who speaks about it. */
  private static final double ENOUGH_WORDS = 1000;

  /** Fewer different words cannot tell what a text is about. */
  private static final int FEWEST_STEMS = 20;

  /**
   * A sentence that says what is asked speaks for no other question more than this share of what it
   * speaks for the one asked. So more of such sentences never make a text fit less: each moves it
   * towards the inverse of this, or keeps it above.
   */
  static final double MOST_FOR_OTHERS = 0.85;

  /** One other question may be near by chance; so many are not. */
  private static final int NEAREST = 3;

  /** Weights are whole multiples of this, so that a sum is the same in every order. */
  private static final double GRAIN = 1e-9;

  private final List<QuestionId> questions;
  private final Map<QuestionId, Double> richness;

  /**
   * What a stem tells for each question, in grains. One array a stem, though most of it may be
   * nothing: objects for what there is lie all over the memory, and reading them took longer.
   */
  private final Map<String, long[]> telling;

  private Topics(
      List<QuestionId> questions, Map<QuestionId, Double> richness, Map<String, long[]> telling) {
    this.questions = List.copyOf(questions);
    this.richness = Map.copyOf(richness);
    this.telling = telling;
  }

  public static Topics of(Collection<Question> questions, Background background) {
    Map<QuestionId, Vocabulary> vocabularies = new LinkedHashMap<>();
    questions.forEach(q -> vocabularies.put(q.id(), Vocabulary.of(q)));
    Map<String, Integer> shared = new HashMap<>();
    vocabularies
        .values()
        .forEach(v -> v.centrality().keySet().forEach(w -> shared.merge(w, 1, Integer::sum)));
    List<QuestionId> ids = new ArrayList<>();
    Map<QuestionId, Double> richness = new HashMap<>();
    Map<String, long[]> telling = new HashMap<>();
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
          double scale = Math.pow(size, LENGTH_SHARE);
          int index = ids.size();
          weights.forEach(
              (word, weight) ->
                  telling.computeIfAbsent(word, w -> new long[vocabularies.size()])[index] =
                      Math.round(weight / scale / GRAIN));
          ids.add(id);
          richness.put(id, Math.min(1, weights.size() / ENOUGH_WORDS));
        });
    return new Topics(ids, richness, telling);
  }

  /** How much the rubric of a question says, from 0 (a few words) to 1 (enough to tell by). */
  public double richness(QuestionId question) {
    return richness.getOrDefault(question, 1.0);
  }

  /**
   * How well a text fits a question.
   *
   * @param loose the stems of its sentences that say nothing of what is asked
   * @param asked the stems of each other sentence, in order
   */
  public Fit fit(QuestionId question, Set<String> loose, List<Set<String>> asked) {
    int own = questions.indexOf(question);
    if (questions.size() < FEWEST || own < 0) {
      return Fit.UNKNOWN;
    }
    long[] masses = new long[questions.size()];
    loose.forEach(stem -> add(stem, masses));
    Set<String> counted = new HashSet<>(loose);
    long[] more = new long[masses.length];
    for (Set<String> sentence : asked) {
      Arrays.fill(more, 0);
      for (String stem : sentence) {
        if (counted.add(stem)) {
          add(stem, more);
        }
      }
      long most = (long) (MOST_FOR_OTHERS * more[own]);
      for (int i = 0; i < masses.length; i++) {
        masses[i] += i == own ? more[i] : Math.min(more[i], most);
      }
    }
    if (counted.size() < FEWEST_STEMS) {
      return Fit.UNKNOWN;
    }
    List<Integer> nearest =
        IntStream.range(0, masses.length)
            .filter(i -> i != own && masses[i] > 0)
            .boxed()
            .sorted(Comparator.comparingLong((Integer i) -> -masses[i]))
            .limit(NEAREST)
            .toList();
    if (nearest.isEmpty()) {
      return Fit.UNKNOWN;
    }
    double others = nearest.stream().mapToLong(i -> masses[i]).average().orElseThrow();
    return new Fit(
        (double) masses[own] / masses[nearest.getFirst()],
        masses[own] / others,
        richness(question),
        Optional.of(questions.get(nearest.getFirst())));
  }

  /** Adds what a stem tells for each question, in grains. */
  private void add(String stem, long[] masses) {
    long[] tells = telling.get(stem);
    if (tells != null) {
      for (int i = 0; i < tells.length; i++) {
        masses[i] += tells[i];
      }
    }
  }
}
