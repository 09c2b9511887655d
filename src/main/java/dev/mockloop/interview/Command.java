package dev.mockloop.interview;

/** What a candidate asks of a session. */
public sealed interface Command {
  /** Begin the first round. */
  record Start() implements Command {}

  /** Keep a text. {@code number} is one more than the last number that the writer knows of. */
  record SaveDraft(Place place, long number, String text) implements Command {}

  /** Hand in the text of a place. */
  record Submit(Place place, String text) implements Command {}

  /** End the break and begin the next round. */
  record NextRound() implements Command {}

  /** Stop the clock. */
  record Pause() implements Command {}

  /** Give the session another name, at any time. */
  record Rename(String name) implements Command {}

  /** Let the clock go on. */
  record Resume() implements Command {}
}
