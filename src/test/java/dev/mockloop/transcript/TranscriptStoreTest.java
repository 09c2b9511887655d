package dev.mockloop.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mockloop.interview.Event;
import dev.mockloop.interview.Mode;
import dev.mockloop.interview.Place;
import dev.mockloop.interview.Plan;
import dev.mockloop.interview.SessionId;
import dev.mockloop.rubric.Kind;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.store.ConflictException;
import dev.mockloop.store.FolderStore;
import dev.mockloop.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptStoreTest {
  private static final Instant AT = Instant.parse("2026-01-05T12:00:00.125Z");
  private static final SessionId ID = new SessionId("20260105-120000-abc");
  private static final Place PLACE = new Place(0, 0, false);
  private static final QuestionId QUESTION = new QuestionId("design/a");

  @TempDir private Path folder;

  private TranscriptStore open() {
    return new TranscriptStore(FolderStore.open(folder));
  }

  private static Event.Created created() {
    Plan.PlannedRound round =
        new Plan.PlannedRound(
            "design",
            Kind.DESIGN,
            "Design",
            "Ann",
            Duration.ofMinutes(13),
            Duration.ZERO,
            List.of(new Plan.PlannedQuestion(QUESTION, "A", Duration.ofMinutes(10), "v1")));
    return new Event.Created(
        ID,
        Mode.MOCK,
        new Plan("l", "L", Level.STAFF, Duration.ofSeconds(150), List.of(round)),
        "Ada",
        AT);
  }

  private static List<Event> everyKind() {
    return List.of(
        new Event.Started(AT),
        new Event.QuestionShown(PLACE, AT.plusSeconds(600), AT.plusSeconds(780), AT),
        new Event.DraftSaved(PLACE, 1, "Größe 🚀\r\n\"quoted\"\u2028", AT),
        new Event.Paused(AT),
        new Event.Resumed(Duration.ofSeconds(7), AT),
        new Event.Renamed("Größe", AT),
        new Event.Answered(PLACE, "text", Event.Cause.SUBMITTED, AT),
        new Event.ProbeAsked(new Place(0, 0, true), "failure", "And then?", AT.plusSeconds(9), AT),
        new Event.BreakStarted(0, AT, AT),
        new Event.Finished(AT),
        new Event.Expired(AT));
  }

  private TranscriptStore withSession() {
    TranscriptStore store = open();
    store.create(created(), new KeptRubrics(Map.of(QUESTION, "id: design/a"), "synonyms: []"));
    return store;
  }

  @Test
  void everyKindOfEventComesBackEqual() {
    withSession().append(ID, 1, everyKind());
    TranscriptStore again = open();
    assertThat(again.events(ID))
        .startsWith(created())
        .endsWith(everyKind().toArray(Event[]::new))
        .hasSize(12);
    assertThat(again.sessions()).containsExactly(ID);
    assertThat(again.rubrics(ID))
        .isEqualTo(new KeptRubrics(Map.of(QUESTION, "id: design/a"), "synonyms: []"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"seq\":3,\"event\":\"dra", "garbage\n", "\u0000\u0000\u0000"})
  void aTornLastLineDoesNotCountAndTheNextStandsInItsPlace(String torn) throws IOException {
    TranscriptStore store = withSession();
    store.append(ID, 1, List.of(new Event.Started(AT)));
    Path file = folder.resolve(ID.value()).resolve("events.jsonl");
    Files.writeString(file, torn, StandardOpenOption.APPEND);
    TranscriptStore again = open();
    assertThat(again.events(ID)).containsExactly(created(), new Event.Started(AT));
    again.append(ID, 2, List.of(new Event.Finished(AT)));
    assertThat(open().events(ID)).hasSize(3);
  }

  @Test
  void damageInTheMiddleIsNamedAndNeverCutOff() throws IOException {
    TranscriptStore store = withSession();
    store.append(ID, 1, everyKind());
    Path file = folder.resolve(ID.value()).resolve("events.jsonl");
    String text = Files.readString(file);
    Files.writeString(file, text.replace("\"seq\":3", "\"seq\":9"));
    assertThatThrownBy(() -> open().events(ID))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("events.jsonl:3");
    assertThat(Files.size(file))
        .isEqualTo(text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
  }

  @Test
  void whoKnowsTooFewEventsIsToldSo() {
    TranscriptStore store = withSession();
    store.append(ID, 1, List.of(new Event.Started(AT)));
    assertThatThrownBy(() -> store.append(ID, 1, List.of(new Event.Finished(AT))))
        .isInstanceOf(ConflictException.class);
    assertThat(store.events(ID)).hasSize(2);
  }

  @Test
  void derivedFilesHavePlainNames() {
    TranscriptStore store = withSession();
    store.keepDerived(ID, "scorecard.json", "{}");
    assertThat(store.derived(ID, "scorecard.json")).contains("{}");
    assertThatThrownBy(() -> store.keepDerived(ID, "../x.json", "{}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDeletedSessionLeavesNothingBehindAndTakesNothingMore() throws IOException {
    TranscriptStore store = open();
    store.create(created(), new KeptRubrics(Map.of(QUESTION, "id: design/a"), ""));
    store.keepDerived(ID, "transcript.md", "# secret");
    store.delete(ID);
    assertThat(open().sessions()).isEmpty();
    assertThat(folder.resolve(ID.value())).doesNotExist();
    assertThat(store.events(ID)).isEmpty();
    assertThatThrownBy(() -> store.append(ID, 1, List.of(new Event.Started(AT))))
        .isInstanceOf(ConflictException.class);
    store.delete(ID);
    store.keepDerived(ID, "transcript.md", "# secret");
    assertThat(folder.resolve(ID.value())).doesNotExist();
  }
}
