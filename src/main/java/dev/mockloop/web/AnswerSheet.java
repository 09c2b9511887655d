package dev.mockloop.web;

import dev.mockloop.interview.Asked;
import dev.mockloop.interview.Given;
import dev.mockloop.interview.Mode;
import dev.mockloop.interview.Place;
import dev.mockloop.interview.Plan;
import dev.mockloop.interview.Script;
import dev.mockloop.interview.Session;
import dev.mockloop.live.Kept;
import dev.mockloop.live.Workshop;
import dev.mockloop.rubric.Question;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The page on which a text is written.
 *
 * @param place what is being answered
 * @param round the round it stands in
 * @param question what was asked
 * @param open what is saved so far
 * @param probe the follow-up, when it is that which is being answered
 * @param mainAnswer the answer that the follow-up is about; empty before it
 * @param now the server's time
 * @param says what the interviewer says before it
 * @param warnings what is said as time runs out
 */
public record AnswerSheet(
    Session session,
    Place place,
    Plan.PlannedRound round,
    Question question,
    Given open,
    Optional<Asked> probe,
    String mainAnswer,
    Instant now,
    String says,
    List<Script.Warning> warnings) {

  static AnswerSheet of(Workshop workshop, Session session, Place place) {
    Kept kept = workshop.sessions().kept(session.id()).orElseThrow();
    Plan.PlannedRound round = session.plan().rounds().get(place.round());
    Question question = kept.question(round.questions().get(place.question()).id());
    Optional<Asked> probe = place.probe() ? session.probe(place) : Optional.empty();
    String main =
        place.probe()
            ? session
                .given(new Place(place.round(), place.question(), false))
                .map(Given::text)
                .orElse("")
            : "";
    return new AnswerSheet(
        session,
        place,
        round,
        question,
        session.given(place).orElseThrow(),
        probe,
        main,
        workshop.sessions().now(),
        workshop.script().line(session),
        workshop.script().warnings(place));
  }

  public boolean practice() {
    return session.mode() == Mode.PRACTICE;
  }

  public String heading() {
    return "Question " + (place.question() + 1) + " of " + round.questions().size();
  }

  /** Questions of the whole loop that were put before this one. */
  public int questionsBefore() {
    int before = place.question();
    for (int r = 0; r < place.round(); r++) {
      before += session.plan().rounds().get(r).questions().size();
    }
    return before;
  }
}
