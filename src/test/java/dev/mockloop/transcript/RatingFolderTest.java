package dev.mockloop.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mockloop.rating.ItemId;
import dev.mockloop.rating.Levels;
import dev.mockloop.rating.Rater;
import dev.mockloop.rating.RatingEvent;
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

class RatingFolderTest {
  private static final Instant AT = Instant.parse("2026-01-05T12:00:00.125Z");
  private static final ItemId ITEM = ItemId.of("20260105-120000-abc/design/rate-limiter");
  private static final Rater INES = new Rater("Ines");

  @TempDir private Path folder;

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
    RatingFolder ratings = RatingFolder.open(folder);
    assertThat(ratings.events()).isEmpty();
    ratings.append(everyKind());

    assertThat(ratings.events()).isEqualTo(everyKind());
    assertThat(RatingFolder.open(folder).events()).isEqualTo(everyKind());
    assertThat(RatingFolder.open(folder).repair()).isEmpty();
    assertThat(ratings.events()).isSameAs(ratings.events());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"seq\":5,\"event\":\"ra",
        "{\"seq\":5,\"event\":\"rated\"}",
        "garbage\n",
        "\u0000"
      })
  void aTornLastLineIsCutOffAndReported(String torn) throws IOException {
    RatingFolder.open(folder).append(everyKind());
    Files.writeString(log(), torn, StandardOpenOption.APPEND);

    RatingFolder again = RatingFolder.open(folder);

    assertThat(again.repair()).contains(new Repair(log(), torn.length()));
    assertThat(again.events()).isEqualTo(everyKind());
    again.append(everyKind());
    assertThat(RatingFolder.open(folder).events()).hasSize(8);
  }

  @Test
  void damageInTheMiddleIsNamedAndNeverCutOff() throws IOException {
    RatingFolder.open(folder).append(everyKind());
    String text = Files.readString(log());
    Files.writeString(log(), text.replace("\"seq\":2", "\"seq\":7"));

    assertThatThrownBy(() -> RatingFolder.open(folder))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("ratings.jsonl:2");
    assertThat(Files.readString(log())).hasSameSizeAs(text);
  }

  @Test
  void twoStoresOverOneFolderSeeEachOthersEventsAndNumberOn() throws IOException {
    RatingFolder server = RatingFolder.open(folder);
    RatingFolder command = RatingFolder.open(folder);
    server.append(everyKind());
    command.append(everyKind());
    server.append(everyKind());

    assertThat(command.events()).hasSize(12).isEqualTo(server.events());
    assertThat(Files.readString(log())).contains("{\"seq\":12,");
    assertThat(RatingFolder.open(folder).events()).hasSize(12);
  }

  @Test
  void whatCannotBeWrittenIsToldAndNothingIsThere() throws IOException {
    Files.writeString(folder.resolve("ratings"), "in the way");
    RatingFolder ratings = RatingFolder.open(folder);

    assertThatThrownBy(() -> ratings.append(everyKind()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("cannot be written");
    assertThat(ratings.events()).isEmpty();
  }

  @Test
  void whatSamplesBringComesFirstAndIsOnlyRead() throws IOException {
    RatingFolder.open(folder).append(everyKind());
    Path sample = Files.createDirectory(folder.resolve("sample-x"));
    Files.move(log(), sample.resolve("ratings.jsonl"));
    String shipped = Files.readString(sample.resolve("ratings.jsonl"));

    RatingFolder ratings = RatingFolder.open(folder);
    ratings.append(everyKind().subList(0, 1));

    assertThat(ratings.events()).hasSize(5);
    assertThat(sample.resolve("ratings.jsonl")).hasContent(shipped);
    assertThat(Files.readString(log())).startsWith("{\"seq\":1,").hasLineCount(1);
    assertThat(RatingFolder.open(folder).events()).isEqualTo(ratings.events());
  }

  @Test
  void theRatingsBesideSessionsAreNoSession() {
    RatingFolder.open(folder).append(everyKind());

    assertThat(FolderStore.open(folder).sessions()).isEmpty();
  }
}
