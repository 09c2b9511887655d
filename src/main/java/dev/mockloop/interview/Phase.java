package dev.mockloop.interview;

import java.time.Instant;

/** What is going on in a session. */
public sealed interface Phase {

  /** Made, not begun. */
  record Lobby() implements Phase {}

  /** A text is being written, until the deadline. */
  record Answering(Place place, Instant deadline) implements Phase {}

  /** Between rounds. */
  record Break(int afterRound, Instant until) implements Phase {}

  /** The clock is stopped; {@code before} goes on afterwards. */
  record Paused(Phase before, Instant since) implements Phase {}

  /** Over. {@code expired} when it was left. */
  record Over(boolean expired, Instant at) implements Phase {}
}
