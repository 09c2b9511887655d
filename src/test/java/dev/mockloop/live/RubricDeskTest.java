package dev.mockloop.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mockloop.Fixtures;
import dev.mockloop.check.RubricCheck;
import dev.mockloop.revision.BaseMovedException;
import dev.mockloop.revision.Origin;
import dev.mockloop.revision.Revision;
import dev.mockloop.revision.Signature;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.rubric.yaml.Problem;
import dev.mockloop.store.FolderStore;
import dev.mockloop.transcript.RevisionLedger;
import dev.mockloop.transcript.TranscriptStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RubricDeskTest {
  private static final QuestionId ID = new QuestionId("design/tea");
  private static final Signature ANA = new Signature("Ana", "Said by many");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-05T12:00:00Z"), ZoneOffset.UTC);
  private static final String SHIPPED =
      """
      id: design/tea
      kind: design
      ask: How do you make tea?
      criteria:
        - id: water
          ideas:
            - id: hot
              phrases:
                - hot water
              finds:
                - Pour hot water on it.
      samples:
        strong: I pour hot water on the leaves, because cold water takes hours.
      """;
  private static final String BETTER =
      SHIPPED.replace("          - hot water\n", "          - (hot|boiling) water\n");

  @TempDir private Path folder;
  private Content content;
  private RubricDesk desk;

  @BeforeEach
  void open() throws IOException {
    Files.createDirectories(folder.resolve("rubrics"));
    if (!Files.exists(rubric())) {
      Files.writeString(rubric(), SHIPPED);
    }
    content = Content.read(folder.resolve("rubrics"));
    desk =
        new RubricDesk(
            content,
            new RevisionLedger(FolderStore.open(folder)),
            new RubricCheck(Fixtures.READER),
            CLOCK);
  }

  private Path rubric() {
    return folder.resolve("rubrics/tea.yaml");
  }

  private RubricDesk.Sheet sheet() {
    return desk.find(ID).orElseThrow();
  }

  private String offered() {
    return content.catalogue().question(ID).orElseThrow().rubric().version();
  }

  @Test
  void whatIsPublishedIsOfferedAtOnceAndAfterARestart() throws IOException {
    String shipped = offered();
    Revision published = desk.publish(ID, BETTER, 1, ANA);

    assertThat(published.number()).isEqualTo(2);
    assertThat(published.parent()).isEqualTo(1);
    assertThat(published.at()).isEqualTo(CLOCK.instant());
    assertThat(offered()).isEqualTo(published.rubricVersion()).isNotEqualTo(shipped);
    open();
    assertThat(offered()).isEqualTo(published.rubricVersion());
    assertThat(sheet().history().revisions())
        .extracting(Revision::text)
        .containsExactly(SHIPPED, BETTER);
    assertThat(content.keep(List.of(ID)).questions()).containsEntry(ID, BETTER);
    assertThat(Files.readString(rubric())).isEqualTo(SHIPPED);
  }

  @Test
  void rollingBackBringsTheOldRubricAndItsNameBack() {
    String shipped = offered();
    desk.publish(ID, BETTER, 1, ANA);
    Revision back = desk.rollBack(ID, 1, 2, new Signature("Bo", "Too generous"));

    assertThat(back.origin()).isEqualTo(new Origin.RolledBack(1));
    assertThat(back.text()).isEqualTo(SHIPPED);
    assertThat(offered()).isEqualTo(shipped);
  }

  @Test
  void ofTwoThatPublishAtOnceTheSecondIsToldAndKeepsTheDraft() {
    desk.save(ID, BETTER + "# mine\n", 1, 0);
    desk.publish(ID, BETTER, 1, ANA);
    assertThatThrownBy(() -> desk.publish(ID, BETTER + "# mine\n", 1, new Signature("Bo", "Me")))
        .isInstanceOf(BaseMovedException.class)
        .hasMessageContaining("Version 2 was published by Ana");
    assertThat(sheet().text()).endsWith("# mine\n");
    assertThat(sheet().base()).isEqualTo(1);
    assertThat(sheet().history().revisions()).hasSize(2);
    desk.publish(ID, BETTER + "# mine\n", 2, new Signature("Bo", "Me"));
    assertThat(sheet().draft()).as("what is published is no draft any more").isEmpty();
  }

  @Test
  void anotherServerOverTheSameFolderPublishesAndTheConflictIsSeen() throws IOException {
    RubricDesk other = desk;
    open();
    other.publish(ID, BETTER, 1, ANA);
    assertThatThrownBy(() -> desk.publish(ID, BETTER + "# b\n", 1, ANA))
        .isInstanceOf(BaseMovedException.class);
  }

  @Test
  void aRubricWithProblemsIsRefusedWithLineAndMend() {
    String unfound = SHIPPED.replace("Pour hot water on it.", "Pour cold milk on it.");
    assertThatThrownBy(() -> desk.publish(ID, unfound, 1, ANA))
        .isInstanceOfSatisfying(
            UnsoundRubricException.class,
            e -> assertThat(e.problems()).extracting(Problem::line).containsExactly(11))
        .hasMessageContaining("line 11: the idea 'hot' does not find this sentence");
    String other = SHIPPED.replace("id: design/tea", "id: design/coffee");
    assertThat(desk.check(ID, other))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.line()).isEqualTo(1);
              assertThat(p.message()).contains("the id must stay 'design/tea'");
            });
    String kind = SHIPPED.replace("kind: design", "kind: executive");
    assertThat(desk.check(ID, kind)).singleElement().extracting(Problem::line).isEqualTo(2);
    assertThat(desk.check(ID, "a: &x [1]\nb: *x\n")).isNotEmpty();
    assertThat(desk.check(ID, SHIPPED.replace("hot water\n", "(hot water\n"))).isNotEmpty();
    assertThat(sheet().history().published()).isFalse();
  }

  @Test
  void aChangedShippedFileIsNoticedAndNotTakenIntoUse() throws IOException {
    desk.publish(ID, BETTER, 1, ANA);
    String upgraded = SHIPPED.replace("make tea?", "make good tea?");
    Files.writeString(rubric(), upgraded);
    open();

    Revision noted = sheet().history().shippedSince().orElseThrow();
    assertThat(noted.text()).isEqualTo(upgraded);
    assertThat(sheet().history().current().text()).isEqualTo(BETTER);
    assertThat(content.catalogue().question(ID).orElseThrow().ask())
        .isEqualTo("How do you make tea?");
    desk.rollBack(ID, noted.number(), 2, ANA);
    assertThat(sheet().history().shippedSince()).isEmpty();
    assertThat(content.catalogue().question(ID).orElseThrow().ask()).contains("good tea");
    open();
    assertThat(sheet().history().revisions()).hasSize(4);
  }

  @Test
  void aQuestionThatIsGoneFromTheFolderIsTold() throws IOException {
    desk.publish(ID, BETTER, 1, ANA);
    Files.delete(rubric());
    content = Content.read(folder.resolve("rubrics"));
    desk =
        new RubricDesk(
            content,
            new RevisionLedger(FolderStore.open(folder)),
            new RubricCheck(Fixtures.READER),
            CLOCK);
    assertThat(desk.problems())
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .contains("restore or mend its file");
    assertThat(desk.find(ID)).isEmpty();
  }

  @Test
  void aDraftIsKeptSoundOrNotAndALaterOneIsNotOverwritten() throws IOException {
    assertThat(desk.save(ID, "half a [", 1, 0).number()).isEqualTo(1);
    assertThat(desk.save(ID, "half a [b", 1, 1).number()).isEqualTo(2);
    assertThatThrownBy(() -> desk.save(ID, "another window", 1, 1))
        .isInstanceOfSatisfying(
            StaleDraftException.class, e -> assertThat(e.kept().text()).isEqualTo("half a [b"));
    assertThat(desk.save(ID, "half a [b", 1, 1).number())
        .as("the same text is no loss")
        .isEqualTo(3);
    open();
    assertThat(sheet().text()).isEqualTo("half a [b");
    assertThat(desk.save(ID, "over it", 1).number()).isEqualTo(4);
    desk.discard(ID);
    assertThat(sheet().text()).isEqualTo(SHIPPED);
  }

  @Test
  void aRubricThatIsBeingWrittenIsTriedAndLeavesNothing() {
    RubricTrial trial =
        new RubricTrial(
            content,
            new LiveSessions(
                content,
                new TranscriptStore(FolderStore.open(folder.resolve("transcripts"))),
                Fixtures.SCORER,
                CLOCK,
                new Random(1)),
            Fixtures.SCORER);
    Question before = content.catalogue().question(ID).orElseThrow();
    Question written = desk.question(ID, BETTER).orElseThrow();
    String text = "I put boiling water on the leaves, because it takes the taste out of them.";

    assertThat(trial.score(before, text, Level.STAFF).criteria().getFirst().evidence()).isEmpty();
    assertThat(trial.score(written, text, Level.STAFF).criteria().getFirst().evidence())
        .singleElement()
        .satisfies(e -> assertThat(e.span().of(text)).isEqualTo("boiling water"));
    assertThat(trial.answers(before)).extracting(RubricTrial.Sample::id).containsExactly("strong");
    assertThat(offered()).isEqualTo(before.rubric().version());
  }
}
