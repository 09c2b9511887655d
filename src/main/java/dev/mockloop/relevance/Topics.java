package dev.mockloop.relevance;

import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionId;
import java.util.ArrayList;
import java.util.Arrays;
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

  /**
   * The lead is over the mean of so many: over all of them it would grow with every question that
   * has nothing to do with the text.
   */
  private static final int NEAREST = 5;

  /** The mean over fewer questions says little about how telling a mass is. */
  private static final int FEWEST_FOR_LEAD = 8;

  /** Weights are whole multiples of this, so that a sum is the same in every order. */
  private static final double GRAIN = 1e-9;

  /** What a stem tells for the question at an index, in grains. */
  private record Weight(int question, long grains) {}

  private final List<QuestionId> questions;
  private final Map<QuestionId, Double> richness;
  private final Map<String, List<Weight>> telling;

  private Topics(
      List<QuestionId> questions,
      Map<QuestionId, Double> richness,
      Map<String, List<Weight>> telling) {
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
    Map<String, List<Weight>> telling = new HashMap<>();
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
                  telling
                      .computeIfAbsent(word, w -> new ArrayList<>())
                      .add(new Weight(index, Math.round(weight / scale / GRAIN))));
          ids.add(id);
          richness.put(id, Math.min(1, weights.size() / ENOUGH_WORDS));
        });
    return new Topics(ids, richness, telling);
  }

  /** How much the rubric of a question says, from 0 (a few words) to 1 (enough to tell by). */
  public double richness(QuestionId question) {
    return richness.getOrDefault(question, 1.0);
  }

  /** How well a text with these stems fits a question. */
  public Fit fit(QuestionId question, Set<String> stems) {
    if (questions.size() < FEWEST
        || !richness.containsKey(question)
        || stems.size() < FEWEST_STEMS) {
      return Fit.UNKNOWN;
    }
    long[] masses = masses(stems);
    long own = 0;
    long best = 0;
    Optional<QuestionId> nearest = Optional.empty();
    for (int i = 0; i < masses.length; i++) {
      if (questions.get(i).equals(question)) {
        own = masses[i];
      } else if (masses[i] > best) {
        best = masses[i];
        nearest = Optional.of(questions.get(i));
      }
    }
    if (best == 0) {
      return Fit.UNKNOWN;
    }
    double lead =
        questions.size() < FEWEST_FOR_LEAD ? Double.POSITIVE_INFINITY : own / nearestMean(masses);
    return new Fit((double) own / best, lead, richness(question), nearest);
  }

  /** The mean over the questions that a text speaks most about. */
  private static double nearestMean(long[] masses) {
    return Arrays.stream(masses)
        .sorted()
        .skip(Math.max(0, masses.length - NEAREST))
        .average()
        .orElseThrow();
  }

  /** The mass of a text for each question, in grains. */
  private long[] masses(Set<String> stems) {
    long[] masses = new long[questions.size()];
    for (String stem : stems) {
      for (Weight weight : telling.getOrDefault(stem, List.of())) {
        masses[weight.question] += weight.grains;
      }
    }
    return masses;
  }
}
