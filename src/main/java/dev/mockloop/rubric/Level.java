package dev.mockloop.rubric;

import java.util.Locale;

/** The seniority that an answer is judged for. */
public enum Level {
  SENIOR,
  STAFF;

  /** The name used in files and on the wire. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level of that name; an {@link IllegalArgumentException} says which names there are. */
  public static Level of(String id) {
    for (Level level : values()) {
      if (level.id().equals(id)) {
        return level;
      }
    }
    throw new IllegalArgumentException("a level is senior or staff, got: " + id);
  }
}
