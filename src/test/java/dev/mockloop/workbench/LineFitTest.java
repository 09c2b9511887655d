package dev.mockloop.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class LineFitTest {
  private static final List<Double> USUAL = List.of(1.5, 2.5, 3.5, 4.5);
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  @Test
  void aLineMovesToWhereItSavesMoreThanItCosts() {
    double[] scores = {3.4};
    double[] human = {4};

    assertThat(new LineFit(USUAL).fit(scores, human, 50)).containsExactly(1.5, 2.5, 3.4, 4.5);
    assertThat(new LineFit(USUAL).fit(scores, human, 150)).isEqualTo(USUAL);
  }

  @Test
  void withoutAnswersOrUnderAnInfinitePenaltyAllStays() {
    List<Double> own = List.of(1.47, 2.31, 3.33, 4.05);

    assertThat(new LineFit(own).fit(new double[0], new double[0], 0.3)).isEqualTo(own);
    assertThat(new LineFit(USUAL).fit(new double[] {4.4}, new double[] {5}, INFINITE))
        .isEqualTo(USUAL);
  }

  @Property(tries = 200)
  void linesRiseAndStayOnTheScale(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @DoubleRange(min = 0.01, max = 10) double penalty) {
    Random random = new Random(seed);
    double[] scores = random.doubles(20, 1, 5).toArray();
    double[] human = random.ints(20, 1, 6).asDoubleStream().toArray();

    List<Double> lines = new LineFit(USUAL).fit(scores, human, penalty);

    assertThat(lines).hasSize(4);
    assertThat(lines.getFirst()).isGreaterThan(1);
    assertThat(lines.getLast()).isLessThanOrEqualTo(5);
    for (int i = 1; i < lines.size(); i++) {
      assertThat(lines.get(i) - lines.get(i - 1)).isGreaterThanOrEqualTo(0.1 - 1e-9);
    }
  }

  /** Every way to draw the lines on the grid is tried, one by one. */
  @Test
  void noOtherLinesAreBetter() {
    Random random = new Random(7);
    double[] scores = random.doubles(8, 1, 5).toArray();
    double[] human = random.ints(8, 1, 6).asDoubleStream().toArray();
    double penalty = 0.7;
    double least = INFINITE;
    double[] grid = new double[80];
    for (int i = 0; i < grid.length; i++) {
      grid[i] = Math.round((1.05 + 0.05 * i) * 100) / 100.0;
    }
    for (int a = 0; a < grid.length; a++) {
      for (int b = a + 2; b < grid.length; b++) {
        for (int c = b + 2; c < grid.length; c++) {
          for (int d = c + 2; d < grid.length; d++) {
            least =
                Math.min(least, cost(scores, human, penalty, grid[a], grid[b], grid[c], grid[d]));
          }
        }
      }
    }

    List<Double> lines = new LineFit(USUAL).fit(scores, human, penalty);

    assertThat(cost(scores, human, penalty, lines.get(0), lines.get(1), lines.get(2), lines.get(3)))
        .isCloseTo(least, within(1e-9));
  }

  private static double cost(double[] scores, double[] human, double penalty, double... lines) {
    double cost = 0;
    for (int i = 0; i < scores.length; i++) {
      int level = 1;
      for (double line : lines) {
        level += scores[i] >= line ? 1 : 0;
      }
      cost += (level - human[i]) * (level - human[i]);
    }
    for (int i = 0; i < lines.length; i++) {
      cost += penalty * (lines[i] - USUAL.get(i)) * (lines[i] - USUAL.get(i));
    }
    return cost;
  }
}
