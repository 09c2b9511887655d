package dev.mockloop.agreement;

import static dev.mockloop.agreement.Tables.known;
import static dev.mockloop.agreement.Tables.pair;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Tables that allow few figures, or none: the rest is said, and why. */
class OddRatingsTest {
  private static Agreement of(String csv) {
    return new Analysis(Tables.csv(csv), "machine").of(Cut.ALL);
  }

  private static String why(Figure figure) {
    return switch (figure) {
      case Figure.Undefined none -> none.why();
      case Figure.Known known -> throw new AssertionError(known.toString());
    };
  }

  @Test
  void aConstantRaterLeavesCorrelationsUndefinedWithTheReason() {
    Agreement.Pair pair = pair(of("item,a,b\n1,3,1\n2,3,2\n3,3,3\n"), "a : b");

    assertThat(why(pair.figure(Measure.PEARSON))).isEqualTo("the first gave every item the same");
    assertThat(why(pair.figure(Measure.SPEARMAN))).isEqualTo("the first gave every item the same");
    assertThat(known(pair.figure(Measure.QWK))).isZero();
    assertThat(known(pair.figure(Measure.EXACT))).isCloseTo(1 / 3.0, within(1e-9));
  }

  @Test
  void twoConstantRatersAgreeWithoutAKappa() {
    Agreement.Pair pair = pair(of("item,a,b\n1,3,3\n2,3,3\n"), "a : b");

    assertThat(known(pair.figure(Measure.EXACT))).isEqualTo(1);
    assertThat(why(pair.figure(Measure.KAPPA))).isEqualTo("both gave every item the same");
    assertThat(why(pair.figure(Measure.AC1))).isEqualTo("both gave every item the same");
  }

  @Test
  void oneRaterHasNoPairAndNoFigureOfAll() {
    Agreement agreement = of("item,a\n1,3\n2,4\n");

    assertThat(agreement.pairs()).isEmpty();
    assertThat(agreement.raters()).hasSize(1);
    assertThat(agreement.people())
        .hasSize(5)
        .allSatisfy(f -> assertThat(f).isInstanceOf(Figure.Undefined.class));
  }

  @Test
  void ratersWithoutAnItemInCommonAreNoPair() {
    assertThat(of("item,a,b\n1,3,\n2,,4\n").pairs()).isEmpty();
  }

  @Test
  void oneItemInCommonIsSaidToBeTooFew() {
    Agreement.Pair pair = pair(of("item,a,b\n1,3,4\n2,,4\n"), "a : b");

    assertThat(pair.items()).isEqualTo(1);
    assertThat(why(pair.figure(Measure.PEARSON))).contains("one item in common");
    assertThat(pair.firstSd()).isEmpty();
  }

  @Test
  void onePersonAndTheMachineHaveNoPrmseAndNoDegradation() {
    Agreement agreement = of("item,a,machine\n1,3,3.2\n2,4,3.9\n3,1,1.4\n");

    assertThat(agreement.pairs()).extracting(Agreement.Pair::name).containsExactly("a : machine");
    assertThat(why(agreement.machine().getFirst())).contains("two people have rated");
    assertThat(why(agreement.pairs().getFirst().figure(Measure.DEGRADATION)))
        .contains("two people have rated");
  }

  @Test
  void measurementsWithoutLevelsKeepTheFiguresThatNeedNone() {
    StringBuilder csv = new StringBuilder("item,a,b\n");
    for (int i = 0; i < 150; i++) {
      csv.append(
          String.format(Locale.ROOT, "%d,%d,%d%n", i, i * 10, i * 10 + (i % 2 == 0 ? 3 : -3)));
    }
    Agreement.Pair pair = pair(of(csv.toString()), "a : b");

    assertThat(why(pair.figure(Measure.KAPPA))).contains("more than 101 levels");
    assertThat(known(pair.figure(Measure.RMSE))).isCloseTo(3, within(1e-9));
    assertThat(known(pair.figure(Measure.SPEARMAN))).isCloseTo(1, within(1e-9));
  }

