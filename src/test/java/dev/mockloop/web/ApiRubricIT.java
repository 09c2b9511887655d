package dev.mockloop.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rubrics edited and published through the API alone, against a real server. */
class ApiRubricIT {
  private static final String RUBRIC = "api/workbench/behavioral/mentoring";
  private static final String ANSWER = "I told her about the zebra ledger, because she asked.";

  @TempDir private Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private ServerProcess server;

  private record Answer(int status, JsonNode body) {
    String detail() {
      return body.path("detail").asString("");
    }
  }

  @BeforeEach
  void start() throws Exception {
    server = serve(0);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private ServerProcess serve(int port) throws Exception {
    return ServerProcess.start(
        port, Path.of("rubrics"), folder.resolve("transcripts"), folder.resolve("clock"));
  }

  private Answer call(String method, String path, Object body) throws Exception {
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Content-Type", "application/json")
                .method(
                    method,
                    HttpRequest.BodyPublishers.ofString(
                        JsonMapper.shared().writeValueAsString(body)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    return new Answer(
        response.statusCode(),
        JsonMapper.shared().readTree(response.body().isEmpty() ? "null" : response.body()));
  }

  private JsonNode ok(String method, String path, Object body) throws Exception {
    Answer answer = call(method, path, body);
    assertThat(answer.status).as(method + " " + path + ": " + answer.body).isBetween(200, 201);
    return answer.body;
  }

  private String inUse() throws Exception {
    return ok("GET", RUBRIC, "").path("yaml").asString();
  }

  private static String with(String yaml, String phrase) {
    return yaml.replaceFirst("phrases:\n", "phrases:\n          - " + phrase + "\n");
  }

  private static Map<String, Object> published(String yaml, int base) {
    return Map.of("yaml", yaml, "base", base, "author", "Ana", "note", "Zebra");
  }

  private String finished() throws Exception {
    String id =
        ok("POST", "api/sessions", Map.of("mode", "practice", "question", "behavioral/mentoring"))
            .path("id")
            .asString();
    ok("POST", "api/sessions/" + id + "/start", "");
    ok("POST", "api/sessions/" + id + "/answers/0.0", Map.of("text", ANSWER));
    ok("POST", "api/sessions/" + id + "/answers/0.0p", Map.of("text", "Nothing more."));
    return "api/sessions/" + id;
  }

  private JsonNode card(String path) throws Exception {
    return ok("GET", path, "").at("/rounds/0/answers/0");
  }

  @Test
  void aPublishedRubricScoresNewSessionsAndOldOnesKeepTheirCardAlsoAfterARestart()
      throws Exception {
    String shipped = inUse();
    String old = finished();
    JsonNode before = ok("GET", old + "/report", "");
    assertThat(ok("GET", old + "/cards", "").path("offers").booleanValue()).isFalse();

    JsonNode version = ok("POST", RUBRIC + "/publish", published(with(shipped, "zebra ledger"), 1));
    assertThat(version.path("version").intValue()).isEqualTo(2);
    assertThat(version.path("parent").intValue()).isEqualTo(1);
    assertThat(version.path("author").asString()).isEqualTo("Ana");
    String name = version.path("rubricVersion").asString();
    assertThat(name).matches("[0-9a-f]{12}");

    server.kill();
    server = serve(server.port());
    String fresh = finished();
    assertThat(card(fresh + "/report").path("rubricVersion").asString()).isEqualTo(name);
    assertThat(card(fresh + "/report").path("criteria").toString())
        .contains("\"start\":" + ANSWER.indexOf("zebra ledger"));
    assertThat(ok("GET", old + "/report", "")).isEqualTo(before);

    assertThat(ok("GET", old + "/cards", "").path("offers").booleanValue()).isTrue();
    JsonNode made = ok("POST", old + "/cards", "");
    assertThat(ok("POST", old + "/cards", "")).as("twice makes one card").isEqualTo(made);
    JsonNode later = card(old + "/cards/" + made.path("id").asString());
    assertThat(later.path("rubricVersion").asString()).isEqualTo(name);
    assertThat(later.path("overall").doubleValue())
        .isEqualTo(card(fresh + "/report").path("overall").doubleValue());
    assertThat(ok("GET", old + "/report", "")).isEqualTo(before);
    assertThat(ok("GET", old + "/cards", "").path("cards")).hasSize(1);
    assertThat(call("GET", old + "/cards/0123456789ab", "").status).isEqualTo(404);
    assertThat(call("GET", old + "/cards/..%2Fevents", "").status).isIn(400, 404);

    JsonNode back =
        ok(
            "POST",
            RUBRIC + "/rollback",
            Map.of("to", 1, "base", 2, "author", "Bo", "note", "Too easy"));
    assertThat(back.path("version").intValue()).isEqualTo(3);
    assertThat(back.path("to").intValue()).isEqualTo(1);
    assertThat(inUse()).isEqualTo(shipped);
    assertThat(ok("GET", RUBRIC, "").path("versions"))
        .extracting(v -> v.path("origin").asString())
        .containsExactly("shipped", "edited", "rolled-back");
  }

  @Test
  void theSecondToPublishIsToldWhoWasFirst() throws Exception {
    String shipped = inUse();
    ok("POST", RUBRIC + "/publish", published(with(shipped, "zebra ledger"), 1));
    Answer second = call("POST", RUBRIC + "/publish", published(with(shipped, "walrus"), 1));
    assertThat(second.status).isEqualTo(409);
    assertThat(second.detail()).contains("Version 2 was published by Ana");
    assertThat(second.body.path("reason").asString()).isEqualTo("base-moved");
    assertThat(second.body.at("/current/version").intValue()).isEqualTo(2);
    assertThat(inUse()).contains("zebra ledger").doesNotContain("walrus");
  }

  @Test
  void aRubricWithProblemsIsNeitherPublishedNorTried() throws Exception {
    String broken = with(inUse(), "(zebra");
    JsonNode checked = ok("POST", RUBRIC + "/check", Map.of("yaml", broken));
    assertThat(checked.path("sound").booleanValue()).isFalse();
    JsonNode problem = checked.at("/problems/0");
    int line = broken.substring(0, broken.indexOf("(zebra")).split("\n").length;
    assertThat(problem.path("line").intValue()).isEqualTo(line);
    assertThat(problem.path("column").intValue()).isGreaterThan(12);
    assertThat(problem.path("message").asString()).contains("(zebra");
    Answer refused = call("POST", RUBRIC + "/publish", published(broken, 1));
    assertThat(refused.status).isEqualTo(422);
    assertThat(refused.detail()).contains("line " + line);
    assertThat(refused.body.path("problems")).isEqualTo(checked.path("problems"));
    JsonNode tried = ok("POST", RUBRIC + "/preview", Map.of("yaml", broken, "answer", "weak"));
    assertThat(tried.path("problems")).isEqualTo(checked.path("problems"));
    assertThat(tried.has("score")).isFalse();
    assertThat(ok("GET", RUBRIC, "").path("version").intValue()).isEqualTo(1);
  }

  @Test
  void aTextIsTriedAsItWouldBeScoredAndNothingIsKept() throws Exception {
    String yaml = with(inUse(), "zebra ledger");
    JsonNode score =
        ok("POST", RUBRIC + "/preview", Map.of("yaml", yaml, "text", ANSWER)).path("score");
    StringBuilder all = new StringBuilder();
    score.path("segments").forEach(s -> all.append(s.path("text").asString()));
    assertThat(all).hasToString(ANSWER);
    assertThat(score.path("segments").toString()).contains("\"text\":\"zebra ledger\"");
    assertThat(inUse()).doesNotContain("zebra ledger");

    ok("POST", RUBRIC + "/publish", published(yaml, 1));
    assertThat(card(finished() + "/report").path("overall").doubleValue())
        .as("with a follow-up that says nothing")
        .isCloseTo(score.path("overall").doubleValue(), org.assertj.core.data.Offset.offset(0.5));
    assertThat(call("POST", RUBRIC + "/preview", Map.of("yaml", yaml, "answer", "x:0.0")).status)
        .isEqualTo(404);
    assertThat(call("POST", RUBRIC + "/preview", Map.of("yaml", yaml)).status).isEqualTo(400);
  }

  @Test
  void aDraftOutlivesTheServerAndIsNotOverwrittenUnseen() throws Exception {
    JsonNode saved =
        ok("PUT", RUBRIC + "/draft", Map.of("yaml", "half a [", "base", 1, "known", 0));
    assertThat(saved.path("number").intValue()).isEqualTo(1);
    server.kill();
    server = serve(server.port());
    assertThat(ok("GET", RUBRIC, "").at("/draft/yaml").asString()).isEqualTo("half a [");
    Answer stale = call("PUT", RUBRIC + "/draft", Map.of("yaml", "other", "base", 1, "known", 0));
    assertThat(stale.status).isEqualTo(409);
    assertThat(stale.body.path("yaml").asString()).isEqualTo("half a [");
    ok("PUT", RUBRIC + "/draft", Map.of("yaml", "other"));
    assertThat(ok("GET", RUBRIC, "").at("/draft/yaml").asString()).isEqualTo("other");
    assertThat(call("DELETE", RUBRIC + "/draft", "").status).isEqualTo(204);
    assertThat(ok("GET", RUBRIC, "").has("draft")).isFalse();
  }

  @Test
  void hostileInputGetsAClearErrorAndReachesNoFile() throws Exception {
    for (String path :
        new String[] {"..%2F..%2Fetc/passwd", "behavioral/..%2Fx", "behavioral/none", "UP/x"}) {
      assertThat(call("GET", "api/workbench/" + path, "").status).as(path).isIn(400, 404);
      assertThat(call("PUT", "api/workbench/" + path + "/draft", Map.of("yaml", "a")).status)
          .as(path)
          .isIn(400, 404);
    }
    String bomb = "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nid: *c\n";
    assertThat(ok("POST", RUBRIC + "/check", Map.of("yaml", bomb)).toString())
        .contains("anchors and aliases");
    assertThat(ok("POST", RUBRIC + "/check", Map.of("yaml", "id: !!java.io.File x")).toString())
        .contains("type tag");
    assertThat(ok("POST", RUBRIC + "/check", Map.of("yaml", "")).path("sound").booleanValue())
        .isFalse();
    String deep = "[".repeat(20_000);
    assertThat(ok("POST", RUBRIC + "/check", Map.of("yaml", deep)).path("sound").booleanValue())
        .isFalse();
    String stranger = inUse().replace("id: behavioral/mentoring", "id: behavioral/delegation");
    assertThat(call("POST", RUBRIC + "/publish", published(stranger, 1)).detail())
        .contains("the id must stay 'behavioral/mentoring'");
    assertThat(call("POST", RUBRIC + "/check", Map.of("yaml", "x".repeat(200_001))).status)
        .isEqualTo(413);
    assertThat(call("POST", RUBRIC + "/check", Map.of()).detail()).contains("'yaml' is missing");
    assertThat(call("POST", RUBRIC + "/publish", Map.of("yaml", "a", "author", "A", "note", "n")))
        .extracting(Answer::detail)
        .asString()
        .contains("'base' is missing");
    assertThat(
            call(
                    "POST",
                    RUBRIC + "/publish",
                    Map.of("yaml", inUse(), "base", 1, "author", "", "note", "n"))
                .detail())
        .contains("The author has 1 to 80");
    assertThat(
            call(
                    "POST",
                    RUBRIC + "/rollback",
                    Map.of("to", 7, "base", 1, "author", "A", "note", "n"))
                .detail())
        .contains("There is no version 7");
    assertThat(Files.exists(folder.resolve("transcripts/revisions"))).isFalse();
  }
}
