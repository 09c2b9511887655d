package dev.mockloop.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.assertj.core.api.Assertions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who runs sessions over the API, so that a browser test can begin where it matters. */
final class Candidate {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;

  Candidate(ServerProcess server) {
    this.url = server.url() + "api/sessions";
  }

  /** A new session; its id. */
  String create(Map<String, Object> choice) throws IOException, InterruptedException {
    return send("POST", "", choice).path("id").asString();
  }

  /** Carries a command without a body out, such as {@code start} or {@code next}. */
  JsonNode act(String session, String command) throws IOException, InterruptedException {
    return send("POST", "/" + session + "/" + command, Map.of());
  }

  void save(String session, String place, int number, String text)
      throws IOException, InterruptedException {
    send("PUT", "/" + session + "/drafts/" + place + "/" + number, Map.of("text", text));
  }

  /** Hands in at a place; the state behind it. */
  JsonNode answer(String session, String place, String text)
      throws IOException, InterruptedException {
    return send("POST", "/" + session + "/answers/" + place, Map.of("text", text));
  }

  JsonNode state(String session) throws IOException, InterruptedException {
    return send("GET", "/" + session, Map.of());
  }

  private JsonNode send(String method, String path, Map<String, Object> body)
      throws IOException, InterruptedException {
    HttpRequest.BodyPublisher publisher =
        method.equals("GET")
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .method(method, publisher)
                .build(),
            HttpResponse.BodyHandlers.ofString());
    Assertions.assertThat(response.statusCode()).as(response.body()).isLessThan(300);
    return JSON.readTree(response.body());
  }
}
