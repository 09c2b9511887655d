package dev.mockloop.workbench;

import java.util.List;
import java.util.Optional;

/**
 * Weights and thresholds fitted to ratings, beside the current ones. Nothing is changed by it.
 *
 * @param answers how many rated answers of the question it was fitted to
 * @param weights one a criterion, in the order of the rubric
 * @param linesBefore the scores from which levels 2 to 5 begin now
 * @param linesAfter the fitted ones, rising
 * @param weightPenalty what a weight costs that is doubled, in squared levels, as chosen by
 *     cross-validation; infinite when the current weights did best
 * @param linePenalty the same for a threshold that is moved by a level
 * @param before agreement now
 * @param after agreement under the fit on the answers it was made from: too good by nature
 * @param byAnswer gain on held-out answers; empty when there are too few answers to hold some out
 * @param byQuestion gain on whole questions held out; empty when fewer than three questions share
 *     criteria and have answers
 * @param questions how many questions the last was made from
 */
public record Fitted(
    int answers,
    List<Weight> weights,
    List<Double> linesBefore,
    List<Double> linesAfter,
    double weightPenalty,
    double linePenalty,
    Figures before,
    Figures after,
    Optional<Gain> byAnswer,
    Optional<Gain> byQuestion,
    int questions) {

  public Fitted {
    weights = List.copyOf(weights);
    linesBefore = List.copyOf(linesBefore);
    linesAfter = List.copyOf(linesAfter);
  }

  /**
   * A criterion's weight.
   *
   * @param current as the rubric has it
   * @param fitted 0 or more, in steps of 0.01; all fitted weights together weigh what all current
   *     ones do
   */
  public record Weight(String criterion, String title, double current, double fitted) {}

  /** Whether the fit differs from the rubric at all. */
  public boolean moves() {
    return !linesBefore.equals(linesAfter)
        || weights.stream().anyMatch(w -> w.current() != w.fitted());
  }

  /** Whether the gain on held-out answers is more than chance. */
  public boolean sure() {
    return byAnswer.map(Gain::sure).orElse(false);
  }
}
