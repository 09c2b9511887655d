package dev.mockloop.rating;

import dev.mockloop.interview.SessionId;
import dev.mockloop.rubric.QuestionId;

/**
 * What is rated: the answer that a finished session holds to a question, follow-up included.
 * Written as {@code <session>/<kind>/<name>}.
 */
public record ItemId(SessionId session, QuestionId question) implements Comparable<ItemId> {

  /** Reads what {@link #value()} writes; an {@link IllegalArgumentException} says what is wrong. */
  public static ItemId of(String value) {
    int slash = value.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException(
          "an item looks like 20260105-120000-abc/design/rate-limiter: session, then question");
    }
    return new ItemId(
        new SessionId(value.substring(0, slash)), new QuestionId(value.substring(slash + 1)));
  }

  public String value() {
    return session.value() + "/" + question.value();
  }

  @Override
  public int compareTo(ItemId other) {
    return value().compareTo(other.value());
  }

  @Override
  public String toString() {
    return value();
  }
}
