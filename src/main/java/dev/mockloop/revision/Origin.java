package dev.mockloop.revision;

/** Where a version's text came from. */
public sealed interface Origin {

  /** The rubric folder, as it stood when it was noted. */
  record Shipped() implements Origin {}

  /** Somebody who edited it. */
  record Edited() implements Origin {}

  /**
   * An older version, taken again.
   *
   * @param to that version's number
   */
  record RolledBack(int to) implements Origin {}
}
