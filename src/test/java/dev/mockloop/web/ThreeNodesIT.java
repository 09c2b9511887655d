package dev.mockloop.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.interview.Event;
import dev.mockloop.interview.SessionId;
import dev.mockloop.rating.RatingEvent;
import dev.mockloop.revision.Revision;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.store.postgres.PostgresStore;
import dev.mockloop.store.postgres.RealPostgres;
import dev.mockloop.transcript.RatingLedger;
import dev.mockloop.transcript.RevisionLedger;
import dev.mockloop.transcript.TranscriptStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Three servers over one PostgreSQL, each request to any of them. The long run is asked for with
 * {@code -Dmockloop.nodes.kills=200}.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class ThreeNodesIT {
  private static final int KILLS = Integer.getInteger("mockloop.nodes.kills", 4);
  private static final int CANDIDATES = 6;
  private static final int SAVED_BETWEEN_KILLS = 40;
  private static final String QUESTION = "behavioral/mentoring";
  private static final String RUBRIC = "/api/workbench/" + QUESTION;

  @TempDir private static Path folder;
  private static RealPostgres database;
  private static String address;
  private static final List<ServerProcess> NODES = new ArrayList<>();
  private static Balancer any;

  @BeforeAll
  static void startAll() throws Exception {
    database = RealPostgres.start();
    address = database.newDatabase();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ServerProcess>> starting =
          IntStream.range(0, 3).mapToObj(i -> threads.submit(() -> serve(0))).toList();
      for (Future<ServerProcess> node : starting) {
        NODES.add(node.get());
      }
    }
    any = new Balancer(NODES.stream().map(ServerProcess::port).toList(), new Random(6));
  }

  private static ServerProcess serve(int port) throws IOException {
    return ServerProcess.start(port, Path.of("rubrics"), address, folder.resolve("clock"));
  }

  @AfterAll
  static void stopAll() throws Exception {
    for (ServerProcess node : NODES) {
      node.close();
    }
    database.close();
  }

  private static Balancer node(int index) {
    return new Balancer(List.of(NODES.get(index).port()), new Random(1));
  }

  private static JsonNode ok(Balancer.Answer answer) {
    assertThat(answer.status()).as(String.valueOf(answer.body())).isBetween(200, 202);
    return answer.body();
  }

  private static void until(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as(what)
          .isLessThan(Duration.ofMinutes(1));
    }
  }

  private static String begin(Balancer through) throws InterruptedException {
    String session =
        "/api/sessions/"
            + ok(through.post("/api/sessions", Map.of("mode", "practice", "question", QUESTION)))
                .path("id")
                .asString();
    Balancer.Answer started = through.post(session + "/start", Map.of());
    assertThat(started.status() == 200 || started.tries() > 1).isTrue();
    return session;
  }

  @Test
  void aChangeMadeOnOneNodeIsSeenAtOnceByWhoeverWatchesOnAnother() throws Exception {
    String session = begin(node(0));
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    HttpClient http = HttpClient.newHttpClient();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> listening =
          threads.submit(
              () -> {
                http.send(
                        HttpRequest.newBuilder(
                                URI.create(NODES.get(1).url() + session.substring(1) + "/live"))
                            .header("Accept", "text/event-stream")
                            .build(),
                        HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith("data:"))
                    .forEach(heard::add);
                return null;
              });
      assertThat(heard.poll(1, TimeUnit.MINUTES)).contains("\"question\"");

      ok(node(2).put(session + "/drafts/0.0/1", Map.of("text", "typed on the third")));

      assertThat(heard.poll(1, TimeUnit.MINUTES)).contains("typed on the third");
      http.shutdownNow();
      listening.cancel(true);
    }
  }

  @Test
  void whatOneNodeKeepsEveryNodeOffers() throws Exception {
    JsonNode before = ok(node(0).get("/api/workbench/design/product-cache"));
    String changed = before.path("yaml").asString() + "\n# seen on every node\n";
    String version =
        ok(node(0)
                .post(
                    "/api/workbench/design/product-cache/publish",
                    Map.of(
                        "yaml",
                        changed,
                        "base",
                        before.path("version").intValue(),
                        "author",
                        "Ana",
                        "note",
                        "Seen everywhere")))
            .path("rubricVersion")
            .asString();
    String loop =
        ok(node(1)
                .post(
                    "/api/loops",
                    Map.of("title", "Kept in the database", "questions", List.of(QUESTION))))
            .path("id")
            .asString();
    assertThat(loop).isEqualTo("kept-in-the-database");

    for (int i = 0; i < NODES.size(); i++) {
      Balancer node = node(i);
      until(
          "the version on node " + i,
          () ->
              got(node, "/api/workbench/design/product-cache")
                  .path("rubricVersion")
                  .asString()
                  .equals(version));
      until("the loop on node " + i, () -> got(node, "/api/loops").toString().contains(loop));
    }
  }

  private static JsonNode got(Balancer node, String path) {
    try {
      return ok(node.get(path));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aWhatIfThatOneNodeRunsIsAskedForOnAnother() throws Exception {
    String path = "/api/workbench/design/rate-limiter/what-if";
    String job = path + "/" + ok(node(0).post(path, Map.of())).path("id").asString();
    Balancer other = node(1);

    until("the what-if's end", () -> got(other, job).path("state").asString().equals("done"));

    assertThat(got(other, job)).isEqualTo(got(node(0), job));
    assertThat(got(other, job).path("result").path("before").path("n").intValue()).isPositive();
  }

  @Test
  void aSessionDeletedOnOneNodeIsGoneOnAll() throws Exception {
    String session = begin(node(0));
    ok(node(1).put(session + "/drafts/0.0/1", Map.of("text", "soon gone")));
    HttpClient http = HttpClient.newHttpClient();
    assertThat(
            http.send(
                    HttpRequest.newBuilder(URI.create(NODES.get(2).url() + session.substring(1)))
                        .DELETE()
                        .build(),
                    HttpResponse.BodyHandlers.discarding())
                .statusCode())
        .isEqualTo(204);

    assertThat(node(1).put(session + "/drafts/0.0/2", Map.of("text", "too late")).status())
        .isEqualTo(404);
    for (int i = 0; i < NODES.size(); i++) {
      Balancer node = node(i);
      until(
          "gone on node " + i,
          () -> {
            try {
              return node.get(session).status() == 404;
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
          });
    }
  }

  /** What was acknowledged to one candidate. */
  private static final class Acknowledged {
    private final String session;
    private final Map<String, String> drafts = new HashMap<>();
    private final Map<String, String> answers = new HashMap<>();
    private String rater = "";

    Acknowledged(String session) {
      this.session = session;
    }

    SessionId id() {
      return new SessionId(session.substring(session.lastIndexOf('/') + 1));
    }
  }

  private final BlockingQueue<String> saved = new LinkedBlockingQueue<>();
  private final AtomicBoolean quiet = new AtomicBoolean();

  @Test
  void nodesAndTheDatabaseAreKilledUnderTypingCandidatesAndNothingIsLost() throws Exception {
    List<Acknowledged> all = new ArrayList<>();
    List<String> published = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Acknowledged>>> typing = new ArrayList<>();
      for (int c = 0; c < CANDIDATES; c++) {
        int candidate = c;
        typing.add(threads.submit(() -> type(candidate)));
      }
      try {
        kill(threads, published);
      } finally {
        quiet.set(true);
      }
      for (Future<List<Acknowledged>> one : typing) {
        all.addAll(one.get());
      }
    }

    assertThat(all).hasSizeGreaterThanOrEqualTo(CANDIDATES);
    assertThat(published).hasSize(KILLS);
    String last;
    try (PostgresStore store = PostgresStore.open(address)) {
      TranscriptStore transcripts = new TranscriptStore(store);
      all.forEach(a -> everythingIsThere(a, transcripts.events(a.id())));
      assertThat(new RatingLedger(store).events())
          .extracting(RatingEvent::rater)
          .extracting(r -> r.name())
          .containsAll(all.stream().map(a -> a.rater).toList())
          .doesNotHaveDuplicates();
      List<Revision> versions = new RevisionLedger(store).revisions(new QuestionId(QUESTION));
      assertThat(versions).extracting(Revision::rubricVersion).containsSubsequence(published);
      last = versions.getLast().rubricVersion();
    }
    for (int i = 0; i < NODES.size(); i++) {
      Balancer node = node(i);
      until(
          "the last version on node " + i,
          () -> got(node, RUBRIC).path("rubricVersion").asString().equals(last));
    }
  }

  private static void everythingIsThere(Acknowledged acknowledged, List<Event> events) {
    Map<String, List<String>> drafts = new HashMap<>();
    Map<String, List<String>> answers = new HashMap<>();
    for (Event event : events) {
      switch (event) {
        case Event.DraftSaved d ->
            drafts
                .computeIfAbsent(d.place().id() + "/" + d.number(), k -> new ArrayList<>())
                .add(d.text());
        case Event.Answered a ->
            answers.computeIfAbsent(a.place().id(), k -> new ArrayList<>()).add(a.text());
        default -> {
          // not of the candidate's making
        }
      }
    }
    acknowledged.drafts.forEach(
        (key, text) -> assertThat(drafts.get(key)).as(key).containsExactly(text));
    acknowledged.answers.forEach(
        (place, text) -> assertThat(answers.get(place)).as(place).containsExactly(text));
    assertThat(events.getLast()).isInstanceOf(Event.Finished.class);
  }

  /** Runs sessions to their end, one after the other, until it is quiet; at least one. */
  private List<Acknowledged> type(int candidate) throws InterruptedException {
    List<Acknowledged> all = new ArrayList<>();
    do {
      Acknowledged acknowledged = new Acknowledged(begin(any));
      for (String place : List.of("0.0", "0.0p")) {
        String text = "Candidate %d, run %d, at %s:".formatted(candidate, all.size(), place);
        for (int number = 1; number <= 12; number++) {
          text += " I asked her what she needed, number " + number + ".";
          ok(
              any.put(
                  acknowledged.session + "/drafts/" + place + "/" + number, Map.of("text", text)));
          acknowledged.drafts.put(place + "/" + number, text);
          saved.add(place);
        }
        submit(acknowledged, place, text + " Done.");
      }
      assertThat(ok(any.get(acknowledged.session + "/report")).toString()).contains("Done.");
      rate(acknowledged, "Rater %d of run %d".formatted(candidate, all.size()));
      all.add(acknowledged);
    } while (!quiet.get());
    return all;
  }

  private static void submit(Acknowledged acknowledged, String place, String text)
      throws InterruptedException {
    Balancer.Answer answer =
        any.post(acknowledged.session + "/answers/" + place, Map.of("text", text));
    if (answer.status() == 409) {
      // an earlier try was carried out, and its answer lost on the way
      assertThat(answer.tries()).isGreaterThan(1);
      assertThat(answer.body().path("kept").asString()).isEqualTo(text);
    } else {
      ok(answer);
    }
    acknowledged.answers.put(place, text);
  }

  private static void rate(Acknowledged acknowledged, String rater) throws InterruptedException {
    String item = "/api/calibrate/items/%s/%s".formatted(acknowledged.id().value(), QUESTION);
    JsonNode paper = ok(any.get(item + "?rater=" + rater.replace(" ", "%20")));
    Map<String, Object> criteria = new HashMap<>();
    paper.path("criteria").forEach(c -> criteria.put(c.path("id").asString(), 3));
    Balancer.Answer rated =
        any.post(
            item + "/ratings",
            Map.of("rater", rater, "overall", 3, "criteria", criteria, "note", "Plain."));
    assertThat(rated.status() == 201 || rated.tries() > 1)
        .as(String.valueOf(rated.body()))
        .isTrue();
    acknowledged.rater = rater;
  }

  /** Publishes a version, and once more until one is acknowledged; its name. */
  private static String publish(String text) throws InterruptedException {
    while (true) {
      JsonNode now = ok(any.get(RUBRIC));
      Balancer.Answer answer =
          any.post(
              RUBRIC + "/publish",
              Map.of(
                  "yaml",
                  now.path("yaml").asString() + "# " + text + "\n",
                  "base",
                  now.path("version").intValue(),
                  "author",
                  "Ana",
                  "note",
                  text));
      if (answer.status() == 201) {
        return answer.body().path("rubricVersion").asString();
      }
      // an earlier try was carried out, so that the base is another by now
      assertThat(answer.tries()).as(String.valueOf(answer.body())).isGreaterThan(1);
    }
  }

  /** Kills one after the other, the database each third time, with work done in between. */
  private void kill(ExecutorService threads, List<String> published) throws Exception {
    Random random = new Random(60);
    for (int k = 0; k < KILLS; k++) {
      for (int n = 0; n < SAVED_BETWEEN_KILLS; n++) {
        assertThat(saved.poll(5, TimeUnit.MINUTES)).as("work goes on").isNotNull();
      }
      String text = "Published around kill " + k;
      Future<String> publishing = threads.submit(() -> publish(text));
      if (k % 3 == 1) {
        database.kill();
        database.restart();
      } else {
        int victim = random.nextInt(NODES.size());
        int port = NODES.get(victim).port();
        NODES.get(victim).kill();
        NODES.set(victim, serve(port));
      }
      published.add(publishing.get());
    }
  }
}
