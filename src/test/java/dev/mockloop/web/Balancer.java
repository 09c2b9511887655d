package dev.mockloop.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends each request to any of several servers, and again to another when it gets no answer or one
 * that says that it was not kept, as a balancer and a page do together.
 */
final class Balancer {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int FIRST_SERVER_ERROR = 500;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final List<Integer> ports;
  private final RandomGenerator random;

  Balancer(List<Integer> ports, RandomGenerator random) {
    this.ports = List.copyOf(ports);
    this.random = random;
  }

  /**
   * An answer that a server gave.
   *
   * @param tries how often it was sent; from two on an earlier one may have been carried out
   */
  record Answer(int status, JsonNode body, int tries) {}

  Answer get(String path) throws InterruptedException {
    return send("GET", path, Map.of());
  }

  Answer post(String path, Map<String, ?> body) throws InterruptedException {
    return send("POST", path, body);
  }

  Answer put(String path, Map<String, ?> body) throws InterruptedException {
    return send("PUT", path, body);
  }

  private Answer send(String method, String path, Map<String, ?> body) throws InterruptedException {
    long start = System.nanoTime();
    for (int tries = 1; ; tries++) {
      int port = ports.get(random.nextInt(ports.size()));
      try {
        HttpResponse<String> response = at(port, method, path, body);
        if (response.statusCode() < FIRST_SERVER_ERROR) {
          return new Answer(response.statusCode(), json(response.body()), tries);
        }
      } catch (IOException e) {
        // killed before or while it answered
      }
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new AssertionError(method + " " + path + ": no server answered");
      }
      Thread.onSpinWait();
    }
  }

  private HttpResponse<String> at(int port, String method, String path, Map<String, ?> body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofMinutes(1))
            .header("Content-Type", "application/json")
            .method(
                method,
                method.equals("GET")
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(
                        JsonMapper.shared().writeValueAsString(body)))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(String body) {
    return JsonMapper.shared().readTree(body.isEmpty() ? "null" : body);
  }
}
