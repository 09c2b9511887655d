package dev.mockloop.workbench;

import java.util.List;
import java.util.Locale;

/**
 * One thing that differs between two cards of the same answer.
 *
 * @param kind what differs
 * @param says what it was and what it is, as a sentence
 * @param words the words of the answer that it comes from; may be empty
 */
public record Reason(Kind kind, String says, List<String> words) {

  public Reason {
    words = List.copyOf(words);
  }

  /** What can differ, in the order in which it is told. */
  public enum Kind {
    IDEA,
    CRITERION,
    SIGNAL,
    DOUBT,
    FLAG,
    AIM,
    LINE;

    /** The name used on the wire. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
