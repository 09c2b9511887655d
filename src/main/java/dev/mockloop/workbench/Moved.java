package dev.mockloop.workbench;

import java.util.List;

/**
 * An answer whose level a changed rubric moves.
 *
 * @param id the answer's
 * @param begins its first words
 * @param human the mean of its raters, from 1 to 5
 * @param scoreBefore overall score under the current rubric
 * @param scoreAfter under the changed one
 * @param levelBefore the level of the first, from 1 to 5
 * @param levelAfter the level of the second
 * @param reasons all that differs between the two cards
 */
public record Moved(
    String id,
    String begins,
    double human,
    double scoreBefore,
    double scoreAfter,
    int levelBefore,
    int levelAfter,
    List<Reason> reasons) {

  public Moved {
    reasons = List.copyOf(reasons);
  }

  /** How far the current level is from the rating. */
  public double wrongBefore() {
    return Math.abs(levelBefore - human);
  }

  /** How far the changed level is from the rating. */
  public double wrongAfter() {
    return Math.abs(levelAfter - human);
  }
}
