package dev.mockloop.agreement;

import static dev.mockloop.agreement.Tables.known;
import static dev.mockloop.agreement.Tables.pair;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * The 200 ratings of the test data of ETS's RSMTool (Apache-2.0), against the values that RSMTool
 * prints for them. The system's scores are trimmed to [0.5002, 6.4998] as RSMTool does. What
 * RSMTool does not print was computed with SciPy 1.17 (rank correlation), and from the textbook
 * formulas over explicit pairs and tables in Python, with fractions where they are exact.
 */
class RsmToolTest {
  private static final Offset<Double> EXACT = within(1e-6);
  private static final Agreement PLAIN = analysis(false);
  private static final Agreement ROUNDED = analysis(true);

  private static Agreement analysis(boolean rounded) {
    Ratings raw = Tables.file("rsmtool.csv");
    List<Rating> all = new ArrayList<>();
    for (int item = 0; item < raw.items(); item++) {
      for (int cell = raw.start(item); cell < raw.end(item); cell++) {
        String rater = raw.raters().get(raw.rater(cell));
        double trimmed = Math.clamp(raw.value(cell), 0.5002, 6.4998);
        all.add(
            new Rating(
                "item-" + item,
                rater,
                Rating.OVERALL,
                rounded ? Math.floor(trimmed + 0.5) : trimmed,
                "",
                "",
                raw.groups(item),
                java.util.Optional.empty()));
      }
    }
    return new Analysis(Ratings.of(all), Rating.MACHINE).of(Cut.ALL);
  }

  private static void is(Agreement.Pair pair, Map<Measure, Double> expected) {
    expected.forEach(
        (measure, value) ->
            assertThat(known(pair.figure(measure))).as(measure.id()).isCloseTo(value, EXACT));
  }

  @Test
  void aContinuousSystemAgreesAsRsmToolSays() {
    Agreement.Pair pair = pair(PLAIN, "h1 : machine");

    assertThat(pair.items()).isEqualTo(200);
    is(
        pair,
        Map.of(
            Measure.PEARSON, 0.7801773732608226,
            Measure.QWK, 0.7797696841910529,
            Measure.SMD, 0.02351246133036713,
            Measure.R2, 0.5493203316759327,
            Measure.RMSE, 0.6189327249996216,
            Measure.DEGRADATION, -0.05356364914228051,
            Measure.DISATTENUATED, 0.8529392950400517,
            Measure.SPEARMAN, 0.7299563390323269));
  }

  @Test
  void aRoundedSystemAgreesAsRsmToolSays() {
    is(
        pair(ROUNDED, "h1 : machine"),
        Map.of(
            Measure.PEARSON, 0.7831550493332693,
            Measure.QWK, 0.7821229050279329,
            Measure.KAPPA, 0.4694178334561533,
            Measure.EXACT, 0.64,
            Measure.ADJACENT, 0.99,
            Measure.SMD, -0.010819372603317013,
            Measure.R2, 0.5411764705882354,
            Measure.RMSE, 0.6244997998398398,
            Measure.DEGRADATION, -0.05121042830540046,
            Measure.DISATTENUATED, 0.8561946790298169));
  }

  @Test
  void twoPeopleAgreeAsRsmToolSays() {
    is(
        pair(PLAIN, "h1 : h2"),
        Map.of(
            Measure.PEARSON, 0.8366627923660599,
            Measure.QWK, 0.8333333333333334,
            Measure.KAPPA, 0.5914577530176417,
            Measure.EXACT, 0.725,
            Measure.ADJACENT, 1.0,
            Measure.SMD, -0.08250634887978765));
  }

  @Test
  void whatRsmToolDoesNotPrintIsAsComputedIndependently() {
    is(
        pair(PLAIN, "h1 : h2"),
        Map.of(
            Measure.SPEARMAN, 0.790550741682508,
            Measure.LINEAR_KAPPA, 0.7112860892388451,
            Measure.AC1, 0.6699793737108569,
            Measure.AC2, 0.9541427826993225,
            Measure.ALPHA, 0.7844879176892581));
    is(
        pair(PLAIN, "h1 : machine"),
        Map.of(
            Measure.LINEAR_KAPPA, 0.6276729559748428,
            Measure.AC1, 0.5666647858714664,
            Measure.AC2, 0.9332870048644891,
            Measure.ALPHA, 0.734690620088377));
  }

  @Test
  void theReductionInMeanSquaredErrorIsThatOfRsmTool() {
    assertThat(known(PLAIN.machine(), Measure.PRMSE)).isCloseTo(0.6696885002619487, EXACT);
    assertThat(known(ROUNDED.machine(), Measure.PRMSE)).isCloseTo(0.6666120367841208, EXACT);
  }

  /** The formulas of RSMTool's subgroup analysis, over the mean of both people, in NumPy. */
  @Test
  void groupsDifferAsComputedIndependently() {
    Agreement raw = new Analysis(Tables.file("rsmtool.csv"), "machine").of(Cut.ALL);

    assertThat(raw.groups())
        .extracting(Agreement.Group::name, Agreement.Group::items)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Esperanto", 42L),
            org.assertj.core.groups.Tuple.tuple("Klingon", 46L),
            org.assertj.core.groups.Tuple.tuple("Navi", 50L),
            org.assertj.core.groups.Tuple.tuple("Vulcan", 62L));
    assertThat(raw.groups().stream().mapToDouble(g -> known(g.dsm())).toArray())
        .containsExactly(
            new double[] {
              -0.02311656461794406, 0.009838523625355658, 0.01878759453471704, -0.00679122741207433
            },
            EXACT);
    assertThat(raw.groups().stream().mapToDouble(g -> known(g.smd())).toArray())
        .containsExactly(
            new double[] {
              0.0417359350906108, 0.06587884122032757, 0.11399733618544519, 0.054268077580327756
            },
            EXACT);
  }

  @Test
  void thresholdsOfTheFieldAreHeldAgainstTheFigures() {
    Agreement.Pair pair = pair(ROUNDED, "h1 : machine");

    assertThat(pair.figure(Measure.QWK).passes()).contains(true);
    assertThat(pair.figure(Measure.EXACT).passes()).contains(true);
    assertThat(pair.figure(Measure.DEGRADATION).passes()).contains(true);
    assertThat(pair.figure(Measure.DISATTENUATED).passes()).contains(false);
    assertThat(pair.figure(Measure.KAPPA).passes()).isEmpty();
  }

  @Test
  void tablesAndBandsAddUp() {
    Agreement.Pair pair = pair(ROUNDED, "h1 : machine");
    long all = pair.confusion().stream().flatMap(List::stream).mapToLong(Long::longValue).sum();
    double exact = 0;
    for (Agreement.Band band : pair.bands()) {
      exact += known(band.exact()) * band.items();
    }

    assertThat(all).isEqualTo(200);
    assertThat(exact / 200).isCloseTo(0.64, EXACT);
    assertThat(pair.bands().stream().mapToLong(Agreement.Band::items).sum()).isEqualTo(200);
    assertThat(ROUNDED.raters().getFirst().shares().stream().mapToDouble(Double::doubleValue).sum())
        .isCloseTo(1, EXACT);
  }
}
