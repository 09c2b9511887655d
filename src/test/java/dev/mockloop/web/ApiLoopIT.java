package dev.mockloop.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole loop through the API alone, against a real server that is killed in the middle. */
class ApiLoopIT {
  @TempDir private Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private ServerProcess server;
  private ShiftedClock clock;

  private record Answer(int status, JsonNode body) {}

  @BeforeEach
  void start() throws Exception {
    clock = new ShiftedClock(folder.resolve("clock"));
    server =
        ServerProcess.start(
            0, Path.of("rubrics"), folder.resolve("transcripts"), folder.resolve("clock"));
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private Answer call(String method, String path, Object body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.url() + path.substring(1)))
            .header("Content-Type", "application/json")
            .method(
                method,
                body.equals("")
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(
                        body instanceof String s
                            ? s
                            : JsonMapper.shared().writeValueAsString(body)));
    HttpResponse<String> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
    return new Answer(
        response.statusCode(),
        json
            ? JsonMapper.shared().readTree(response.body())
            : JsonMapper.shared().valueToTree(response.body()));
  }

  private JsonNode ok(String method, String path, Object body) throws Exception {
    Answer answer = call(method, path, body);
    assertThat(answer.status).as(method + " " + path + ": " + answer.body).isBetween(200, 201);
    return answer.body;
  }

  @Test
  void aWholeLoopRunsThroughTheApiAlone() throws Exception {
    List<String> loops = new ArrayList<>();
    ok("GET", "/api/loops", "").forEach(l -> loops.add(l.path("id").stringValue()));
    assertThat(loops).contains("staff-full");
    JsonNode state =
        ok(
            "POST",
            "/api/sessions",
            Map.of("loop", "staff-full", "mode", "mock", "candidate", "Ada"));
    String session = "/api/sessions/" + state.path("id").stringValue();
    assertThat(state.path("phase").stringValue()).isEqualTo("lobby");
    state = ok("POST", session + "/start", "");

    List<String> typed = new ArrayList<>();
    int breaks = 0;
    for (int step = 0; !state.path("phase").stringValue().equals("finished"); step++) {
      assertThat(step).isLessThan(40);
      switch (state.path("phase").stringValue()) {
        case "break" -> {
          breaks++;
          assertThat(state.path("secondsLeft").doubleValue()).isPositive();
          state = ok("POST", session + "/next", "");
        }
        case "question", "probe" -> {
          String place = state.path("place").stringValue();
          String text =
              "Answer "
                  + place
                  + ": we count requests per key because one client must not starve the others.";
          typed.add(text);
          assertThat(state.path("secondsLeft").doubleValue()).isPositive();
          assertThat(state.path("question").path("ask").stringValue()).isNotBlank();
          ok("PUT", session + "/drafts/" + place + "/1", Map.of("text", text));
          ok("PUT", session + "/drafts/" + place + "/1", Map.of("text", text));
          if (place.equals("1.1")) {
            int port = server.port();
            server.kill();
            server =
                ServerProcess.start(
                    port,
                    Path.of("rubrics"),
                    folder.resolve("transcripts"),
                    folder.resolve("clock"));
            JsonNode back = ok("GET", session, "");
            assertThat(back.path("draft").path("text").stringValue()).isEqualTo(text);
            assertThat(back.path("place").stringValue()).isEqualTo("1.1");
          }
          if (place.equals("0.1")) {
            clock.shift(Duration.ofSeconds((long) state.path("secondsLeft").doubleValue() + 2));
            Answer late =
                call("PUT", session + "/drafts/" + place + "/2", Map.of("text", "too late"));
            assertThat(late.status).isEqualTo(409);
            assertThat(late.body.path("reason").stringValue()).isEqualTo("closed");
            assertThat(late.body.path("kept").stringValue()).isEqualTo(text);
            state = ok("GET", session, "");
            assertThat(state.path("place").stringValue()).isEqualTo("0.1p");
          } else {
            state = ok("POST", session + "/answers/" + place, Map.of("text", text));
          }
        }
        default -> throw new AssertionError(state);
      }
    }
    assertThat(breaks).isEqualTo(2);
    assertThat(typed).hasSize(18);
    JsonNode report = ok("GET", session + "/report", "");
    String all = report.toString();
    assertThat(typed).allSatisfy(t -> assertThat(all).contains(t));
    assertThat(report.path("rounds")).hasSize(3);
    assertThat(ok("GET", session + "/transcript.md", "").toString()).contains("Answer 2.2p");
    assertThat(ok("GET", session + "/transcript.json", "").path("events").size()).isGreaterThan(50);
    assertThat(folder.resolve("transcripts")).isDirectoryContaining("glob:**/2*");
    assertThat(ok("GET", "/api/sessions", "")).hasSize(1);
  }

  @Test
  void everyErrorIsAProblemDocument() throws Exception {
    problem(call("GET", "/api/sessions/nothing-here", ""), 404);
    problem(call("GET", "/api/sessions/..%2F..%2Fetc", ""), 400, 404);
    problem(call("GET", "/api/nothing", ""), 404);
    problem(call("POST", "/api/sessions", "{"), 400);
    problem(call("POST", "/api/sessions", "null"), 400);
    problem(call("POST", "/api/sessions", Map.of("loop", "no-such")), 400);
    problem(call("POST", "/api/sessions", Map.of("lop", "staff-full")), 400);
    problem(call("POST", "/api/sessions", Map.of("loop", "staff-full", "mode", "speed")), 400);
    problem(call("POST", "/api/sessions", Map.of("loop", "staff-full", "round", "design")), 400);
    JsonNode state =
        ok("POST", "/api/sessions", Map.of("mode", "practice", "question", "behavioral/mentoring"));
    String session = "/api/sessions/" + state.path("id").stringValue();
    problem(call("GET", session + "/report", ""), 409);
    problem(call("POST", session + "/next", ""), 409);
    problem(call("PUT", session + "/drafts/0.0/x", Map.of("text", "a")), 400);
    problem(call("PUT", session + "/drafts/9/1", Map.of("text", "a")), 400);
    problem(call("PUT", session + "/drafts/0.0/1", Map.of("text", "a")), 409);
    problem(call("PUT", session + "/drafts/0.0/1", Map.of()), 400);
    ok("POST", session + "/start", "");
    problem(call("PUT", session + "/drafts/0.0/1", Map.of("text", "x".repeat(200_001))), 413);
    problem(call("PUT", session + "/drafts/0.0/1", Map.of("text", "x".repeat(1_100_000))), 413);
  }

  private static void problem(Answer answer, Integer... status) {
    assertThat(answer.status).as(String.valueOf(answer.body)).isIn((Object[]) status);
    if (answer.body.isObject()) {
      assertThat(answer.body.path("title").stringValue()).isNotBlank();
      assertThat(answer.body.path("detail").stringValue()).isNotBlank();
      assertThat(answer.body.path("status").intValue()).isEqualTo(answer.status);
    }
  }

  @Test
  void practiceOfOneQuestionCanBePaused() throws Exception {
    JsonNode state =
        ok("POST", "/api/sessions", Map.of("mode", "practice", "question", "behavioral/mentoring"));
    String session = "/api/sessions/" + state.path("id").stringValue();
    ok("POST", session + "/start", "");
    double left = ok("POST", session + "/pause", "").path("secondsLeft").asDouble(-1);
    assertThat(left).isEqualTo(-1);
    clock.shift(Duration.ofHours(2));
    state = ok("POST", session + "/resume", "");
    assertThat(state.path("secondsLeft").doubleValue()).isGreaterThan(600);
  }

  @Test
  void aPauseByPlainFormKeepsWhatIsTyped() throws Exception {
    JsonNode state =
        ok("POST", "/api/sessions", Map.of("mode", "practice", "question", "behavioral/mentoring"));
    String id = state.path("id").stringValue();
    ok("POST", "/api/sessions/" + id + "/start", "");
    HttpRequest form =
        HttpRequest.newBuilder(URI.create(server.url() + "sessions/" + id + "/pause"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("text=typed+before+the+script"))
            .build();
    assertThat(client.send(form, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(303);
    state = ok("POST", "/api/sessions/" + id + "/resume", "");
    assertThat(state.path("draft").path("text").stringValue()).isEqualTo("typed before the script");
  }

  @Test
  void theMeterFollowsTypingInPracticeAndIsRefusedInAMockInterview() throws Exception {
    String practice = begun("practice");
    JsonNode empty = ok("POST", "/api/sessions/" + practice + "/meter/0.0", Map.of("text", ""));
    JsonNode some =
        ok("POST", "/api/sessions/" + practice + "/meter/0.0", Map.of("text", MENTORED));
    assertThat(sum(empty.path("criteria"))).isZero();
    assertThat(sum(some.path("criteria"))).isPositive();
    assertThat(sum(some.path("arc"))).isPositive();
    assertThat(some.path("hints").size()).isPositive();
    assertThat(ok("GET", "/api/sessions/" + practice, "").path("draft").path("text").stringValue())
        .as("the meter keeps nothing")
        .isEmpty();

    Answer refused =
        call("POST", "/api/sessions/" + begun("mock") + "/meter/0.0", Map.of("text", MENTORED));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().path("detail").stringValue()).contains("practice");
  }

  @Test
  void aReportIsTakenAlongAsATableAndAsAPageThatNeedsNothing() throws Exception {
    JsonNode state =
        ok(
            "POST",
            "/api/sessions",
            Map.of(
                "mode", "practice", "question", "behavioral/mentoring", "candidate", "=1+1|cmd"));
    String id = state.path("id").stringValue();
    ok("POST", "/api/sessions/" + id + "/start", "");
    String hostile = "<script>alert(1)</script> " + MENTORED;
    ok("POST", "/api/sessions/" + id + "/answers/0.0", Map.of("text", hostile));
    ok("POST", "/api/sessions/" + id + "/answers/0.0p", Map.of("text", "She works alone now."));

    String csv = text("/api/sessions/" + id + "/transcript.csv");
    assertThat(csv.lines().toList())
        .hasSizeGreaterThan(4)
        .allSatisfy(line -> assertThat(line).doesNotContain(",=1+1"));
    assertThat(csv).contains("'=1+1|cmd", "behavioral/mentoring");

    String html = text("/api/sessions/" + id + "/transcript.html");
    assertThat(html).contains("Ana joined us", "Six weeks from here", "&lt;script>");
    assertThat(html).doesNotContain("<script", "<link", "src=", "href=\"/", "url(http");
  }

  private String text(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + path.substring(1))).build();
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  @Test
  void anAnswerWrittenOnIsScoredAgainAndTheReportStaysAsItIs() throws Exception {
    String id = begun("practice");
    ok("POST", "/api/sessions/" + id + "/answers/0.0", Map.of("text", "We had a junior engineer."));
    Answer tooEarly =
        call("POST", "/api/sessions/" + id + "/rewrite/0.0", Map.of("text", MENTORED));
    assertThat(tooEarly.status()).isEqualTo(409);
    ok("POST", "/api/sessions/" + id + "/answers/0.0p", Map.of("text", "I do not remember."));

    JsonNode change = ok("POST", "/api/sessions/" + id + "/rewrite/0.0", Map.of("text", MENTORED));
    assertThat(change.path("after").doubleValue())
        .isGreaterThan(change.path("before").doubleValue());
    assertThat(change.path("criteria").valueStream().anyMatch(c -> c.path("gained").size() > 0))
        .isTrue();
    assertThat(ok("GET", "/api/sessions/" + id + "/report", "").path("overall").doubleValue())
        .isEqualTo(change.path("before").doubleValue());
    assertThat(call("POST", "/api/sessions/" + id + "/rewrite/4.0", Map.of("text", "x")).status())
        .isEqualTo(404);
  }

  private static final String MENTORED =
      """
      In spring 2023 I led the billing team and Ana joined us from university. She was stuck for \
      two weeks and told me that she felt useless. I sat down with her, asked where she got lost \
      and agreed on one goal a week. I paired with her twice a week and let her lead the refund \
      feature. After four months she shipped it alone and her review time fell from 3 days to 1. \
      I learned to ask before I explain.""";

  private String begun(String mode) throws Exception {
    Map<String, String> choice =
        mode.equals("mock")
            ? Map.of("loop", "staff-short")
            : Map.of("mode", mode, "question", "behavioral/mentoring");
    JsonNode state = ok("POST", "/api/sessions", choice);
    String id = state.path("id").stringValue();
    ok("POST", "/api/sessions/" + id + "/start", "");
    return id;
  }

  private static double sum(JsonNode rows) {
    return rows.valueStream().mapToDouble(r -> r.path("share").doubleValue()).sum();
  }

  @Test
  void aStoryIsKeptScoredWrittenAnewAndDeleted() throws Exception {
    JsonNode kept =
        ok("POST", "/api/stories", Map.of("title", "Night", "action", "I rolled it back."));
    String path = "/api/stories/" + kept.path("id").stringValue();

    JsonNode listed = ok("GET", "/api/stories", "");
    assertThat(listed.size()).isEqualTo(1);
    assertThat(listed.get(0).path("answers").get(0).path("score").doubleValue()).isBetween(1., 5.);
    assertThat(ok("PUT", path, Map.of("title", "Day", "action", "I did.")).path("title"))
        .hasToString("\"Day\"");
    Answer empty = call("PUT", path, Map.of("title", "Day"));
    assertThat(empty.status).isEqualTo(400);
    assertThat(empty.body.path("detail").stringValue()).contains("write at least one part");
    assertThat(call("DELETE", path, "").status).isEqualTo(204);
    assertThat(call("DELETE", path, "").status).isEqualTo(404);
    assertThat(call("DELETE", "/api/stories/UP", "").status).isEqualTo(404);
  }

  @Test
  void theDocumentNamesEveryAddressOfTheApi() throws Exception {
    TreeSet<String> documented =
        new TreeSet<>(ok("GET", "/openapi.json", "").path("paths").propertyNames());
    TreeSet<String> registered = new TreeSet<>();
    java.util.regex.Pattern route =
        java.util.regex.Pattern.compile("routes\\.\\w+\\(\\s*\"(/api/[^\"]*)\"");
    try (var files = Files.walk(Path.of("src/main/java/dev/mockloop/web"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        route.matcher(Files.readString(file)).results().forEach(r -> registered.add(r.group(1)));
      }
    }
    assertThat(documented).isEqualTo(registered);
  }
}
