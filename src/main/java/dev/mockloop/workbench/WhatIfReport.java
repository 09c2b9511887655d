package dev.mockloop.workbench;

import java.util.List;

/**
 * What a changed rubric would do to the rated answers of its question.
 *
 * @param before agreement with the ratings under the current rubric
 * @param after agreement under the changed one
 * @param changed how many answers get another score, their level moved or not
 * @param levelsMoved how many get another level
 * @param closer how many of those come closer to their rating
 * @param moved those whose level moves, the most wrong first; of very many only the first
 */
public record WhatIfReport(
    Figures before, Figures after, int changed, int levelsMoved, int closer, List<Moved> moved) {

  public WhatIfReport {
    moved = List.copyOf(moved);
  }
}
