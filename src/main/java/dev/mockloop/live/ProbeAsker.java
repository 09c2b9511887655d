package dev.mockloop.live;

import dev.mockloop.interview.Interviewer;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.scoring.Advice;
import dev.mockloop.scoring.AnswerCard;
import dev.mockloop.scoring.CriterionScore;
import dev.mockloop.scoring.Scorer;
import dev.mockloop.text.Span;
import java.util.Comparator;
import java.util.Optional;

/**
 * Asks about the thinnest criterion that has a probe, and begins with the candidate's own words
 * where they came near it.
 */
final class ProbeAsker implements Interviewer {
  /** Longer quotes are cut; a listener would not follow them. */
  private static final int LONGEST_QUOTE = 100;

  /** Words that say nothing when they are quoted alone. */
  private static final int SHORTEST_QUOTE = 12;

  private final Scorer scorer;
  private final Kept kept;
  private final Level level;

  ProbeAsker(Scorer scorer, Kept kept, Level level) {
    this.scorer = scorer;
    this.kept = kept;
    this.level = level;
  }

  @Override
  public Optional<Probe> probe(QuestionId id, String answer) {
    Question question = kept.question(id);
    AnswerCard card = scorer.score(question, kept.bank(), answer, level);
    return card.criteria().stream()
        .sorted(
            Comparator.comparingDouble(CriterionScore::score)
                .thenComparing(Comparator.comparingDouble(CriterionScore::weight).reversed()))
        .flatMap(
            c ->
                question
                    .rubric()
                    .criterion(c.id())
                    .probe()
                    .map(p -> new Probe(c.id(), quote(card, c, answer) + p))
                    .stream())
        .findFirst();
  }

  private static String quote(AnswerCard card, CriterionScore criterion, String answer) {
    return card.advice().stream()
        .filter(a -> a.criterion().equals(criterion.id()))
        .findFirst()
        .flatMap(Advice::quote)
        .map(span -> words(span, answer))
        .filter(words -> words.length() >= SHORTEST_QUOTE)
        .map(words -> "You wrote: \"" + words + "\" ")
        .orElse("");
  }

  /** The quoted words on one line, without the marks of a list. */
  private static String words(Span span, String answer) {
    String words = span.of(answer).strip().replaceAll("\\s+", " ").replaceFirst("^[-*#>]+ ", "");
    if (words.codePointCount(0, words.length()) <= LONGEST_QUOTE) {
      return words;
    }
    String cut = words.substring(0, words.offsetByCodePoints(0, LONGEST_QUOTE));
    int space = cut.lastIndexOf(' ');
    return (space > SHORTEST_QUOTE ? cut.substring(0, space) : cut) + " …";
  }
}
