package dev.mockloop.revision;

import java.time.Instant;

/**
 * One version of a question's rubric.
 *
 * @param number from 1, without gaps; the name of the version for people
 * @param parent the number of the version that it was made from; 0 for the first
 * @param at when it was published, or when the shipped text was noted
 * @param author who published it
 * @param note why
 * @param rubricVersion the name of its content on scorecards; two versions with the same text have
 *     the same one
 * @param origin where the text came from
 * @param text the whole YAML
 */
public record Revision(
    int number,
    int parent,
    Instant at,
    String author,
    String note,
    String rubricVersion,
    Origin origin,
    String text) {

  public Revision {
    if (number < 1 || parent < 0 || parent >= number) {
      throw new IllegalArgumentException(
          "a version is numbered from 1 and made from an earlier one, got "
              + number
              + " from "
              + parent);
    }
  }

  /** Whether somebody published it; otherwise it is what the rubric folder held. */
  public boolean published() {
    return !(origin instanceof Origin.Shipped);
  }
}
