package dev.mockloop.interview;

import java.util.OptionalInt;
import java.util.OptionalLong;

/** What a candidate asks of a session. */
public sealed interface Command {
  /** Begin the first round. */
  record Start() implements Command {}

  /** Keep a text. {@code number} is one more than the last number that the writer knows of. */
  record SaveDraft(Place place, long number, String text) implements Command {}

  /**
   * Hand in the text of a place.
   *
   * @param after the number of the last draft that the writer knows of: a later one with another
   *     text is then not covered up; empty to hand in over whatever is saved
   */
  record Submit(Place place, String text, OptionalLong after) implements Command {
    public Submit(Place place, String text) {
      this(place, text, OptionalLong.empty());
    }
  }

  /**
   * End the break and begin the next round.
   *
   * @param round index of the round to begin, so that a command that comes late never ends a later
   *     break; empty for whichever is next
   */
  record NextRound(OptionalInt round) implements Command {
    public NextRound() {
      this(OptionalInt.empty());
    }
  }

  /** Stop the clock. */
  record Pause() implements Command {}

  /** Give the session another name, at any time. */
  record Rename(String name) implements Command {}

  /** Let the clock go on. */
  record Resume() implements Command {}
}
