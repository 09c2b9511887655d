package dev.mockloop.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.mockloop.fuzz.Fuzz;
import dev.mockloop.web.Wire.Reply;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every route of a real server under requests that are nearly right and quite wrong: no answer of
 * the 500s, no hang, no growth, nothing outside its folders. {@code -Dmockloop.fuzz=MINUTES} makes
 * it long.
 */
class EndpointFuzzIT {
  private static final int ROUNDS = 900;
  private static final int WARM_UP = 300;
  private static final int MOST_SHOWN = 10;
  private static final int SESSION_FOR = 40;
  private static final long MOST_HEAP_GROWTH = 150_000_000;
  private static final int MOST_MORE_THREADS = 60;
  private static final int MOST_MORE_FILES = 60;
  private static final String PRACTICE =
      "{\"mode\":\"practice\",\"question\":\"behavioral/mentoring\"}";

  @TempDir Path folder;
  private MockloopServer server;
  private Wire wire;

  @BeforeEach
  void start() throws IOException {
    copy(Path.of("rubrics"), folder.resolve("rubrics"));
    copy(Path.of("transcripts/sample-staff-chen"), folder.resolve("transcripts/sample-staff-chen"));
    server =
        MockloopServer.start(
            new Address("127.0.0.1", 0),
            folder.resolve("rubrics"),
            folder.resolve("transcripts"),
            Clock.systemUTC());
    wire = new Wire(port());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private int port() {
    return URI.create(server.url()).getPort();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  /** What the process holds. */
  private record Held(long heap, int threads, long files) {
    static Held now() {
      System.gc();
      return new Held(
          ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
          ManagementFactory.getThreadMXBean().getThreadCount(),
          ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
              ? unix.getOpenFileDescriptorCount()
              : 0);
    }
  }

  @Test
  void noRequestMakesTheServerFailHangOrGrow() throws Exception {
    long end = System.nanoTime() + Fuzz.time().toNanos();
    boolean isLong = !Fuzz.time().isZero();
    Map<String, String> known = known("");
    Held before = Held.now();
    List<AssertionError> wrong = new ArrayList<>();
    int refused = 0;
    int taken = 0;
    for (int seed = 0; isLong ? System.nanoTime() < end : seed < ROUNDS; seed++) {
      if (seed % SESSION_FOR == 0) {
        known = known(known.getOrDefault("id", ""));
      }
      if (seed == WARM_UP) {
        before = Held.now();
      }
      Requests requests = Requests.forEveryRoute(new SplittableRandom(seed));
      Requests.Route route =
          seed < requests.routes().size() ? requests.routes().get(seed) : requests.pick();
      try {
        Reply reply = send(seed, route, requests.to(route, known, port()));
        if (reply.status() < 400) {
          taken++;
        } else {
          refused++;
        }
      } catch (AssertionError e) {
        wrong.add(e);
      }
      if (wrong.size() == MOST_SHOWN) {
        break;
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(taken).as("requests that were good").isGreaterThan(100);
    assertThat(refused).as("requests that were bad").isGreaterThan(100);
    Held after = Held.now();
    assertThat(after.heap - before.heap).as("heap").isLessThan(MOST_HEAP_GROWTH);
    assertThat(after.threads - before.threads).as("threads").isLessThan(MOST_MORE_THREADS);
    assertThat(after.files - before.files).as("open files").isLessThan(MOST_MORE_FILES);
    assertThat(wire.send("GET", "/api/questions", "").status()).isEqualTo(200);
    nothingOutside();
  }

  private Reply send(int seed, Requests.Route route, byte[] request) throws IOException {
    String what =
        "seed %d, %s %s:%n%s"
            .formatted(
                seed,
                route.method(),
                route.path(),
                new String(request, 0, Math.min(600, request.length), StandardCharsets.UTF_8));
    Reply reply;
    try {
      reply = wire.sendRaw(request);
    } catch (IOException e) {
      throw new AssertionError("no answer to " + what, e);
    }
    assertThat(reply.status()).as(what).isBetween(200, 499);
    assertThat(reply.headers()).as(what).doesNotContainKey("x-injected");
    if (reply.status() >= 400) {
      assertThat(reply.body())
          .as(what)
          .doesNotContain("\tat ", "dev.mockloop.", "java.lang", "org.eclipse", "tools.jackson")
          .doesNotContain(folder.toString());
    }
    if (reply.header("Content-Type").contains("problem+json") && !reply.body().isEmpty()) {
      JsonNode problem = JsonMapper.shared().readTree(reply.body());
      assertThat(problem.path("status").intValue()).as(what).isEqualTo(reply.status());
      assertThat(problem.path("detail").stringValue()).as(what).isNotBlank();
    }
    return reply;
  }

  /** Good values for the parameters of addresses, with a new session in the place of the last. */
  private Map<String, String> known(String last) throws IOException {
    if (!last.isEmpty()) {
      wire.send("DELETE", "/api/sessions/" + last, "");
    }
    Reply made = wire.send("POST", "/api/sessions", PRACTICE, "Content-Type: application/json");
    String id = JsonMapper.shared().readTree(made.body()).path("id").stringValue();
    wire.send("POST", "/api/sessions/" + id + "/start", "");
    Map<String, String> known = new HashMap<>();
    known.put("id", id);
    known.put("session", "sample-staff-chen");
    known.put("place", "0.0");
    known.put("number", "7");
    known.put("kind", "design");
    known.put("name", "rate-limiter");
    known.put("version", "1");
    known.put("card", "1");
    return known;
  }

  private void nothingOutside() throws IOException {
    try (Stream<Path> here = Files.list(folder)) {
      assertThat(here.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("rubrics", "transcripts");
    }
    for (String inside : List.of("rubrics", "transcripts")) {
      try (Stream<Path> files = Files.walk(folder.resolve(inside))) {
        assertThat(files.map(f -> folder.relativize(f).toString().replace('\\', '/')))
            .allMatch(f -> f.matches("[a-z0-9/_.-]+"));
      }
    }
  }
}
