package dev.mockloop.interview;

import java.time.Duration;
import java.time.Instant;

/** What happened in a session. A session is nothing but its events in order. */
public sealed interface Event {
  /** When it happened, or was due. */
  Instant at();

  /** The session was made. */
  record Created(SessionId session, Mode mode, Plan plan, String candidate, Instant at)
      implements Event {}

  /** The candidate began. */
  record Started(Instant at) implements Event {}

  /** A question was put. {@code deadline} is for its answer; {@code roundEnds} is the round's. */
  record QuestionShown(Place place, Instant deadline, Instant roundEnds, Instant at)
      implements Event {}

  /** A text was saved. Numbers rise within a place. */
  record DraftSaved(Place place, long number, String text, Instant at) implements Event {}

  /** An answer was handed in, or taken at its deadline. */
  record Answered(Place place, String text, Cause cause, Instant at) implements Event {}

  /** The follow-up was asked. */
  record ProbeAsked(Place place, String criterion, String text, Instant deadline, Instant at)
      implements Event {}

  /**
   * A break began; it ends by itself at {@code until}, unless the session waits for the candidate.
   */
  record BreakStarted(int afterRound, Instant until, Instant at) implements Event {}

  /** The clock was stopped, in practice. */
  record Paused(Instant at) implements Event {}

  /** The clock went on; every deadline is later by {@code pause}. */
  record Resumed(Duration pause, Instant at) implements Event {}

  /** The last round ended. */
  record Finished(Instant at) implements Event {}

  /** A whole round went by without a word; the session ended there. */
  record Expired(Instant at) implements Event {}

  /** The session was given another name. */
  record Renamed(String name, Instant at) implements Event {}

  /** How an answer came about. */
  enum Cause {
    SUBMITTED,
    DEADLINE
  }
}
