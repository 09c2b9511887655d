package dev.mockloop.story;

import java.util.Locale;

/** What a sentence does in a story (the STAR form, with reflection). */
public enum Role {
  /** Where it happened, who was there, what was at stake. */
  SITUATION,
  /** What the candidate had to reach or was responsible for. */
  TASK,
  /** What the candidate did. */
  ACTION,
  /** What came of it. */
  RESULT,
  /** What the candidate learned or would do differently. */
  REFLECTION,
  /** None of these. */
  OTHER;

  /** The name used on the wire. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
