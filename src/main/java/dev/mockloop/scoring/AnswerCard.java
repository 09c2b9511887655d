package dev.mockloop.scoring;

import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.story.SentenceRole;
import java.util.List;
import java.util.Optional;

/**
 * The scorecard of one answer.
 *
 * @param rubricVersion the exact rubric it was read with
 * @param bankVersion the questions that it was held against
 * @param engineVersion the scoring engine it was read by
 * @param seniority what it was judged for
 * @param overall from 1.0 to 5.0
 * @param verdict the overall score as a level
 * @param confidence how sure the engine is
 * @param words how many words were typed
 * @param criteria in the order of the rubric
 * @param signals what the overall score is made of, the largest part first
 * @param aim whether it speaks about this question
 * @param doubts reasons why it may be no answer at all, each with a cap
 * @param sentences the role of each sentence; scored for stories only
 * @param story how it does as a story, for a question that asks for one
 * @param flags red flags raised
 * @param advice what to do about each criterion with a gap, the most useful first
 * @param nextStep the one thing to do next, in words
 */
public record AnswerCard(
    QuestionId question,
    String rubricVersion,
    String bankVersion,
    String engineVersion,
    Level seniority,
    double overall,
    Verdict verdict,
    Confidence confidence,
    int words,
    List<CriterionScore> criteria,
    List<SignalScore> signals,
    Aim aim,
    List<Doubt> doubts,
    List<SentenceRole> sentences,
    Optional<StoryScore> story,
    List<RaisedFlag> flags,
    List<Advice> advice,
    String nextStep) {

  public AnswerCard {
    criteria = List.copyOf(criteria);
    signals = List.copyOf(signals);
    doubts = List.copyOf(doubts);
    advice = List.copyOf(advice);
    sentences = List.copyOf(sentences);
    flags = List.copyOf(flags);
  }

  /** The criterion that earned least, the heavier first among equals. */
  public CriterionScore thinnest() {
    return criteria.stream()
        .min(
            java.util.Comparator.comparingDouble(CriterionScore::score)
                .thenComparing(
                    java.util.Comparator.comparingDouble(CriterionScore::weight).reversed()))
        .orElseThrow();
  }

  /** What is missing over all criteria, thinnest criterion first. */
  public List<String> missing() {
    return criteria.stream()
        .sorted(java.util.Comparator.comparingDouble(CriterionScore::score))
        .flatMap(c -> c.missing().stream().map(MissingIdea::says))
        .toList();
  }
}
