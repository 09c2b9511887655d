package dev.mockloop.live;

import dev.mockloop.interview.Given;
import dev.mockloop.interview.Mode;
import dev.mockloop.interview.Place;
import dev.mockloop.interview.Session;
import dev.mockloop.rubric.Question;
import dev.mockloop.scoring.AnswerCard;
import dev.mockloop.scoring.Scorer;

/**
 * Scores texts that are not handed in: the one being typed, in practice, and an answer written anew
 * after the session. Nothing is kept of either.
 */
public final class Rehearsal {
  private final LiveSessions sessions;
  private final Scorer scorer;

  public Rehearsal(LiveSessions sessions, Scorer scorer) {
    this.sessions = sessions;
    this.scorer = scorer;
  }

  /**
   * A question as asked with a text as it would be scored.
   *
   * @param text what was given so far and what is new, as one text; the spans of the card are in it
   */
  public record Attempt(Question question, String text, AnswerCard card) {}

  /**
   * The card that an answer would get if it were handed in as it stands.
   *
   * @param place an open place of a practice session
   * @throws NotNowException when the session is a mock interview or the place is not open
   */
  public Attempt meter(Session session, Place place, String typed) {
    if (session.mode() == Mode.MOCK) {
      throw new NotNowException("A mock interview shows no meter; practice does.");
    }
    if (session.given(place).filter(g -> !g.closed()).isEmpty()) {
      throw new NotNowException("This question is not open.");
    }
    String before = place.probe() ? given(session, place.main()) : "";
    return attempt(session, place, join(before, typed));
  }

  /**
   * The card of an answer with more written behind it.
   *
   * @param place a question that was answered, not its follow-up
   * @throws NotNowException when the session is not over or never came to the question
   */
  public Attempt rewrite(Session session, Place place, String more) {
    if (!session.isOver() || session.given(place).isEmpty() || place.probe()) {
      throw new NotNowException("Only a question that was answered can be written on.");
    }
    return attempt(session, place, join(Report.text(session, place), more));
  }

  private Attempt attempt(Session session, Place place, String text) {
    Kept kept = sessions.kept(session.id()).orElseThrow();
    Question question =
        kept.question(
            session.plan().rounds().get(place.round()).questions().get(place.question()).id());
    return new Attempt(
        question, text, scorer.score(question, kept.bank(), text, session.plan().level()));
  }

  private static String given(Session session, Place place) {
    return session.given(place).map(Given::text).orElse("");
  }

  private static String join(String before, String more) {
    if (before.isBlank() || more.isBlank()) {
      return before + more;
    }
    return before + Report.JOINT + more;
  }
}
