package dev.mockloop.live;

import dev.mockloop.Fixtures;
import dev.mockloop.interview.Command;
import dev.mockloop.interview.Event;
import dev.mockloop.interview.Mode;
import dev.mockloop.interview.Phase;
import dev.mockloop.interview.Place;
import dev.mockloop.interview.Session;
import dev.mockloop.interview.SessionId;
import dev.mockloop.rating.ItemId;
import dev.mockloop.rating.Levels;
import dev.mockloop.rating.Rater;
import dev.mockloop.rating.RatingEvent;
import dev.mockloop.rubric.Criterion;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.store.FolderStore;
import dev.mockloop.transcript.RatingLedger;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Makes {@code transcripts/sample-*} from {@code src/calibration/samples}; see its README. */
public final class SampleMaker {
  static final Path SOURCES = Path.of("src/calibration/samples");
  static final Path TARGET = Path.of("transcripts");

  private final Content content = Content.read(Path.of("rubrics"));
  private final Ticking clock = new Ticking();

  private SampleMaker() {}

  public static void main(String[] args) throws IOException {
    try (Stream<Path> sources = Files.list(SOURCES)) {
      for (Path source : sources.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        new SampleMaker().make(YAMLMapper.shared().readTree(Files.readString(source)));
      }
    }
  }

  /** A clock that goes on only when it is told to. */
  private static final class Ticking extends Clock {
    private Instant now = Instant.EPOCH;

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

  private void make(JsonNode source) throws IOException {
    Path work = Files.createTempDirectory("sample");
    FolderStore everything = FolderStore.open(work);
    TranscriptStore store = new TranscriptStore(everything);
    clock.now = Instant.parse(source.path("begun").stringValue());
    LiveSessions sessions = new LiveSessions(content, store, Fixtures.SCORER, clock, new Random(1));
    Session session = run(sessions, source);
    SessionId id = new SessionId(source.path("session").stringValue());
    Path folder = TARGET.resolve(id.value());
    delete(folder);
    keep(store, session, id);
    new RatingLedger(everything).append(0, ratings(source, session, id));
    Files.move(work.resolve("ratings/ratings.jsonl"), folder.resolve("ratings.jsonl"));
    delete(work);
  }

  private Session run(LiveSessions sessions, JsonNode source) {
    Session session =
        sessions.create(
            new NewSession(
                Optional.ofNullable(source.path("loop").stringValue(null)),
                Mode.of(source.path("mode").stringValue()),
                source.path("candidate").stringValue(),
                Optional.empty(),
                Optional.ofNullable(source.path("question").stringValue(null)).map(QuestionId::new),
                Optional.empty()));
    clock.now = clock.now.plusSeconds(40);
    sessions.handle(session.id(), new Command.Start());
    int answer = 0;
    while (true) {
      Session now = sessions.find(session.id()).orElseThrow();
      switch (now.phase()) {
        case Phase.Answering(Place place, Instant deadline) -> {
          JsonNode written = source.path("answers").path(answer);
          type(
              sessions,
              now,
              place,
              deadline,
              written.path(place.probe() ? "probe" : "text").stringValue().strip());
          answer += place.probe() ? 1 : 0;
        }
        case Phase.Break pause -> {
          clock.now = clock.now.plusSeconds(20);
          sessions.handle(session.id(), new Command.NextRound());
        }
        default -> {
          return now;
        }
      }
    }
  }

  /** Three drafts and the hand-in, over most of the time that there is. */
  private void type(
      LiveSessions sessions, Session session, Place place, Instant deadline, String text) {
    Duration time = Duration.between(clock.now, deadline).multipliedBy(17).dividedBy(20);
    Instant begun = clock.now;
    for (int part = 1; part <= 3; part++) {
      clock.now = begun.plus(time.multipliedBy(part).dividedBy(4));
      int end = text.lastIndexOf(' ', Math.max(1, text.length() * part / 4));
      sessions.handle(
          session.id(), new Command.SaveDraft(place, part, text.substring(0, Math.max(1, end))));
    }
    clock.now = begun.plus(time);
    sessions.handle(session.id(), new Command.Submit(place, text));
  }

  private void keep(TranscriptStore store, Session session, SessionId id) {
    TranscriptStore target = new TranscriptStore(FolderStore.open(TARGET));
    List<Event> events = store.events(session.id());
    Event.Created created = (Event.Created) events.getFirst();
    target.create(
        new Event.Created(id, created.mode(), created.plan(), created.candidate(), created.at()),
        store.rubrics(session.id()));
    target.append(id, 1, events.subList(1, events.size()));
  }

  private List<RatingEvent> ratings(JsonNode source, Session session, SessionId id) {
    List<QuestionId> asked =
        session.plan().rounds().stream()
            .flatMap(r -> r.questions().stream())
            .map(q -> q.id())
            .toList();
    List<RatingEvent> events = new ArrayList<>();
    for (int a = 0; a < asked.size(); a++) {
      JsonNode answer = source.path("answers").path(a);
      ItemId item = new ItemId(id, asked.get(a));
      Instant day = session.createdAt().plus(Duration.ofDays(2)).plus(Duration.ofMinutes(9L * a));
      events.addAll(given(answer.path("ratings"), item, day));
      events.addAll(given(answer.path("again"), item, day.plus(Duration.ofDays(20))));
      JsonNode decided = answer.path("adjudicated");
      if (decided.isObject()) {
        events.add(
            new RatingEvent.Adjudicated(
                item,
                new Rater(decided.path("by").stringValue()),
                decided.path("level").intValue(),
                decided.path("reason").stringValue(),
                day.plus(Duration.ofDays(5))));
      }
    }
    return events;
  }

  private List<RatingEvent> given(JsonNode byRater, ItemId item, Instant day) {
    List<RatingEvent> events = new ArrayList<>();
    int rater = 0;
    for (Map.Entry<String, JsonNode> one : byRater.properties()) {
      events.add(
          new RatingEvent.Submitted(
              item,
              new Rater(one.getKey()),
              levels(item.question(), one.getValue().path("levels")),
              one.getValue().path("note").stringValue(""),
              day.plus(Duration.ofHours(26L * rater++))));
    }
    return events;
  }

  private Levels levels(QuestionId id, JsonNode levels) {
    Question question = content.catalogue().question(id).orElseThrow();
    List<Criterion> criteria = question.rubric().criteria();
    if (levels.size() != criteria.size() + 1) {
      throw new IllegalArgumentException(id + " needs " + (criteria.size() + 1) + " levels");
    }
    Map<String, Double> byCriterion = new HashMap<>();
    byCriterion.put(Levels.OVERALL, levels.path(0).doubleValue());
    for (int c = 0; c < criteria.size(); c++) {
      byCriterion.put(criteria.get(c).id(), levels.path(c + 1).doubleValue());
    }
    return new Levels(byCriterion);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
