package dev.mockloop.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code mockloop serve} as an operator runs it, in a process of its own, with JSON logs. */
final class ServedProcess implements AutoCloseable {
  private static final long DEADLINE = TimeUnit.SECONDS.toNanos(90);

  private final Process process;
  private final Path log;
  private final int port;
  private final int metricsPort;
  private final HttpClient client = HttpClient.newHttpClient();

  private ServedProcess(Process process, Path log, int port, int metricsPort) {
    this.process = process;
    this.log = log;
    this.port = port;
    this.metricsPort = metricsPort;
  }

  record Reply(int status, String requestId, String body) {
    JsonNode json() {
      return JsonMapper.shared().readTree(body);
    }
  }

  static ServedProcess start(Path folder, String... more) throws IOException {
    Path log = folder.resolve("log-" + System.nanoTime());
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.mockloop.cli.Mockloop",
                "serve",
                "--port",
                "0",
                "--metrics-port",
                "0",
                "--rubrics",
                "rubrics",
                "--transcripts",
                folder.resolve("transcripts").toString()));
    command.addAll(List.of(more));
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
    builder.environment().put("MOCKLOOP_LOG", "json");
    Process process = builder.start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    int port = number(out.readLine(), log);
    return new ServedProcess(process, log, port, number(out.readLine(), log));
  }

  private static int number(String line, Path log) throws IOException {
    if (line == null) {
      throw new IOException("the server ended before it was ready: " + Files.readString(log));
    }
    return Integer.parseInt(line.replaceAll(".*\\D(\\d+)\\D*", "$1"));
  }

  int port() {
    return port;
  }

  Process process() {
    return process;
  }

  List<String> log() throws IOException {
    return Files.readAllLines(log);
  }

  Reply get(String path) throws Exception {
    return call(port, "GET", path, "");
  }

  Reply metrics(String path) throws Exception {
    return call(metricsPort, "GET", path, "");
  }

  Reply send(String method, String path, Object body) throws Exception {
    return call(
        port,
        method,
        path,
        body instanceof String text ? text : JsonMapper.shared().writeValueAsString(body));
  }

  /** A practice session of one question that is being answered; its address in the API. */
  String practice(String candidate) throws Exception {
    JsonNode created =
        send(
                "POST",
                "/api/sessions",
                Map.of(
                    "question", "design/rate-limiter", "mode", "practice", "candidate", candidate))
            .json();
    String session = "/api/sessions/" + created.path("id").stringValue();
    send("POST", session + "/start", "");
    return session;
  }

  private Reply call(int at, String method, String path, String body) throws Exception {
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    return new Reply(
        response.statusCode(),
        response.headers().firstValue("X-Request-Id").orElse(""),
        response.body());
  }

  /** Asks again and again until it answers so, or says what it answered at last. */
  static void until(String what, Condition condition) throws Exception {
    long begun = System.nanoTime();
    while (!condition.holds()) {
      if (System.nanoTime() - begun > DEADLINE) {
        throw new AssertionError("it never came to this: " + what);
      }
      Thread.onSpinWait();
    }
  }

  interface Condition {
    boolean holds() throws Exception;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(30, TimeUnit.SECONDS);
    client.close();
  }
}
