package dev.mockloop.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mockloop.revision.Origin;
import dev.mockloop.revision.Revision;
import dev.mockloop.revision.RubricDraft;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.store.FolderStore;
import dev.mockloop.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionLedgerTest {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final QuestionId ID = new QuestionId("design/rate-limiter");
  private static final Revision FIRST =
      new Revision(
          1, 0, NOON, "Rubric folder", "As shipped", "abc", new Origin.Shipped(), "a: \"1\"\n");
  private static final Revision SECOND =
      new Revision(2, 1, NOON, "Ana", "For 電話\nand more", "def", new Origin.Edited(), "a: 2\n");
  private static final Revision THIRD =
      new Revision(3, 2, NOON, "Bo", "Back", "abc", new Origin.RolledBack(1), "a: \"1\"\n");

  @TempDir private Path folder;

  private RevisionLedger open() {
    return new RevisionLedger(FolderStore.open(folder));
  }

  private Path file() {
    return folder.resolve("revisions/design__rate-limiter.jsonl");
  }

  @Test
  void versionsComeBackAsTheyWereFromAnotherStoreToo() {
    assertThat(open().questions()).isEmpty();
    assertThat(open().append(ID, 0, List.of(FIRST, SECOND))).isTrue();
    assertThat(open().append(ID, 2, List.of(THIRD))).isTrue();

    assertThat(open().questions()).containsExactly(ID);
    assertThat(open().revisions(ID)).containsExactly(FIRST, SECOND, THIRD);
    assertThat(open().revisions(new QuestionId("design/other"))).isEmpty();
  }

  @Test
  void anAppendThatKnowsTooLittleAddsNothing() {
    open().append(ID, 0, List.of(FIRST, SECOND));
    assertThat(open().append(ID, 1, List.of(SECOND))).isFalse();
    assertThat(open().revisions(ID)).containsExactly(FIRST, SECOND);
  }

  @Test
  void aTornLastLineDoesNotCountAndTheNextVersionStandsBehindTheSoundOnes() throws IOException {
    open().append(ID, 0, List.of(FIRST, SECOND));
    Files.writeString(file(), "{\"number\":3,\"te", StandardOpenOption.APPEND);

    RevisionLedger after = open();
    assertThat(after.revisions(ID)).containsExactly(FIRST, SECOND);
    assertThat(after.append(ID, 2, List.of(THIRD))).isTrue();
    assertThat(open().revisions(ID)).containsExactly(FIRST, SECOND, THIRD);
  }

  @Test
  void aDamagedLineInTheMiddleIsNamedAndNothingIsWrittenOverIt() throws IOException {
    open().append(ID, 0, List.of(FIRST, SECOND, THIRD));
    Files.writeString(file(), Files.readString(file()).replace("\"number\":2", "\"number\":7"));

    assertThatThrownBy(() -> open().revisions(ID))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("design__rate-limiter.jsonl:2")
        .hasMessageContaining("restore the file");
  }

  @Test
  void aDraftIsKeptReplacedAndForgotten() {
    RubricDraft first = new RubricDraft(1, 1, NOON, "a: [\n");
    RubricDraft second = new RubricDraft(2, 1, NOON, "a: []\n");
    open().keepDraft(ID, first);
    assertThat(open().draft(ID)).contains(first);
    open().keepDraft(ID, second);
    assertThat(open().draft(ID)).contains(second);
    assertThat(open().questions()).as("a draft is no version").isEmpty();
    open().dropDraft(ID);
    open().dropDraft(ID);
    assertThat(open().draft(ID)).isEmpty();
  }

  @Test
  void aBrokenDraftIsNamedWithTheMend() throws IOException {
    open().keepDraft(ID, new RubricDraft(1, 1, NOON, "a"));
    Files.writeString(folder.resolve("revisions/design__rate-limiter.draft.json"), "{");
    assertThatThrownBy(() -> open().draft(ID))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("mend or delete it");
  }

  @Test
  void theVersionsBesideSessionsAreNoSession() {
    open().append(ID, 0, List.of(FIRST));
    assertThat(new TranscriptStore(FolderStore.open(folder)).sessions()).isEmpty();
  }
}
