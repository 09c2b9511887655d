package dev.mockloop.agreement;

import static dev.mockloop.agreement.Tables.known;
import static dev.mockloop.agreement.Tables.pair;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Small published tables with published results. */
class PublishedExamplesTest {
  private static final Offset<Double> EXACT = within(1e-6);

  /**
   * Twelve units and four observers with missing ratings: Krippendorff (2011), Computing
   * Krippendorff's Alpha-Reliability, section C, gives ordinal alpha 0.815; Gwet's irrCAC has the
   * same table as {@code cac.raw4raters} and gives AC1 0.775. More digits, and AC2, were computed
   * over explicit pairs, alpha with fractions.
   */
  private static final String KRIPPENDORFF =
      """
      item,a,b,c,d
      1,1,1,,1
      2,2,2,3,2
      3,3,3,3,3
      4,3,3,3,3
      5,2,2,2,2
      6,1,2,3,4
      7,4,4,4,4
      8,1,1,2,1
      9,2,2,2,2
      10,,5,5,5
      11,,,1,1
      12,,3,,
      """;

  @Test
  void alphaAndAcOfFourObserversWithMissingRatings() {
    List<Figure> people = new Analysis(Tables.csv(KRIPPENDORFF), "machine").of(Cut.ALL).people();

    assertThat(known(people, Measure.ALPHA)).isCloseTo(0.8153875037548813, EXACT);
    assertThat(known(people, Measure.AC1)).isCloseTo(0.775444068126995, EXACT);
    assertThat(known(people, Measure.AC2)).isCloseTo(0.9140007235516047, EXACT);
  }

  /** Six targets and four judges: ICC(2,1) is 0.290 and ICC(2,k) 0.620 there. */
  @Test
  void intraclassCorrelationsOfShroutAndFleiss() {
    List<Figure> people =
        new Analysis(
                Tables.csv(
                    """
                    item,a,b,c,d
                    1,9,2,5,8
                    2,6,1,3,2
                    3,8,4,6,8
                    4,7,1,2,6
                    5,10,5,6,9
                    6,6,2,4,7
                    """),
                "machine")
            .of(Cut.ALL)
            .people();

    assertThat(known(people, Measure.ICC_SINGLE)).isCloseTo(0.2897637795275591, EXACT);
    assertThat(known(people, Measure.ICC_AVERAGE)).isCloseTo(0.6200505475989891, EXACT);
  }

  /**
   * Gwet (2008), the table in which kappa collapses: 118 twice yes, 5 and 2 apart, none twice no.
   * Kappa is below 0 where 94% agree; AC1 is 0.941.
   */
  @Test
  void gwetsCoefficientStaysWhereKappaCollapses() {
    Agreement.Pair pair =
        pair(new Analysis(counted(new int[][] {{118, 5}, {2, 0}}), "machine").of(Cut.ALL), "a : b");

    assertThat(known(pair.figure(Measure.EXACT))).isCloseTo(0.944, EXACT);
    assertThat(known(pair.figure(Measure.KAPPA))).isCloseTo(-0.0233918, EXACT);
    assertThat(known(pair.figure(Measure.AC1))).isCloseTo(0.9407763, EXACT);
  }

  /** irrCAC's {@code cont3x3abstractors}: kappa 0.7964094, AC1 0.8493305. */
  @Test
  void threeByThreeOfGwet() {
    Agreement.Pair pair =
        pair(
            new Analysis(counted(new int[][] {{13, 0, 0}, {0, 20, 7}, {0, 4, 56}}), "machine")
                .of(Cut.ALL),
            "a : b");

    assertThat(known(pair.figure(Measure.KAPPA))).isCloseTo(0.7964094, EXACT);
    assertThat(known(pair.figure(Measure.AC1))).isCloseTo(0.8493305482, EXACT);
    assertThat(known(pair.figure(Measure.AC2))).isCloseTo(0.9402368793, EXACT);
  }

  /** An example of RSMTool's documentation of quadratic weighted kappa. */
  @Test
  void quadraticKappaOfRatingsThatHardlyAgreeIsBelowZero() {
    Agreement.Pair pair =
        pair(
            new Analysis(Tables.csv("item,a,b\n1,8,9\n2,4,4\n3,6,5\n4,3,12\n"), "machine")
                .of(Cut.ALL),
            "a : b");

    assertThat(known(pair.figure(Measure.QWK))).isCloseTo(-0.0921052632, EXACT);
  }

  private static Ratings counted(int[][] table) {
    List<Rating> all = new ArrayList<>();
    int item = 0;
    for (int a = 0; a < table.length; a++) {
      for (int b = 0; b < table.length; b++) {
        for (int n = 0; n < table[a][b]; n++) {
          all.add(Tables.rating("i" + item, "a", a + 1));
          all.add(Tables.rating("i" + item, "b", b + 1));
          item++;
        }
      }
    }
    return Ratings.of(all);
  }
}
