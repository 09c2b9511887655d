package dev.mockloop.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private static final double CLOSE = 1e-12;

  /** Expected values worked out from the definitions in Python, by sums over all pairs. */
  @Test
  void everyFigureIsThatOfItsDefinition() {
    double[] human = {1, 1.5, 2, 2.5, 3, 3.5, 4, 5};
    double[] scores = {1.2, 2.4, 1.8, 2.9, 2.2, 4.1, 3.4, 4.6};
    int[] levels = {1, 2, 2, 3, 2, 4, 3, 5};

    Figures figures = Figures.of(human, scores, levels);

    assertThat(figures.n()).isEqualTo(8);
    assertThat(figures.exact()).isEqualTo(0.75);
    assertThat(figures.adjacent()).isEqualTo(1);
    assertThat(figures.qwk()).isCloseTo(0.9166666666666666, within(CLOSE));
    assertThat(figures.r()).isCloseTo(0.8913890486707955, within(CLOSE));
    assertThat(figures.smd()).isCloseTo(0.009365858115817072, within(CLOSE));
    assertThat(figures.rmse()).isCloseTo(0.5667892024377317, within(CLOSE));
  }

  @Test
  void figuresWithoutAValueAreNotNumbers() {
    Figures none = Figures.of(new double[0], new double[0], new int[0]);
    Figures alike = Figures.of(new double[] {3, 3}, new double[] {3, 3}, new int[] {3, 3});

    assertThat(Arrays.asList(none.exact(), none.qwk(), none.r(), none.smd(), none.rmse()))
        .containsOnly(Double.NaN);
    assertThat(Arrays.asList(alike.qwk(), alike.r(), alike.smd())).containsOnly(Double.NaN);
    assertThat(alike.exact()).isEqualTo(1);
    assertThat(alike.rmse()).isZero();
  }

  /** The standard error of a mean is its deviation over the root of n. */
  @Test
  void theBootstrapOfAMeanNearsItsNormalInterval() {
    double[] values = new double[200];
    Arrays.setAll(values, i -> i % 10);
    double mean = 4.5;
    double error = Math.sqrt(8.25 / values.length);

    Interval interval =
        Interval.of(
            values.length,
            drawn -> Arrays.stream(drawn).mapToDouble(i -> values[i]).average().orElseThrow());

    assertThat(interval.value()).isCloseTo(mean, within(CLOSE));
    assertThat(interval.low()).isCloseTo(mean - 1.96 * error, within(0.03));
    assertThat(interval.high()).isCloseTo(mean + 1.96 * error, within(0.03));
  }

  @Test
  void theSameAnswersGiveTheSameIntervalEveryTime() {
    assertThat(Interval.of(7, drawn -> drawn[0])).isEqualTo(Interval.of(7, drawn -> drawn[0]));
  }
}
