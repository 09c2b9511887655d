package dev.mockloop.workbench;

import java.util.List;

/**
 * What a changed rubric would do to the rated answers of its question.
 *
 * @param before agreement with the ratings under the current rubric
 * @param after agreement under the changed one
 * @param changed how many answers get another score, their level moved or not
 * @param moved answers whose level moves; those that were most wrong first
 */
public record WhatIfReport(Figures before, Figures after, int changed, List<Moved> moved) {

  public WhatIfReport {
    moved = List.copyOf(moved);
  }

  /** How many of the moved answers come closer to their rating. */
  public long closer() {
    return moved.stream().filter(m -> m.wrongAfter() < m.wrongBefore()).count();
  }
}
