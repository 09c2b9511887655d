package dev.mockloop.agreement;

import static dev.mockloop.agreement.Tables.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.CohenKappaAgreement;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.distance.OrdinalDistanceFunction;

/**
 * Laws of the statistics; DKPro Agreement is a second opinion on kappa and alpha. It is none on
 * weighted kappa: of the items (1, 1), (1, 1), (2, 3) Cohen's formula gives 4/7 with linear
 * weights, and DKPro 2.2.1 gives 1/7. Those are held to RSMTool's values and to tables by hand.
 */
class AgreementLawsTest {
  private static final Offset<Double> EXACT = within(1e-9);
  private static final List<Measure> SYMMETRIC =
      List.of(
          Measure.EXACT,
          Measure.ADJACENT,
          Measure.KAPPA,
          Measure.LINEAR_KAPPA,
          Measure.QWK,
          Measure.PEARSON,
          Measure.SPEARMAN,
          Measure.RMSE,
          Measure.AC1,
          Measure.AC2,
          Measure.ALPHA);

  @Provide
  Arbitrary<List<List<Integer>>> items() {
    return items(3);
  }

  @Provide
  Arbitrary<List<List<Integer>>> manyItems() {
    return items(11);
  }

  private static Arbitrary<List<List<Integer>>> items(int fewest) {
    return Arbitraries.integers()
        .between(1, 5)
        .list()
        .ofSize(2)
        .list()
        .ofMinSize(fewest)
        .ofMaxSize(40);
  }

  private static double[] figures(List<List<Integer>> items, int first, int second) {
    double[] a = items.stream().mapToDouble(i -> i.get(first)).toArray();
    double[] b = items.stream().mapToDouble(i -> i.get(second)).toArray();
    double[] w = new double[a.length];
    java.util.Arrays.fill(w, 1);
    return new Pairs(Scale.of(1, 2, 3, 4, 5), true, a, b, w).statistics(w);
  }

  private static double figure(double[] figures, Measure measure) {
    return figures[Pairs.MEASURES.indexOf(measure)];
  }

  @Property(tries = 200)
  void theOrderOfRatersChangesNoFigureButTheSignOfTheMeanDifference(
      @ForAll("items") List<List<Integer>> items) {
    double[] one = figures(items, 0, 1);
    double[] other = figures(items, 1, 0);

    for (Measure measure : SYMMETRIC) {
      assertThat(figure(one, measure)).as(measure.id()).isCloseTo(figure(other, measure), EXACT);
    }
    Assume.that(Double.isFinite(figure(one, Measure.SMD)));
    assertThat(figure(one, Measure.SMD)).isCloseTo(-figure(other, Measure.SMD), EXACT);
  }

  @Property(tries = 100)
  void whoAgreesWithHimselfAgreesPerfectly(@ForAll("items") List<List<Integer>> items) {
    Assume.that(items.stream().map(List::getFirst).distinct().count() > 1);
    double[] same = figures(items, 0, 0);

    for (Measure measure : SYMMETRIC) {
      assertThat(figure(same, measure))
          .as(measure.id())
          .isCloseTo(measure == Measure.RMSE ? 0 : 1, EXACT);
    }
    assertThat(figure(same, Measure.R2)).isCloseTo(1, EXACT);
    assertThat(figure(same, Measure.SMD)).isZero();
    assertThat(figure(same, Measure.SHARE)).isZero();
  }

  @Property(tries = 100)
  void countingEqualItemsTogetherChangesNothing(@ForAll("items") List<List<Integer>> items) {
    List<Rating> all = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      all.add(Tables.rating("i" + i, "a", items.get(i).get(0)));
      all.add(Tables.rating("i" + i, "b", items.get(i).get(1)));
    }
    Ratings ratings = Ratings.of(all);
    Panel panel = Panel.byRater(ratings, Cut.ALL, -1);
    Pairs pairs = Pairs.of(panel, Scale.of(1, 2, 3, 4, 5), true, 0, 1);

