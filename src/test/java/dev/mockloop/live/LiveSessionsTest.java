package dev.mockloop.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.mockloop.Fixtures;
import dev.mockloop.interview.Command;
import dev.mockloop.interview.Event;
import dev.mockloop.interview.Mode;
import dev.mockloop.interview.Place;
import dev.mockloop.interview.Session;
import dev.mockloop.interview.SessionId;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.store.StoreException;
import dev.mockloop.transcript.TranscriptStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a disk that fails does to a session; the disk is the one thing that has to be pretended. */
class LiveSessionsTest {
  private static final Content CONTENT = Content.read(Path.of("rubrics"));
  private static final QuestionId MENTORING = new QuestionId("behavioral/mentoring");
  private static final Place PLACE = new Place(0, 0, false);

  private final TranscriptStore store = mock(TranscriptStore.class);
  private LiveSessions sessions;
  private Session session;

  @BeforeEach
  void createAndStart() {
    Clock noon = Clock.fixed(Instant.parse("2026-01-05T12:00:00Z"), ZoneOffset.UTC);
    sessions = new LiveSessions(CONTENT, store, Fixtures.SCORER, noon, new Random(1));
    List<Event> kept = new ArrayList<>();
    doNothing().when(store).create(any(), any());
    session =
        sessions.create(
            new NewSession(
                Optional.empty(),
                Mode.PRACTICE,
                "Ada",
                Optional.empty(),
                Optional.of(MENTORING),
                Optional.empty()));
    kept.add(
        new Event.Created(
            session.id(), session.mode(), session.plan(), "Ada", session.createdAt()));
    when(store.events(session.id())).thenReturn(List.copyOf(kept));
    when(store.rubrics(session.id())).thenReturn(CONTENT.keep(List.of(MENTORING)));
    sessions.handle(session.id(), new Command.Start());
  }

  @Test
  void whatIsNotOnDiskNeverHappened() {
    doThrow(new IllegalStateException("disk full")).when(store).append(any(), anyInt(), any());
    Command draft = new Command.SaveDraft(PLACE, 1, "I asked her what she needed.");
    assertThatThrownBy(() -> sessions.handle(session.id(), draft)).hasMessage("disk full");
    assertThat(sessions.find(session.id()).orElseThrow().given(PLACE).orElseThrow().text())
        .isEmpty();
  }

  @Test
  void theSameDraftGoesThroughWhenTheDiskIsWellAgain() {
    Command draft = new Command.SaveDraft(PLACE, 1, "I asked her what she needed.");
    doThrow(new IllegalStateException("disk full"))
        .doNothing()
        .when(store)
        .append(any(), anyInt(), any());
    assertThatThrownBy(() -> sessions.handle(session.id(), draft)).hasMessage("disk full");
    assertThat(sessions.handle(session.id(), draft).orElseThrow().refusal()).isEmpty();
    assertThat(sessions.find(session.id()).orElseThrow().given(PLACE).orElseThrow().draftNumber())
        .isEqualTo(1);
  }

  @Test
  void listenersHearOfEveryChangeAndOfNothingElse() {
    List<String> heard = new ArrayList<>();
    Runnable stop = sessions.onChange(s -> heard.add(s.phase().getClass().getSimpleName()));
    sessions.handle(session.id(), new Command.Pause());
    sessions.handle(session.id(), new Command.Pause());
    sessions.find(session.id());
    stop.run();
    sessions.handle(session.id(), new Command.Resume());
    assertThat(heard).containsExactly("Paused");
  }

  @Test
  void aSessionThatIsDamagedDoesNotHideTheOthers() {
    SessionId damaged = new SessionId("20260101-090000-damaged");
    when(store.sessions()).thenReturn(List.of(damaged, session.id()));
    when(store.events(damaged)).thenThrow(new StoreException("events.jsonl:3: damaged"));
    assertThat(sessions.all()).extracting(Session::id).containsExactly(session.id());
  }
}
