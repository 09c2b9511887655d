package dev.mockloop.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LikelihoodRatioTest {

  /** Dunning 1993, table 1, first row: "the swiss" with counts 110, 2442, 111 and 29114. */
  @Test
  void theRatioIsTheOneThatDunningPrints() {
    assertThat(LikelihoodRatio.g2(110, 110 + 2442, 111, 111 + 29114))
        .isCloseTo(270.72, within(0.005));
  }

  @Test
  void equalSharesTellNothing() {
    assertThat(LikelihoodRatio.g2(3, 9, 5, 15)).isCloseTo(0, within(1e-12));
    assertThat(LikelihoodRatio.p(0)).isEqualTo(1);
  }

  /** Quantiles of chi squared with one degree of freedom, as every table has them. */
  @Test
  void chancesAreThoseOfTheTables() {
    assertThat(LikelihoodRatio.p(3.841458820694124)).isCloseTo(0.05, within(1e-9));
    assertThat(LikelihoodRatio.p(6.634896601021213)).isCloseTo(0.01, within(1e-9));
    assertThat(LikelihoodRatio.p(10.827566170662733)).isCloseTo(0.001, within(1e-9));
  }

  /** The fifteen p-values of Benjamini and Hochberg 1995, who reject four at 0.05. */
  @Test
  void ratesAreThoseOfTheExampleOfBenjaminiAndHochberg() {
    List<Double> ps =
        List.of(
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
            0.5719, 0.6528, 0.7590, 1.0);

    List<Double> qs = LikelihoodRatio.q(ps);

    assertThat(qs.stream().filter(q -> q <= 0.05)).hasSize(4);
    assertThat(qs.get(0)).isCloseTo(0.0015, within(1e-12));
    assertThat(qs.get(3)).isCloseTo(0.0095 * 15 / 4, within(1e-12));
    assertThat(qs.get(5)).isCloseTo(0.0298 * 15 / 7, within(1e-12));
    assertThat(qs.get(14)).isEqualTo(1);
    assertThat(qs).isSorted();
  }

  @Test
  void ratesStandAtTheirTestsAndNotInOrder() {
    List<Double> qs = LikelihoodRatio.q(List.of(0.5, 0.01));

    assertThat(qs.get(0)).isCloseTo(0.5, within(1e-12));
    assertThat(qs.get(1)).isCloseTo(0.02, within(1e-12));
    assertThat(LikelihoodRatio.q(List.of())).isEmpty();
  }
}
