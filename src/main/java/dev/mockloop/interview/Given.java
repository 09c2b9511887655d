package dev.mockloop.interview;

import java.time.Instant;

/**
 * What the candidate gave at one place.
 *
 * @param shown when the place was opened
 * @param deadline when its time ends or ended
 * @param draftNumber number of the last draft, 0 for none
 * @param text the answer, or the last draft while it is open
 * @param closed whether it is an answer
 * @param cause how it was closed; {@link Event.Cause#DEADLINE} while it is open
 * @param closedAt when it was closed; the deadline while it is open
 */
public record Given(
    Instant shown,
    Instant deadline,
    long draftNumber,
    String text,
    boolean closed,
    Event.Cause cause,
    Instant closedAt) {

  static Given opened(Instant shown, Instant deadline) {
    return new Given(shown, deadline, 0, "", false, Event.Cause.DEADLINE, deadline);
  }

  Given withDraft(long number, String draft) {
    return new Given(shown, deadline, number, draft, closed, cause, closedAt);
  }

  Given withDeadline(Instant later) {
    return new Given(shown, later, draftNumber, text, closed, cause, later);
  }

  Given answered(String answer, Event.Cause how, Instant at) {
    return new Given(shown, deadline, draftNumber, answer, true, how, at);
  }
}
