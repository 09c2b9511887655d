package dev.mockloop.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatingsCsvTest {
  private static final Map<String, Double> TWO =
      Map.of("0 ann overall", 3.0, "0 machine overall", 3.4, "1 machine overall", 2.5);

  /** Item number, rater and criterion to rating. */
  private static Map<String, Double> cells(Ratings ratings) {
    Map<String, Double> cells = new TreeMap<>();
    for (int item = 0; item < ratings.items(); item++) {
      for (int cell = ratings.start(item); cell < ratings.end(item); cell++) {
        cells.put(
            item
                + " "
                + ratings.raters().get(ratings.rater(cell))
                + " "
                + ratings.criteria().get(ratings.criterion(cell)),
            ratings.value(cell));
      }
    }
    return cells;
  }

  private static Ratings read(String text, Charset charset, Map<String, Field> map) {
    return RatingsCsv.read(new ByteArrayInputStream(text.getBytes(charset)), map);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "item,ann,machine\na-1,3,3.4\na-2,,2.5\n",
        "\uFEFFitem;ann;machine\r\na-1;3;3,4\r\na-2;;2,5",
        "item\tann\tmachine\n\na-1\t3\t3.4\na-2\t\t2.5",
        "item,rater,rating\na-1,ann,3\na-1,machine,3.4\na-2,machine,2.5",
        "Rater;Score;ID\nann;3;a-1\nmachine;3,4;a-1\nmachine;2,5;a-2",
        "item,ann,machine\n\"a-1\",\"3\",3.4\na-2, ,2.5",
        "sep=;\nitem;ann;machine\na-1;3;3,4\na-2;;2,5",
        "item,ann,machine\r\"a\r1\",3,3.4\ra-2,,\"2,5\"\r,,\r"
      })
  void tablesOfAnyMakeReadTheSame(String csv) {
    assertThat(cells(Tables.csv(csv))).isEqualTo(TWO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-8"})
  void encodingsAreToldApart(String charset) {
    Ratings ratings = read("item,änn,bob\nü,3,4\n", Charset.forName(charset), Map.of());

    assertThat(ratings.raters()).containsExactly("änn", "bob");
    assertThat(cells(ratings)).hasSize(2);
  }

  @Test
  void aMapSaysWhatColumnsAreWhoseNamesDoNot() {
    Ratings ratings =
        read(
            "essay,who,points,sex,remark\n1,ann,3,f,=cmd\n1,bob,4,f,x\n2,ann,2,m,y\n",
            StandardCharsets.UTF_8,
            Map.of(
                "essay",
                Field.ITEM,
                "WHO",
                Field.RATER,
                "points",
                Field.RATING,
                "sex",
                Field.GROUP));

    assertThat(cells(ratings))
        .isEqualTo(Map.of("0 ann overall", 3.0, "0 bob overall", 4.0, "1 ann overall", 2.0));
    assertThat(ratings.groups(0)).isEqualTo(Map.of("sex", "f"));
  }

  @Test
  void criteriaQuestionsRoundsAndDatesAreRead() {
    Ratings ratings =
        Tables.csv(
            """
            item,question,round,criterion,date,group:level,ann,bob
            1,q1,design,depth,2026-03-01,staff,3,4
            1,q1,design,clarity,2026-03-01T10:00:00Z,staff,2,2
            1,q2,story,depth,2026-03-02 09:30:00,staff,5,
            """);

    assertThat(ratings.items()).isEqualTo(2);
    assertThat(ratings.criteria()).containsExactly("depth", "clarity");
    assertThat(ratings.questions()).containsExactly("q1", "q2");
    assertThat(ratings.rounds()).containsExactly("design", "story");
    assertThat(ratings.at(ratings.start(1))).isEqualTo(1772443800L);
    assertThat(cells(ratings))
        .containsEntry("0 bob clarity", 2.0)
        .containsEntry("1 ann depth", 5.0);
  }

  @Test
  void ofTwoDatedRatingsOfOneItemTheLaterCountsWhereverItStands() {
    assertThat(
            cells(
                Tables.csv(
                    "item,rater,rating,date\n1,ann,4,2026-02-01\n1,ann,2,2026-01-01\n1,bob,1,\n")))
        .isEqualTo(Map.of("0 ann overall", 4.0, "0 bob overall", 1.0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                        | the table is empty
          a-1,3,4                   | put a line such as item,rater_a,rater_b
          item                      | there is no column of ratings
          item,ann,ann              | line 1: two columns are named 'ann'; rename one
          item,,ann                 | a column has no name
          item,ann                  | there is no rating in the table
          item,ann;a-1,             | there is no rating in the table
          item,id,ann;a,b,1         | line 1: 'item' and 'id' are both the item
          item,rater;a,b            | name one 'rating'
          item,ann;a-1,good         | line 2: 'good' under 'ann' is no rating
          item,ann;a-1,NaN          | line 2: 'NaN' under 'ann' is no rating
          item,ann;a-1,1e400        | line 2: '1e400' under 'ann' is no rating
          item,ann;a-1,=1+1         | line 2: '=1+1' is a formula and no rating
          item,ann;a-1,3;a-1,4      | line 3: 'ann' has rated this item on line 2 already
          item,ann;a-1,3,4          | line 2: there are 3 cells under 2 names
          item,ann;,3               | line 2: the item has no name
          item,rater,rating;a,,1    | line 2: this rating has no rater
          item,rater,rating;a,b,1;a,b,1 | line 3: 'b' has rated this item on line 2 already
          item,date,ann;a,1.3.26,3  | line 2: '1.3.26' is no date
          item,group:x,ann,bob;a,1,3,;a,2,,4 | line 3: the item 'a' is in two groups of 'x'
          item,ann;"a"b,3           | line 2: a quote stands where none can
          """)
  void whatCannotBeReadIsToldWithTheLineAndTheMend(String csv, String message) {
    String table = csv == null ? "" : csv.replace(';', '\n');
    assertThatThrownBy(() -> Tables.csv(table))
        .isInstanceOf(BadRatings.class)
        .hasMessageContaining(message);
  }

  @Test
  void linesAreCountedAsAnEditorCountsThem() {
    assertThatThrownBy(() -> Tables.csv("item,ann\n\n\"a\nb\",3\n\nc,oops\n"))
        .hasMessageContaining("line 6: 'oops'");
  }

  @Test
  void bytesThatAreNoTextAreToldWithAMend() {
    byte[] latin = "item,ann\nM\u00fcller,3\n".getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> RatingsCsv.read(new ByteArrayInputStream(latin)))
        .isInstanceOf(BadRatings.class)
        .hasMessageContaining("save the table as UTF-8");
  }

  @Test
  void aQuoteThatIsNeverClosedDoesNotFillTheMemory() {
    InputStream endless =
        new java.io.SequenceInputStream(
            new ByteArrayInputStream("item,ann\n\"".getBytes(StandardCharsets.UTF_8)),
            new Endless("1,2\n"));

    assertThatThrownBy(() -> RatingsCsv.read(endless))
        .isInstanceOf(BadRatings.class)
        .hasMessageContaining("line 2: this row does not end");
  }

  @Test
  void aColumnOfNumbersTakenForRatersIsRefused() {
    String rows =
        IntStream.range(0, 1500).mapToObj(i -> "a," + i + ",3\n").reduce("", String::concat);

    assertThatThrownBy(() -> Tables.csv("item,rater,rating\n" + rows))
        .isInstanceOf(BadRatings.class)
        .hasMessageContaining("more than 1000 different entries in the column rater");
  }

  @Test
  void aMillionRowsAreReadAndComparedInSeconds() {
    StringBuilder rows = new StringBuilder("item,ann,bob,machine\n");
    for (int i = 0; i < 300_000; i++) {
      rows.append("answer-").append(i).append(',').append(1 + i % 5).append(',');
      rows.append(1 + i / 3 % 5).append(',').append(1 + (i % 5 + i / 3 % 5) / 2).append('\n');
    }
    Ratings ratings = Tables.csv(rows.toString());
    Agreement agreement = new Analysis(ratings, "machine").of(Cut.ALL);

    assertThat(ratings.size()).isEqualTo(900_000);
    assertThat(agreement.items()).isEqualTo(300_000);
    assertThat(Tables.known(Tables.pair(agreement, "ann : bob").figure(Measure.EXACT)))
        .isBetween(0.19, 0.21);
  }

  @Test
  void cellsThatGoOutStartNoFormula() {
    assertThat(Stream.of("=1+1", "+1", "-1", "@x", "\tx", "\rx", "ann", "").map(SafeCell::write))
        .containsExactly("'=1+1", "'+1", "'-1", "'@x", "'\tx", "'\rx", "ann", "");
  }

  /** The same text again and again. */
  private static final class Endless extends InputStream {
    private final byte[] text;
    private int next;

    Endless(String text) {
      this.text = text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read() {
      return text[next++ % text.length];
    }
  }
}
