package dev.mockloop.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final double CLOSE = 1e-6;

  @Test
  void perfectAgreementIsOneEverywhere() {
    List<Double> scores = List.of(1.0, 2.0, 3.0, 4.0, 5.0);

    Agreement agreement = Agreement.of(scores, scores);

    assertThat(agreement.qwk()).isEqualTo(1);
    assertThat(agreement.r()).isCloseTo(1, within(CLOSE));
    assertThat(agreement.exact()).isEqualTo(1);
    assertThat(agreement.smd()).isZero();
  }

  /** Worked by hand from Cohen 1968: observed 3, expected (sum over pairs) / 4 = 10.5. */
  @Test
  void quadraticKappaIsOneLessObservedOverExpectedDisagreement() {
    List<Double> people = List.of(1.0, 2.0, 4.0, 5.0);
    List<Double> machine = List.of(2.0, 2.0, 3.0, 4.0);

    Agreement agreement = Agreement.of(people, machine);

    // expected = sum over all pairs of (a - b)^2 / n
    double expected = 0;
    for (double a : people) {
      for (double b : machine) {
        expected += (a - b) * (a - b) / 4;
      }
    }
    assertThat(agreement.qwk()).isCloseTo(1 - 3 / expected, within(CLOSE));
    assertThat(agreement.exact()).isEqualTo(0.25);
    assertThat(agreement.adjacent()).isEqualTo(1);
  }

  @Test
  void theStandardizedDifferenceUsesThePeoplesDeviation() {
    Agreement agreement = Agreement.of(List.of(1.0, 3.0, 5.0), List.of(2.0, 4.0, 5.0));

    // means 3 and 11/3; the people's deviation over N - 1 is 2
    assertThat(agreement.smd()).isCloseTo((11 / 3.0 - 3) / 2, within(CLOSE));
  }

  /** Two lists that share only what is held constant, with parts at right angles besides. */
  @Test
  void aPartialCorrelationTakesOutWhatIsHeldConstant() {
    List<Double> held = List.of(1.0, 1.0, -1.0, -1.0);
    List<Double> first = List.of(2.0, 0.0, 0.0, -2.0);
    List<Double> second = List.of(2.0, 0.0, -2.0, 0.0);

    assertThat(Agreement.pearson(first, second)).isCloseTo(0.5, within(CLOSE));
    assertThat(Agreement.partial(first, second, held)).isCloseTo(0, within(CLOSE));
    assertThat(Agreement.partial(first, first, held)).isCloseTo(1, within(CLOSE));
  }

  @Test
  void halvesRoundUpAndLevelsStayOnTheScale() {
    assertThat(Agreement.level(3.5)).isEqualTo(4);
    assertThat(Agreement.level(0.2)).isEqualTo(1);
    assertThat(Agreement.level(9)).isEqualTo(5);
  }
}