    assertThat(panel.items()).isEqualTo(items.size());
    assertThat(pairs.statistics(pairs.weights())).containsExactly(figures(items, 0, 1), EXACT);
  }

  /** By hand: observed 1 of 3, expected 7 of 9 linear; squared 1 of 3, and 11 of 9. */
  @Example
  void weightedKappaOfAnExampleByHand() {
    double[] figures = figures(List.of(List.of(1, 1), List.of(1, 1), List.of(2, 3)), 0, 1);

    assertThat(figure(figures, Measure.LINEAR_KAPPA)).isCloseTo(4 / 7.0, EXACT);
    assertThat(figure(figures, Measure.QWK)).isCloseTo(8 / 11.0, EXACT);
  }

  @Property(tries = 100)
  void kappaIsThatOfDkpro(@ForAll("items") List<List<Integer>> items) {
    CodingAnnotationStudy study = new CodingAnnotationStudy(2);
    items.forEach(i -> study.addItemAsArray(i.toArray()));
    double[] own = figures(items, 0, 1);
    Assume.that(Double.isFinite(figure(own, Measure.KAPPA)));

    assertThat(new CohenKappaAgreement(study).calculateAgreement())
        .isCloseTo(figure(own, Measure.KAPPA), EXACT);
  }

  @Property(tries = 100)
  void alphaWithMissingRatingsIsThatOfDkpro(
      @ForAll("withGaps") List<List<Optional<Integer>>> items) {
    CodingAnnotationStudy study = new CodingAnnotationStudy(4);
    double[][] counts = new double[items.size()][5];
    double[] weights = new double[items.size()];
    for (int i = 0; i < items.size(); i++) {
      study.addItemAsArray(items.get(i).stream().map(r -> r.orElse(null)).toArray());
      weights[i] = 1;
      for (Optional<Integer> rating : items.get(i)) {
        if (rating.isPresent()) {
          counts[i][rating.get() - 1]++;
        }
      }
    }
    double own = Alpha.of(counts, weights);
    Assume.that(Double.isFinite(own));

    assertThat(
            new KrippendorffAlphaAgreement(study, new OrdinalDistanceFunction())
                .calculateAgreement())
        .isCloseTo(own, EXACT);
  }

  @Provide
  Arbitrary<List<List<Optional<Integer>>>> withGaps() {
    return Arbitraries.integers()
        .between(1, 5)
        .optional(0.8)
        .list()
        .ofSize(4)
        .list()
        .ofMinSize(4)
        .ofMaxSize(30);
  }

  @Property(tries = 30)
  void relabellingRatersChangesNothingOfAll(@ForAll("items") List<List<Integer>> items) {
    List<Rating> plain = new ArrayList<>();
    List<Rating> relabelled = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      plain.add(Tables.rating("i" + i, "a", items.get(i).get(0)));
      plain.add(Tables.rating("i" + i, "b", items.get(i).get(1)));
      relabelled.add(Tables.rating("i" + i, "y", items.get(i).get(0)));
      relabelled.add(Tables.rating("i" + i, "x", items.get(i).get(1)));
    }
    Agreement one = new Analysis(Ratings.of(plain), "machine").of(Cut.ALL);
    Agreement other = new Analysis(Ratings.of(relabelled), "machine").of(Cut.ALL);

    assertThat(one.people()).isEqualTo(other.people());
    assertThat(one.pairs().getFirst().figures()).isEqualTo(other.pairs().getFirst().figures());
  }

  @Property(tries = 20)
  void theSameRatingsHaveTheSameIntervalsAndTheseHoldTheFigure(
      @ForAll("manyItems") List<List<Integer>> items) {
    List<Rating> all = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      all.add(Tables.rating("i" + i, "a", items.get(i).get(0)));
      all.add(Tables.rating("i" + i, "b", items.get(i).get(1)));
    }
    Agreement once = new Analysis(Ratings.of(all), "machine").of(Cut.ALL);

    assertThat(new Analysis(Ratings.of(all), "machine").of(Cut.ALL)).isEqualTo(once);
    Figure exact = once.pairs().getFirst().figure(Measure.EXACT);
    Interval interval = ((Figure.Known) exact).interval().orElseThrow();
    assertThat(known(exact)).isBetween(interval.low(), interval.high());
    assertThat(interval.low()).isNotNegative();
    assertThat(interval.high()).isLessThanOrEqualTo(1);
  }
}
