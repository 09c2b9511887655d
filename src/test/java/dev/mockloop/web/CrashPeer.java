package dev.mockloop.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of a server that may be gone at any time. */
final class CrashPeer {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final HttpClient http = HttpClient.newHttpClient();
  private volatile String url = "";

  /** What came back, whole. */
  record Reply(int status, String text) {
    JsonNode json() {
      return JsonMapper.shared().readTree(text.isEmpty() ? "null" : text);
    }

    /** Whether the server says that it was done, and is kept. */
    boolean promised() {
      return status >= 200 && status < 300;
    }
  }

  void at(String address) {
    url = address;
  }

  /** Throws an {@link IOException} when no whole reply came: nobody knows then what was done. */
  Reply send(String method, String path, Object body) throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(
                    method,
                    body.equals("")
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(
                            JsonMapper.shared().writeValueAsString(body)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    return new Reply(response.statusCode(), response.body());
  }

  /** Asks until the disk is well; every other error is one. */
  Reply get(String path) throws IOException, InterruptedException {
    for (int n = 0; ; n++) {
      Reply reply = send("GET", path, "");
      if (reply.promised()) {
        return reply;
      }
      if (reply.status() != 507 || n > 200) {
        throw new AssertionError("GET " + path + ": " + reply);
      }
    }
  }
}
