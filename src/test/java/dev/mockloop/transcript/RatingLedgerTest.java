package dev.mockloop.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mockloop.rating.ItemId;
import dev.mockloop.rating.Levels;
import dev.mockloop.rating.Rater;
import dev.mockloop.rating.RatingEvent;
import dev.mockloop.store.FolderStore;
import dev.mockloop.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatingLedgerTest {
  private static final Instant AT = Instant.parse("2026-01-05T12:00:00.125Z");
  private static final ItemId ITEM = ItemId.of("20260105-120000-abc/design/rate-limiter");
  private static final Rater INES = new Rater("Ines");

  @TempDir private Path folder;

  private RatingLedger open() {
    return new RatingLedger(FolderStore.open(folder));
  }

  private static List<RatingEvent> everyKind() {
    Levels levels = new Levels(Map.of("overall", 4.0, "failure", 2.5));
    return List.of(
        new RatingEvent.Submitted(ITEM, INES, levels, "Größe 🚀\r\n\"quoted\"\u2028", AT),
        new RatingEvent.Imported(ITEM, new Rater("Tom"), levels, "", AT, AT.plusSeconds(5)),
        new RatingEvent.Adjudicated(ITEM, INES, 3, "=1+1", AT),
        new RatingEvent.Overridden(ITEM, INES, 5, "It is a plain-words answer.", AT));
  }

  private Path log() {
    return folder.resolve("ratings/ratings.jsonl");
  }

  @Test
  void everyKindOfEventComesBackEqualFromAnotherStoreToo() {
    RatingLedger ratings = open();
    assertThat(ratings.events()).isEmpty();
    ratings.append(0, everyKind());

    assertThat(ratings.events()).isEqualTo(everyKind());
    assertThat(open().events()).isEqualTo(everyKind());
    assertThat(ratings.events()).isSameAs(ratings.events());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"seq\":5,\"event\":\"ra", "garbage\n", "\u0000"})
  void aTornLastLineDoesNotCountAndTheNextStandsInItsPlace(String torn) throws IOException {
    open().append(0, everyKind());
    Files.writeString(log(), torn, StandardOpenOption.APPEND);

    RatingLedger again = open();

    assertThat(again.events()).isEqualTo(everyKind());
    again.append(4, everyKind());
    assertThat(open().events()).hasSize(8);
  }

  @Test
  void damageInTheMiddleIsNamedAndNeverCutOff() throws IOException {
    open().append(0, everyKind());
    String text = Files.readString(log());
    Files.writeString(log(), text.replace("\"seq\":2", "\"seq\":7"));

    assertThatThrownBy(() -> open())
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("ratings.jsonl:2");
    assertThat(Files.readString(log())).hasSameSizeAs(text);
  }

  @Test
  void twoStoresOverOneFolderSeeEachOthersEventsAndNumberOn() throws IOException {
    RatingLedger server = open();
    RatingLedger command = open();
    assertThat(server.append(0, everyKind())).isTrue();
    assertThat(command.append(0, everyKind())).isFalse();
    assertThat(command.append(4, everyKind())).isTrue();
    assertThat(server.append(8, everyKind())).isTrue();

    assertThat(command.events()).hasSize(12).isEqualTo(server.events());
    assertThat(Files.readString(log())).contains("{\"seq\":12,");
    assertThat(open().events()).hasSize(12);
  }

  @Test
  void whatCannotBeWrittenIsToldAndNothingIsThere() throws IOException {
    Files.writeString(folder.resolve("ratings"), "in the way");
    RatingLedger ratings = open();

    assertThatThrownBy(() -> ratings.append(0, everyKind()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("cannot be written");
    assertThat(ratings.events()).isEmpty();
  }

  @Test
  void whatSamplesBringComesFirstAndIsOnlyRead() throws IOException {
    open().append(0, everyKind());
    Path sample = Files.createDirectory(folder.resolve("sample-x"));
    Files.move(log(), sample.resolve("ratings.jsonl"));
    String shipped = Files.readString(sample.resolve("ratings.jsonl"));

    RatingLedger ratings = open();
    ratings.append(4, everyKind().subList(0, 1));

    assertThat(ratings.events()).hasSize(5);
    assertThat(sample.resolve("ratings.jsonl")).hasContent(shipped);
    assertThat(Files.readString(log())).startsWith("{\"seq\":1,").hasLineCount(1);
    assertThat(open().events()).isEqualTo(ratings.events());
  }

  @Test
  void theRatingsBesideSessionsAreNoSession() {
    open().append(0, everyKind());

    assertThat(new TranscriptStore(FolderStore.open(folder)).sessions()).isEmpty();
  }
}
