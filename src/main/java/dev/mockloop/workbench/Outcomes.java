package dev.mockloop.workbench;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import org.hipparchus.util.ResizableDoubleArray;

/**
 * What came of the answers so far. A million of them take some tens of megabytes: of an answer that
 * does not move five numbers stay, and of those that move only the ones that are most wrong are
 * kept with their reasons.
 */
final class Outcomes {
  private static final int MOST_KEPT = 2000;

  /** Those most wrong under the current rubric first. */
  private static final Comparator<Moved> MOST_WRONG_FIRST =
      Comparator.comparingDouble(Moved::wrongBefore)
          .thenComparingDouble(m -> Math.abs(m.scoreBefore() - m.human()))
          .reversed()
          .thenComparing(Moved::id);

  private final ResizableDoubleArray human = new ResizableDoubleArray();
  private final ResizableDoubleArray scoresBefore = new ResizableDoubleArray();
  private final ResizableDoubleArray scoresAfter = new ResizableDoubleArray();
  private final ResizableDoubleArray levelsBefore = new ResizableDoubleArray();
  private final ResizableDoubleArray levelsAfter = new ResizableDoubleArray();
  private final PriorityQueue<Moved> moved = new PriorityQueue<>(MOST_WRONG_FIRST.reversed());
  private int changed;
  private int levelsMoved;
  private int closer;

  /** One answer under both rubrics. */
  record Outcome(
      double human,
      double scoreBefore,
      double scoreAfter,
      int levelBefore,
      int levelAfter,
      Optional<Moved> moved) {}

  int count() {
    return human.getNumElements();
  }

  void add(Outcome outcome) {
    human.addElement(outcome.human);
    scoresBefore.addElement(outcome.scoreBefore);
    scoresAfter.addElement(outcome.scoreAfter);
    levelsBefore.addElement(outcome.levelBefore);
    levelsAfter.addElement(outcome.levelAfter);
    changed += outcome.scoreBefore == outcome.scoreAfter ? 0 : 1;
    outcome.moved.ifPresent(this::keep);
  }

  private void keep(Moved one) {
    levelsMoved++;
    closer += one.wrongAfter() < one.wrongBefore() ? 1 : 0;
    moved.add(one);
    if (moved.size() > MOST_KEPT) {
      moved.remove();
    }
  }

  WhatIfReport report() {
    double[] people = human.getElements();
    return new WhatIfReport(
        Figures.of(people, scoresBefore.getElements(), levels(levelsBefore)),
        Figures.of(people, scoresAfter.getElements(), levels(levelsAfter)),
        changed,
        levelsMoved,
        closer,
        moved.stream().sorted(MOST_WRONG_FIRST).toList());
  }

  private static int[] levels(ResizableDoubleArray levels) {
    return Arrays.stream(levels.getElements()).mapToInt(l -> (int) l).toArray();
  }
}
