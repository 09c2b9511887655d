package dev.mockloop.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mockloop.Fixtures;
import dev.mockloop.rating.ItemId;
import dev.mockloop.rating.Rater;
import dev.mockloop.rating.RatingEvent;
import dev.mockloop.rating.RatingException;
import dev.mockloop.store.FolderStore;
import dev.mockloop.transcript.RatingLedger;
import dev.mockloop.transcript.TranscriptStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatingTableTest {
  private static final String HEAD = "item,question,round,rater,criterion,rating,date,note\n";
  private static final String ITEM = "sample-queue-gwen/coding/work-queue";
  private static final Instant NOON = Instant.parse("2026-11-05T12:00:00Z");

  private static final Content CONTENT = Content.read(Path.of("rubrics"));

  @TempDir private Path folder;
  private RatingRoom room;

  @BeforeEach
  void open() throws IOException {
    CopiedSamples.into(folder);
    Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    TranscriptStore store = new TranscriptStore(FolderStore.open(folder));
    LiveSessions sessions = new LiveSessions(CONTENT, store, Fixtures.SCORER, clock, new Random(1));
    room =
        RatingRoom.over(
            sessions,
            new Reports(sessions, store, Fixtures.SCORER),
            new RatingLedger(FolderStore.open(folder)),
            clock);
  }

  private RatingRoom.Read read(String table) {
    return room.read(table.getBytes(StandardCharsets.UTF_8));
  }

  private List<RatingEvent.Given> by(String rater) {
    return room.book().by(new Rater(rater));
  }

  @Test
  void whatIsExportedIsReadBackWithoutChangingAnything() {
    String table = room.table(true);
    var before = room.ratings();

    RatingRoom.Read read = read(table);

    assertThat(read.fresh()).isZero();
    assertThat(read.ratings()).isEqualTo(36);
    assertThat(read.machineRows()).isEqualTo(17 + (3 * (6 + 6 + 5)) + (2 * 18) + (2 * 5));
    assertThat(room.ratings()).isEqualTo(before);
    assertThat(folder.resolve("ratings")).doesNotExist();
  }

  @Test
  void aTableOfAnotherRaterIsKeptWithHalvesGapsAndNotes() {
    String table =
        HEAD
            + ITEM
            + ",coding/work-queue,coding,Ada,overall,2.5,2026-10-01,\"'=SUM(A1)\nis a note\"\n"
            + ITEM
            + ",,,Ada,full,3,2026-10-01,\n"
            + ITEM
            + ",,,Bo,overall,4,,\n";

    assertThat(read(table)).isEqualTo(new RatingRoom.Read(2, 2, 0));
    RatingEvent.Given ada = by("Ada").getFirst();
    assertThat(ada.levels().byCriterion()).containsOnlyKeys("overall", "full");
    assertThat(ada.levels().overall()).hasValue(2.5);
    assertThat(ada.note()).isEqualTo("=SUM(A1)\nis a note");
    assertThat(ada.at()).isEqualTo("2026-10-01T00:00:00Z");
    assertThat(by("Bo").getFirst().at()).isEqualTo(NOON);
    assertThat(room.table(false)).contains("\"'=SUM(A1)\nis a note\"");
    assertThat(read(table).fresh()).isZero();
  }

  @Test
  void semicolonsDecimalCommasAMarkAndOtherColumnsAreUnderstood() {
    String table =
        "\uFEFFRater;Rating;Criterion;Item;Mood\r\nAda;2,5;overall;" + ITEM + ";grey\r\n";

    assertThat(read(table).fresh()).isEqualTo(1);
    assertThat(by("Ada").getFirst().levels().overall()).hasValue(2.5);
  }

  @Test
  void aTableInUtf16IsRead() {
    byte[] table =
        ("item\trater\tcriterion\trating\n" + ITEM + "\tŁucja\toverall\t4\n")
            .getBytes(StandardCharsets.UTF_16);

    assertThat(room.read(table).fresh()).isEqualTo(1);
    assertThat(by("Łucja")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sample-queue-gwen/coding/work-queue,,,Ada,overall,6,,|Line 3: a rating is a number from 1 to 5, not '6'",
        "sample-queue-gwen/coding/work-queue,,,Ada,overall,=1+1,,|Line 3: a rating is a number from 1 to 5, not '=1+1'",
        "sample-queue-gwen/coding/work-queue,,,Ada,overall,NaN,,|Line 3: a rating is a number",
        "sample-queue-gwen/coding/work-queue,,,=cmd,overall,3,,|Line 3: '=cmd' is no name",
        "sample-queue-gwen/coding/work-queue,,,Ada,charm,3,,|Line 3: there is no criterion 'charm'; the rubric has overall, contract",
        "sample-queue-gwen/coding/work-queue,design/a,,Ada,overall,3,,|Line 3: the item answers coding/work-queue, not 'design/a'",
        "sample-queue-gwen/coding/work-queue,,,Ada,overall,3,yesterday,|Line 3: a date looks like 2026-01-05",
        "sample-queue-gwen/coding/work-queue,,,Ada,overall|Line 3: it has 5 cells where the first line has 8",
        "sample-queue-none/coding/work-queue,,,Ada,overall,3,,|Line 3: there is no answer 'sample-queue-none/coding/work-queue'",
        "../../etc/passwd,,,Ada,overall,3,,|Line 3: '../../etc/passwd' is no item",
        "sample-queue-gwen/coding/work-queue,,,Zed,overall,3,,|Line 3: Zed rated overall of this item in line 2 already",
        "\"open,,,Ada,overall,3,,|Line 3: the quotes do not fit",
      })
  void aWrongLineIsNamedWithTheMendAndNothingIsKept(String line, String told) {
    String sound = ITEM + ",,,Zed,overall,3,,\n";

    assertThatThrownBy(() -> read(HEAD + sound + line + "\n"))
        .isInstanceOf(RatingException.class)
        .hasMessageContaining(told);
    assertThat(by("Zed")).isEmpty();
    assertThat(folder.resolve("ratings")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "a,b\n1,2\n", "item,rater,criterion,rating,Item\n"})
  void aTableWithoutItsColumnsIsTold(String table) {
    assertThatThrownBy(() -> read(table))
        .isInstanceOf(RatingException.class)
        .hasMessageMatching("(?s).*(first line is item,question|is there twice).*");
  }

  @Test
  void bytesThatAreNoTextAreTold() {
    assertThatThrownBy(() -> room.read(new byte[] {(byte) 0xC3, 0x28}))
        .hasMessageContaining("save the table as CSV in UTF-8");
    assertThatThrownBy(() -> room.read(new byte[] {'P', 'K', 3, 4, 0, 0}))
        .hasMessageContaining("save the table as CSV in UTF-8");
  }

  @Test
  void theItemOfTheTableIsTheItemOfTheLab() {
    assertThat(room.answers()).containsKey(ItemId.of(ITEM));
  }
}
