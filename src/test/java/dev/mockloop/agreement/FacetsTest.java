package dev.mockloop.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * The many-facet model. The table {@code facets.csv} was simulated; its estimates come from a
 * second implementation in Python that shares no step with this one: it lists every possible set of
 * ratings of an item, sums those of the same total, and maximizes with SciPy's BFGS and Newton
 * steps over finite differences of the likelihood.
 */
class FacetsTest {
  private static final Offset<Double> EXACT = within(1e-6);

  private static Facets settled(Ratings ratings) {
    Facets.Outcome outcome = new Analysis(ratings, "machine").of(Cut.ALL).facets();
    assertThat(outcome).isInstanceOf(Facets.Outcome.Settled.class);
    return ((Facets.Outcome.Settled) outcome).facets();
  }

  private static String not(Ratings ratings) {
    Facets.Outcome outcome = new Analysis(ratings, "machine").of(Cut.ALL).facets();
    assertThat(outcome).isInstanceOf(Facets.Outcome.Not.class);
    return ((Facets.Outcome.Not) outcome).why();
  }

  @Test
  void estimatesErrorsAndFitAreThoseOfAnIndependentImplementation() {
    Facets facets = settled(Tables.file("facets.csv"));

    assertThat(facets.raters())
        .extracting(Facets.RaterFit::rater)
        .containsExactly("cyd", "bob", "ann");
    assertThat(facets.raters().stream().mapToDouble(Facets.RaterFit::severity).toArray())
        .containsExactly(new double[] {0.722974314339, 0.028165673348, -0.751139987687}, EXACT);
    assertThat(facets.raters().stream().mapToDouble(Facets.RaterFit::error).toArray())
        .containsExactly(new double[] {0.114256631942, 0.097350574304, 0.113261880379}, EXACT);
    assertThat(facets.raters().stream().mapToDouble(Facets.RaterFit::infit).toArray())
        .containsExactly(new double[] {1.10243548474, 0.979666591071, 0.908788156032}, EXACT);
    assertThat(facets.raters().stream().mapToDouble(Facets.RaterFit::outfit).toArray())
        .containsExactly(new double[] {1.091991193978, 0.96742985036, 0.919148306348}, EXACT);
    assertThat(facets.raters().stream().mapToDouble(Facets.RaterFit::ratings).toArray())
        .containsExactly(126, 134, 132);
    assertThat(facets.criteria().stream().mapToDouble(Facets.Difficulty::logits).toArray())
        .containsExactly(new double[] {0.540857501358, -0.540857501358}, EXACT);
    assertThat(facets.thresholds().stream().mapToDouble(Facets.Step::logits).toArray())
        .containsExactly(
            new double[] {-2.312859344675, -0.449569635692, 0.400201848784, 2.362227131583}, EXACT);
    assertThat(facets.convergence().slope()).isLessThan(1e-5);
  }

  @Test
  void intervalsHoldTheEstimateAndAreAboutAsWideAsTheErrorSays() {
    for (Facets.RaterFit rater : settled(Tables.file("facets.csv")).raters()) {
      Interval interval = rater.interval().orElseThrow();
      assertThat(rater.severity()).isBetween(interval.low(), interval.high());
      assertThat(interval.high() - interval.low())
          .isCloseTo(2 * 1.96 * rater.error(), within(0.5 * rater.error() * 3.92));
    }
  }

  @Test
  void knownSeveritiesAreRecoveredWithoutTheBiasOfJointEstimates() {
    double[] severity = {-0.8, 0, 0.8};
    double[] thresholds = {-1.5, -0.5, 0.5, 1.5};
    SplittableRandom random = new SplittableRandom(5);
    List<Rating> all = new ArrayList<>();
    for (int item = 0; item < 8000; item++) {
      double measure = 1.5 * random.nextGaussian();
      for (int r = 0; r < 3; r++) {
        all.add(
            Tables.rating("i" + item, "r" + r, draw(measure - severity[r], thresholds, random)));
      }
    }
    Facets facets = settled(Ratings.of(all));

    assertThat(facets.raters().stream().mapToDouble(Facets.RaterFit::severity).toArray())
        .containsExactly(new double[] {0.8, 0, -0.8}, within(0.05));
    assertThat(facets.thresholds().stream().mapToDouble(Facets.Step::logits).toArray())
        .containsExactly(thresholds, within(0.07));
    assertThat(facets.raters())
        .allSatisfy(
            r -> {
              assertThat(r.infit()).isCloseTo(1, within(0.05));
              assertThat(r.outfit()).isCloseTo(1, within(0.05));
              assertThat(r.fits()).isTrue();
            });
  }

  private static int draw(double ability, double[] thresholds, SplittableRandom random) {
    double[] odds = new double[thresholds.length + 1];
    odds[0] = 1;
    double log = 0;
    double all = 1;
    for (int k = 1; k < odds.length; k++) {
      log += ability - thresholds[k - 1];
      odds[k] = Math.exp(log);
      all += odds[k];
    }
    double place = random.nextDouble() * all;
    int level = 0;
    while (place > odds[level]) {
      place -= odds[level];
      level++;
    }
    return level + 1;
  }

  @Test
  void aRaterWhoGuessesDoesNotFit() {
    SplittableRandom random = new SplittableRandom(9);
    List<Rating> all = new ArrayList<>();
    for (int item = 0; item < 600; item++) {
      double measure = 2 * random.nextGaussian();
      double[] thresholds = {-2, -0.7, 0.7, 2};
      for (String rater : List.of("a", "b", "c", "d")) {
        all.add(Tables.rating("i" + item, rater, draw(measure, thresholds, random)));
      }
      all.add(Tables.rating("i" + item, "guesses", 1 + random.nextInt(5)));
    }
    Facets facets = settled(Ratings.of(all));

    assertThat(facets.raters())
        .filteredOn(r -> !r.fits())
        .extracting(Facets.RaterFit::rater)
        .containsExactly("guesses");
  }

  @Test
  void whatCannotBeEstimatedIsSaidWithItsReason() {
    assertThat(not(Tables.csv("item,a,b\n1,3,\n2,,4\n"))).contains("no two raters");
    assertThat(not(Tables.csv("item,a,b\n1,3,3\n2,3,3\n"))).contains("same level");
    assertThat(not(Tables.csv("item,a,b,c,d\n1,3,4,,\n2,2,2,,\n3,,,1,2\n4,,,4,4\n5,4,3,,\n")))
        .contains("not linked");
  }

  @Test
  void criteriaAreAFacetOfTheirOwnOnlyWhereSeveralWereRated() {
    Facets.Outcome outcome =
        new Analysis(Tables.file("facets.csv"), "machine")
            .of(Cut.ALL.ofCriterion("depth"))
            .facets();

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Facets.Outcome.Settled.class, s -> assertThat(s.facets().criteria()).isEmpty());
  }

  @Test
  void fewRatingsWithoutAFiniteEstimateAreHeldByAWidePriorAndSaySo() {
    Facets facets = settled(Tables.csv("item,a,b\n1,1,2\n2,1,2\n3,2,3\n"));

    assertThat(facets.convergence().held()).isTrue();
    assertThat(facets.raters().getFirst().rater()).isEqualTo("a");
    assertThat(facets.raters().getFirst().severity()).isBetween(0.5, 12.0);
    assertThat(settled(Tables.file("facets.csv")).convergence().held()).isFalse();
  }
}