  @Test
  void noFigureEverReadsAsNotANumber() {
    for (String csv :
        List.of(
            "item,a,b,machine\n1,3,3,3\n",
            "item,a,b,machine\n1,3,,3\n2,,2,2\n",
            "item,a,machine\n1,0,0\n2,0,0\n",
            "item,a,b,machine\n1,1,5,\n2,5,1,3\n3,1,5,3\n")) {
      assertThat(of(csv).toString()).doesNotContain("NaN").doesNotContain("Infinity");
    }
  }

  @Test
  void halfLevelsAreCountedUpAndKeptWhereNoLevelIsMeant() {
    Agreement.Pair pair = pair(of("item,a,b\n1,3.5,4\n2,2.5,3\n3,1,2\n"), "a : b");

    assertThat(known(pair.figure(Measure.EXACT))).isCloseTo(2 / 3.0, within(1e-9));
    assertThat(known(pair.figure(Measure.RMSE))).isCloseTo(Math.sqrt(1.5 / 3), within(1e-9));
  }

  @Test
  void eachCriterionQuestionAndRoundIsComparedForItself() {
    Analysis analysis =
        new Analysis(
            Tables.csv(
                """
                item,question,round,criterion,a,b
                1,q1,r1,depth,3,3
                1,q1,r1,clarity,2,4
                2,q1,r1,depth,4,4
                2,q1,r1,clarity,1,4
                3,q2,r1,depth,5,5
                3,q2,r1,clarity,2,5
                """),
            "machine");
    List<Agreement.Slice> slices = analysis.slices(Cut.ALL);

    assertThat(slices)
        .extracting(s -> s.kind() + " " + s.name() + " " + s.items())
        .containsExactly(
            "criterion depth 3", "criterion clarity 3", "question q1 4", "question q2 2");
    assertThat(known(slices.get(0).pairs().getFirst().figure(Measure.EXACT))).isEqualTo(1);
    assertThat(known(slices.get(1).pairs().getFirst().figure(Measure.EXACT))).isZero();
    assertThat(known(analysis.of(Cut.ALL).pairs().getFirst().figure(Measure.EXACT))).isEqualTo(0.5);
  }

  @Test
  void aRaterWhoGrowsLenientDriftsAgainstTheOthers() {
    StringBuilder csv = new StringBuilder("item,date,a,b\n");
    for (int i = 0; i < 40; i++) {
      int level = 2 + i % 3;
      csv.append(
          String.format(
              Locale.ROOT, "%d,2026-01-%02d,%d,%d%n", i, 1 + i / 2, level, level + i / 20));
    }
    List<Agreement.Drift> drift = of(csv.toString()).drift();

    assertThat(drift).extracting(Agreement.Drift::rater).containsExactly("a", "b");
    assertThat(known(drift.get(1).shift())).isCloseTo(1, within(1e-9));
    assertThat(known(drift.get(0).shift())).isCloseTo(-1, within(1e-9));
    assertThat(drift).allMatch(Agreement.Drift::against);
    assertThat(drift.get(0).earlier() + drift.get(0).later()).isEqualTo(40);
  }

  @Test
  void intervalsOfAShareAreAsWideAsTheBinomialSaysAlsoWhenItemsAreSampled() {
    SplittableRandom random = new SplittableRandom(3);
    for (int n : new int[] {400, 40_000}) {
      List<Rating> all = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        int level = 1 + random.nextInt(5);
        all.add(Tables.rating("i" + i, "a", level));
        all.add(Tables.rating("i" + i, "b", random.nextInt(10) < 7 ? level : 1 + level % 5));
      }
      Agreement agreement = new Analysis(Ratings.of(all), "machine").of(Cut.ALL);
      Figure.Known exact = (Figure.Known) agreement.pairs().getFirst().figure(Measure.EXACT);
      Interval interval = exact.interval().orElseThrow();
      double wide = 2 * 1.96 * Math.sqrt(exact.value() * (1 - exact.value()) / n);

      assertThat(interval.high() - interval.low()).isCloseTo(wide, within(0.12 * wide));
    }
  }
}
