package dev.mockloop.discourse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.Fixtures;
import dev.mockloop.text.Worded;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemarkTest {
  private static List<Remark> read(String text) {
    return Worded.of(Fixtures.READER.read(text)).stream().map(w -> Remark.of(w, text)).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          We shard by customer because one node is too small.   | REASON
          I took Postgres rather than a document store.         | CONTRAST
          It adds at most 2 ms to a call.                       | QUANTITY
          If the cache is empty we read the table.              | CONDITION
          When the broker dies we replay from the log.          | FAILURE
          First the raw events, then the parser.                | PRIORITY
          For example the bulk upload came from there.          | EXAMPLE
          I accept a few calls too many.                        | DECISION
          I asked her to draw the state machine.                | OWN_ACT
          Took him to the ward for one shift.                   | OWN_ACT
          """)
  void aMoveIsToldFromItsWords(String text, Move move) {
    assertThat(read(text).getFirst().has(move)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Kafka, Flink, Spark, Avro, Protobuf, CQRS",
        "SQL: ACID, joins, foreign keys, transactions, indexes",
        "schema evolution",
        "Consistent hashing / sharding / replication / quorum"
      })
  void termsWithoutAStatementAreAList(String text) {
    assertThat(read(text)).allSatisfy(r -> assertThat(r.shape()).isEqualTo(Shape.LIST));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "30 min each morning, one question and one thing tried",
        "cost about 5 hours a week of mine",
        "key: conversation and 10-day bucket, newest first"
      })
  void aNoteThatSaysSomethingIsNoList(String text) {
    assertThat(read(text)).allSatisfy(r -> assertThat(r.shape()).isNotEqualTo(Shape.LIST));
  }

  @Test
  void whatOneWouldOrAlwaysDoesIsHypotheticalAndWhatOneDidIsNot() {
    assertThat(read("When a junior joins I would sit down with them.").getFirst().hypothetical())
        .isTrue();
    assertThat(read("I always listen to both sides.").getFirst().hypothetical()).isTrue();
    assertThat(read("I sat down with her every Tuesday.").getFirst().hypothetical()).isFalse();
    assertThat(read("I asked whether she would lead it.").getFirst().hypothetical()).isFalse();
  }

  @Property(tries = 200)
  void movesAndDenialsLieWithinTheirSentence(@ForAll @StringLength(max = 200) String text) {
    for (Remark remark : read(text)) {
      assertThat(remark.moves())
          .allSatisfy(m -> assertThat(remark.span().contains(m.span())).isTrue());
      assertThat(remark.denials())
          .allSatisfy(d -> assertThat(remark.span().contains(d.cue())).isTrue());
    }
  }
}
