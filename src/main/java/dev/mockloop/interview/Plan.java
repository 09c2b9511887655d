package dev.mockloop.interview;

import dev.mockloop.rubric.Kind;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Loop;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.rubric.Round;
import dev.mockloop.rubric.Slot;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a session will ask and how long each part may take, fixed when it is created, so that a
 * later edit of the loop changes nothing about it.
 *
 * @param loop the loop's id
 * @param title for people
 * @param level the seniority that answers are judged for
 * @param probeTime time for each follow-up
 * @param rounds in order, at least one
 */
public record Plan(
    String loop, String title, Level level, Duration probeTime, List<PlannedRound> rounds) {

  /** A round as planned. */
  public record PlannedRound(
      String id,
      Kind kind,
      String title,
      String interviewer,
      Duration budget,
      Duration breakAfter,
      List<PlannedQuestion> questions) {

    public PlannedRound {
      questions = List.copyOf(questions);
      if (questions.isEmpty()) {
        throw new IllegalArgumentException("round " + id + " of the plan has no question");
      }
    }
  }

  /** A question as planned, with the version of its rubric. */
  public record PlannedQuestion(QuestionId id, String title, Duration time, String rubricVersion) {}

  /** What the plan needs to know of a question. */
  public record Named(String title, String rubricVersion) {}

  public Plan {
    rounds = List.copyOf(rounds);
    if (rounds.isEmpty()) {
      throw new IllegalArgumentException("a plan needs a round");
    }
  }

  /** The plan of a whole loop. */
  public static Plan of(Loop loop, Map<QuestionId, Named> questions) {
    return new Plan(
        loop.id(),
        loop.title(),
        loop.level(),
        loop.probeTime(),
        loop.rounds().stream().map(r -> round(r, questions)).toList());
  }

  private static PlannedRound round(Round round, Map<QuestionId, Named> questions) {
    return new PlannedRound(
        round.id(),
        round.kind(),
        round.title(),
        round.interviewer(),
        round.budget(),
        round.breakAfter(),
        round.slots().stream().map(s -> question(s, questions)).toList());
  }

  private static PlannedQuestion question(Slot slot, Map<QuestionId, Named> questions) {
    Named named = questions.get(slot.question());
    if (named == null) {
      throw new IllegalArgumentException(
          "the loop asks " + slot.question() + ", which is not in the catalogue");
    }
    return new PlannedQuestion(slot.question(), named.title(), slot.time(), named.rubricVersion());
  }

  /** Rounds and the breaks between them. */
  public Duration total() {
    Duration sum = Duration.ZERO;
    for (int r = 0; r < rounds.size(); r++) {
      sum = sum.plus(rounds.get(r).budget());
      sum = r + 1 < rounds.size() ? sum.plus(rounds.get(r).breakAfter()) : sum;
    }
    return sum;
  }
}
