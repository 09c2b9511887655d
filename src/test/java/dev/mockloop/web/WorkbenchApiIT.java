package dev.mockloop.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Rubric;
import dev.mockloop.rubric.Synonyms;
import dev.mockloop.rubric.yaml.QuestionText;
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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The workbench over the API alone. */
@Timeout(300)
class WorkbenchApiIT {
  private static final String AT = "api/workbench/design/rate-limiter/";

  @TempDir private Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private ServerProcess server;

  private record Answer(int status, JsonNode body) {}

  @BeforeEach
  void start() throws Exception {
    server =
        ServerProcess.start(
            0, Path.of("rubrics"), folder.resolve("transcripts"), folder.resolve("clock"));
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private Answer call(String method, String path, Map<String, Object> body) throws Exception {
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Content-Type", "application/json")
                .method(
                    method,
                    method.equals("POST")
                        ? HttpRequest.BodyPublishers.ofString(
                            JsonMapper.shared().writeValueAsString(body))
                        : HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
    return new Answer(
        response.statusCode(),
        JsonMapper.shared().readTree(response.body().isEmpty() ? "{}" : response.body()));
  }

  @Test
  void aWhatIfIsStartedPolledAndDone() throws Exception {
    String yaml = Files.readString(Path.of("rubrics/design/rate-limiter.yaml"));
    Answer started =
        call(
            "POST",
            AT + "what-if",
            Map.of(
                "yaml",
                yaml.replace("\ncriteria:", "\nthresholds: {staff: [1.3, 2.2, 3, 4]}\ncriteria:")));
    assertThat(started.status).as(started.body.toString()).isEqualTo(202);
    String job = AT + "what-if/" + started.body.path("id").asString();

    JsonNode state = started.body;
    while (state.path("state").asString().equals("running")) {
      state = call("GET", job, Map.of()).body;
    }

    assertThat(state.path("state").asString()).isEqualTo("done");
    assertThat(state.path("done").intValue()).isEqualTo(26);
    JsonNode result = state.path("result");
    assertThat(result.path("before").path("n").intValue()).isEqualTo(26);
    assertThat(result.path("moved").size()).isPositive();
    assertThat(result.path("moved").get(0).path("reasons").get(0).path("kind").asString())
        .isEqualTo("line");
    assertThat(call("DELETE", job, Map.of()).status).isEqualTo(204);
    assertThat(call("GET", job, Map.of()).body.path("state").asString()).isEqualTo("done");
  }

  @Test
  void whatCannotBeTriedIsRefusedWithTheLine() throws Exception {
    Answer broken =
        call("POST", AT + "what-if", Map.of("yaml", "id: design/rate-limiter\nkind: 3"));
    assertThat(broken.status).isEqualTo(422);
    assertThat(broken.body.path("problems").get(0).path("line").intValue()).isPositive();
    assertThat(broken.body.path("detail").asString()).startsWith("Line ");

    String other = Files.readString(Path.of("rubrics/design/url-shortener.yaml"));
    assertThat(call("POST", AT + "what-if", Map.of("yaml", other)).body.path("detail").asString())
        .contains("the id must stay design/rate-limiter");
    assertThat(call("POST", AT + "what-if", Map.of("text", "x")).status).isEqualTo(400);
    assertThat(call("GET", AT + "what-if/none", Map.of()).status).isEqualTo(404);
    assertThat(call("GET", "api/workbench/design/none/fit", Map.of()).status).isEqualTo(404);
    assertThat(call("GET", "api/workbench/Design/..%2F/analysis", Map.of()).status)
        .isBetween(400, 404);
    Answer unrated = call("POST", "api/workbench/design/url-shortener/what-if", Map.of());
    assertThat(unrated.status).isEqualTo(409);
    assertThat(unrated.body.path("reason").asString()).isEqualTo("no-ratings");
  }

  @Test
  void analysisAndFitAreGivenAsFigures() throws Exception {
    JsonNode analysis = call("GET", AT + "analysis", Map.of()).body;
    assertThat(analysis.path("answers").intValue()).isEqualTo(26);
    assertThat(analysis.path("criteria").size()).isEqualTo(6);
    assertThat(analysis.path("ideas").get(0).path("phrases").get(0).path("found").isInt()).isTrue();

    JsonNode fit = call("GET", AT + "fit", Map.of()).body;
    assertThat(fit.path("weights").size()).isEqualTo(6);
    assertThat(fit.path("thresholds").path("current").toString()).isEqualTo("[1.5,2.5,3.5,4.5]");
    assertThat(fit.path("byAnswer").path("qwk").path("low").isNumber()).isTrue();

    JsonNode applied = call("POST", AT + "fit/yaml", Map.of()).body;
    Rubric rubric =
        QuestionText.read(Path.of("applied.yaml"), applied.path("yaml").asString(), Synonyms.NONE)
            .question()
            .orElseThrow()
            .rubric();
    for (JsonNode weight : fit.path("weights")) {
      assertThat(rubric.criterion(weight.path("criterion").asString()).weightFor(Level.STAFF))
          .isEqualTo(weight.path("fitted").doubleValue());
    }
    JsonNode none = call("GET", "api/workbench/design/url-shortener/fit", Map.of()).body;
    assertThat(none.path("moves").booleanValue()).isFalse();
    assertThat(none.path("before").path("qwk").isNull()).isTrue();
  }
}
