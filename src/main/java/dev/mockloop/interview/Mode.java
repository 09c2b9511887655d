package dev.mockloop.interview;

import java.util.Locale;

/** How strictly a session is run. */
public enum Mode {
  /** As in a real interview: no pause, time is the server's, breaks end by the clock. */
  MOCK,
  /** The clock can be paused, and the next round waits for the candidate. */
  PRACTICE;

  /** The name used on the wire. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The mode of that name; an {@link IllegalArgumentException} says which names there are. */
  public static Mode of(String id) {
    for (Mode mode : values()) {
      if (mode.id().equals(id)) {
        return mode;
      }
    }
    throw new IllegalArgumentException("a mode is mock or practice, got: " + id);
  }
}
