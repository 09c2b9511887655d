package dev.mockloop.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.Fixtures;
import dev.mockloop.check.RubricCheck;
import dev.mockloop.interview.Command;
import dev.mockloop.interview.Event;
import dev.mockloop.interview.Mode;
import dev.mockloop.interview.Place;
import dev.mockloop.interview.Session;
import dev.mockloop.interview.SessionId;
import dev.mockloop.revision.Revision;
import dev.mockloop.revision.Signature;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Loop;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.store.FolderStore;
import dev.mockloop.store.Name;
import dev.mockloop.transcript.RevisionLedger;
import dev.mockloop.transcript.TranscriptStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers that share nothing but a store. */
class ManyServersTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-01-05T12:00:00Z"), ZoneOffset.UTC);
  private static final QuestionId MENTORING = new QuestionId("behavioral/mentoring");
  private static final Place PLACE = new Place(0, 0, false);

  @TempDir private Path folder;
  private final List<FolderStore> stores = new ArrayList<>();
  private Node one;
  private Node other;

  /** A server, as far as it keeps anything in memory. */
  private record Node(
      TranscriptStore store, Content content, LiveSessions sessions, RubricDesk rubrics) {
    /** What a store with announcements tells. */
    void told(Name name) {
      new OtherServers(sessions, rubrics, content).changed(name);
    }

    Session state(SessionId id) {
      return sessions.find(id).orElseThrow();
    }
  }

  @BeforeEach
  void start() {
    one = node(1);
    other = node(2);
  }

  private Node node(int seed) {
    FolderStore store = FolderStore.open(folder);
    stores.add(store);
    TranscriptStore transcripts = new TranscriptStore(store);
    Content content = Content.reading(Path.of("rubrics"), new LoopDocuments(store));
    return new Node(
        transcripts,
        content,
        new LiveSessions(content, transcripts, Fixtures.SCORER, NOON, new Random(seed)),
        new RubricDesk(content, new RevisionLedger(store), new RubricCheck(Fixtures.READER), NOON));
  }

  @AfterEach
  void stop() {
    stores.forEach(FolderStore::close);
  }

  private SessionId started() {
    SessionId id =
        one.sessions()
            .create(
                new NewSession(
                    Optional.empty(),
                    Mode.PRACTICE,
                    "Ada",
                    Optional.empty(),
                    Optional.of(MENTORING),
                    Optional.empty()))
            .id();
    one.sessions().handle(id, new Command.Start());
    return id;
  }

  private static Command draft(long number, String text) {
    return new Command.SaveDraft(PLACE, number, text);
  }

  private static Name events(SessionId id) {
    return Name.in(id.value(), "events");
  }

  @Test
  void whatOneDidTheOtherAnswersWith() {
    SessionId id = started();
    assertThat(other.state(id).given(PLACE).orElseThrow().text()).isEmpty();

    one.sessions().handle(id, draft(1, "typed on one"));
    assertThat(other.state(id).given(PLACE).orElseThrow().text()).isEqualTo("typed on one");

    other.sessions().handle(id, draft(2, "typed on the other"));
    assertThat(one.state(id).given(PLACE).orElseThrow().text()).isEqualTo("typed on the other");
    assertThat(one.sessions().handle(id, draft(1, "an old one")).orElseThrow().refusal())
        .isPresent();

    one.sessions().handle(id, new Command.Submit(PLACE, "handed in on one"));
    other.sessions().handle(id, new Command.Submit(PLACE.atProbe(), "and on the other"));
    assertThat(one.state(id).isOver()).isTrue();
    assertThat(other.state(id).isOver()).isTrue();
    assertThat(one.state(id).given(PLACE.atProbe()).orElseThrow().text())
        .isEqualTo("and on the other");
  }

  @Test
  void draftsOfManyThreadsOnBothAreAllKeptOnceAndTheNumbersRise() throws Exception {
    SessionId id = started();
    AtomicInteger numbers = new AtomicInteger();
    BlockingQueue<Long> acknowledged = new LinkedBlockingQueue<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> typing = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        Node node = t % 2 == 0 ? one : other;
        typing.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < 25; i++) {
                    long number = numbers.incrementAndGet();
                    if (node.sessions()
                        .handle(id, draft(number, "text " + number))
                        .orElseThrow()
                        .refusal()
                        .isEmpty()) {
                      acknowledged.add(number);
                    }
                  }
                }));
      }
      for (Future<?> done : typing) {
        done.get();
      }
    }
    List<Long> kept =
        one.store().events(id).stream()
            .filter(Event.DraftSaved.class::isInstance)
            .map(e -> ((Event.DraftSaved) e).number())
            .toList();
    assertThat(kept).isSorted().doesNotHaveDuplicates();
    assertThat(kept).containsExactlyInAnyOrderElementsOf(acknowledged);
    assertThat(kept.getLast()).isEqualTo(100);
  }

  @Test
  void whoeverWatchesIsToldOfWhatTheOtherDidAndNobodyElseIsReadFor() throws Exception {
    SessionId watched = started();
    SessionId unwatched = started();
    BlockingQueue<Session> heard = new LinkedBlockingQueue<>();
    other.sessions().onChange(watched::equals, heard::add);
    one.sessions().handle(watched, draft(1, "seen"));
    one.sessions().handle(unwatched, draft(1, "not looked at"));

    other.told(events(unwatched));
    other.told(events(watched));

    Session told = heard.poll(1, TimeUnit.MINUTES);
    assertThat(told).isNotNull();
    assertThat(told.id()).isEqualTo(watched);
    assertThat(told.given(PLACE).orElseThrow().text()).isEqualTo("seen");
    assertThat(heard).isEmpty();
  }

  @Test
  void whatOneDeletedIsGoneOnTheOther() {
    SessionId id = started();
    assertThat(other.sessions().find(id)).isPresent();

    one.sessions().delete(id);
    assertThat(other.sessions().handle(id, draft(1, "too late"))).isEmpty();
    assertThat(other.sessions().find(id)).isEmpty();

    SessionId second = started();
    assertThat(other.sessions().find(second)).isPresent();
    one.sessions().delete(second);
    other.told(events(second));
    assertThat(other.sessions().find(second)).isEmpty();
  }

  @Test
  void aRubricPublishedOnOneIsOfferedOnTheOther() {
    String shipped = one.content().text(MENTORING);
    Revision published =
        one.rubrics().publish(MENTORING, shipped + "\n# newer\n", 1, new Signature("Ana", "Newer"));
    assertThat(other.content().text(MENTORING)).isEqualTo(shipped);

    other.told(new Name("revisions/behavioral__mentoring"));

    assertThat(other.content().text(MENTORING)).isEqualTo(published.text());
    assertThat(other.rubrics().find(MENTORING).orElseThrow().question().rubric().version())
        .isEqualTo(published.rubricVersion());
  }

  @Test
  void aLoopKeptOnOneIsOfferedOnTheOtherAndNoTwoHaveOneId() {
    OwnLoop own =
        new OwnLoop(
            "Con",
            Level.STAFF,
            List.of(new OwnLoop.Pick(MENTORING, Optional.empty())),
            OwnLoop.USUAL_PAUSE);
    Loop first = one.sessions().keep(own);
    Loop second = other.sessions().keep(own);

    assertThat(first.id()).isEqualTo("con");
    assertThat(second.id()).isEqualTo("con-2");
    one.told(new Name("loops/own-con-2.yaml"));
    other.told(new Name("loops/own-con.yaml"));
    assertThat(one.content().catalogue().loop("con-2")).contains(second);
    assertThat(other.content().catalogue().loop("con")).contains(first);
    assertThat(one.content().problems()).isEmpty();
  }

  @Test
  void aKeptLoopThatIsNotSoundIsToldOnce() {
    stores.getFirst().put(new Name("loops/own-odd.yaml"), "id: odd\n");

    one.told(new Name("loops/own-odd.yaml"));
    int problems = one.content().problems().size();
    one.told(new Name("loops/own-odd.yaml"));

    assertThat(problems).isPositive();
    assertThat(one.content().problems()).hasSize(problems);
    assertThat(one.content().problems().getFirst().file()).hasToString("loops/own-odd.yaml");
  }
}
