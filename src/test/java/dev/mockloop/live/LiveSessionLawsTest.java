package dev.mockloop.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.Fixtures;
import dev.mockloop.interview.Command;
import dev.mockloop.interview.Crowd;
import dev.mockloop.interview.Event;
import dev.mockloop.interview.Given;
import dev.mockloop.interview.Mode;
import dev.mockloop.interview.Place;
import dev.mockloop.interview.Refusal;
import dev.mockloop.interview.Session;
import dev.mockloop.interview.SessionId;
import dev.mockloop.interview.Step;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.store.FolderStore;
import dev.mockloop.transcript.TranscriptStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/** The laws of a session, held over real files that are read again after every restart. */
class LiveSessionLawsTest {
  private static final Content CONTENT = Content.read(Path.of("rubrics"));
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final Place FIRST = new Place(0, 0, false);
  private static final int CLIENTS = 3;

  private Path folder = Path.of("");

  @BeforeTry
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory("laws");
  }

  @AfterTry
  void deleteFolder() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static final class SetClock extends Clock {
    private volatile Instant now = NOON;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** Sessions over a folder; a restart forgets all that is not in it. */
  private static final class OverFiles implements Crowd.Server {
    private final Path folder;
    private final SetClock clock = new SetClock();
    private final SessionId id;
    private FolderStore kept;
    private TranscriptStore store;
    private LiveSessions sessions;

    OverFiles(Path folder, Mode mode, NewSession choice) {
      this.folder = folder;
      this.kept = FolderStore.open(folder);
      this.store = new TranscriptStore(kept);
      this.sessions = new LiveSessions(CONTENT, store, Fixtures.SCORER, clock, new Random(1));
      this.id = sessions.create(choice).id();
    }

    @Override
    public Optional<Refusal> carryOut(Command command, Instant now) {
      clock.now = now;
      return sessions.handle(id, command).orElseThrow().refusal();
    }

    @Override
    public Session look(Instant now) {
      clock.now = now;
      return sessions.find(id).orElseThrow();
    }

    @Override
    public List<Event> events() {
      return store.events(id);
    }

    @Override
    public void restart() {
      kept.close();
      kept = FolderStore.open(folder);
      store = new TranscriptStore(kept);
      sessions = new LiveSessions(CONTENT, store, Fixtures.SCORER, clock, new Random(1));
    }
  }

  private static NewSession shortLoop(Mode mode) {
    return new NewSession(
        Optional.of("staff-short"),
        mode,
        "Ada",
        Optional.empty(),
        Optional.<QuestionId>empty(),
        Optional.empty());
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Step.any(CLIENTS, Duration.ofMinutes(20)).list().ofMinSize(10).ofMaxSize(100);
  }

  @Provide
  Arbitrary<Mode> modes() {
    return Arbitraries.of(Mode.class);
  }

  @Property(tries = 30, shrinking = ShrinkingMode.BOUNDED)
  void nothingAcknowledgedIsLostOverFilesThatAreReadAgain(
      @ForAll("modes") Mode mode, @ForAll("steps") List<Step> steps) {
    OverFiles server = new OverFiles(folder, mode, shortLoop(mode));
    server.carryOut(new Command.Start(), NOON);
    Crowd crowd = new Crowd(server, CLIENTS, NOON, false);
    crowd.live(steps);
    server.restart();
    crowd.live(List.of());
  }

  @Property(tries = 10, shrinking = ShrinkingMode.OFF)
  void clientsThatWriteAtOnceEachKeepWhatWasAcknowledgedToThem(@ForAll Random random)
      throws Exception {
    OverFiles server = new OverFiles(folder, Mode.MOCK, shortLoop(Mode.MOCK));
    server.carryOut(new Command.Start(), NOON);
    Map<Long, String> acknowledged = new ConcurrentHashMap<>();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> written = new ArrayList<>();
      for (int c = 0; c < CLIENTS; c++) {
        written.add(clients.submit(writer(server, c, random.nextLong(), acknowledged)));
      }
      for (Future<Integer> client : written) {
        assertThat(client.get()).isEqualTo(20);
      }
    }
    List<Event.DraftSaved> drafts =
        server.events().stream()
            .filter(Event.DraftSaved.class::isInstance)
            .map(Event.DraftSaved.class::cast)
            .toList();
    assertThat(drafts).hasSize(acknowledged.size());
    assertThat(drafts).extracting(Event.DraftSaved::number).isSorted().doesNotHaveDuplicates();
    assertThat(drafts)
        .allSatisfy(d -> assertThat(acknowledged).containsEntry(d.number(), d.text()));
    server.restart();
    assertThat(server.look(NOON).given(FIRST).map(Given::text)).contains(drafts.getLast().text());
  }

  /** Writes until twenty drafts went through, each over the newest that it was told of. */
  private static Callable<Integer> writer(
      OverFiles server, int client, long seed, Map<Long, String> acknowledged) {
    return () -> {
      Random random = new Random(seed);
      long known = 0;
      int through = 0;
      while (through < 20) {
        String text = "client " + client + " text " + random.nextInt(1000);
        long number = known + 1;
        Optional<Refusal> refusal =
            server.carryOut(new Command.SaveDraft(FIRST, number, text), NOON);
        if (refusal.isEmpty()) {
          through++;
          known = number;
          acknowledged.put(number, text);
        } else {
          known = ((Refusal.Stale) refusal.get()).keptNumber();
        }
      }
      return through;
    };
  }

  @Property(tries = 10, shrinking = ShrinkingMode.OFF)
  void ofTwoDevicesThatHandInAtOnceOneIsTakenAndTheOtherIsToldWhatWas() throws Exception {
    OverFiles server = new OverFiles(folder, Mode.MOCK, shortLoop(Mode.MOCK));
    server.carryOut(new Command.Start(), NOON);
    List<Optional<Refusal>> results = new ArrayList<>();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Optional<Refusal>>> handedIn =
          Stream.of("from the desk", "from the phone")
              .map(t -> new Command.Submit(FIRST, t, OptionalLong.of(0)))
              .map(s -> clients.submit(() -> server.carryOut(s, NOON)))
              .toList();
      for (Future<Optional<Refusal>> one : handedIn) {
        results.add(one.get());
      }
    }
    String taken = server.look(NOON).given(FIRST).orElseThrow().text();
    assertThat(results).containsOnlyOnce(Optional.empty());
    assertThat(results).contains(Optional.of(new Refusal.Closed(FIRST, taken, NOON)));
  }
}
