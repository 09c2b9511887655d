package dev.mockloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator relies on, against the program as it is run. */
class OperationsIT {
  private static final int CANDIDATES = 8;

  @TempDir private Path folder;

  @Test
  void aServerSaysWhenItIsReadyAndMetricsAreServedApart() throws Exception {
    try (ServedProcess server = ServedProcess.start(folder)) {
      assertThat(server.get("/health/live").status()).isEqualTo(200);
      ServedProcess.until("ready", () -> server.get("/health/ready").status() == 200);
      assertThat(server.get("/health/ready").json().path("checks").toString())
          .isEqualTo("{\"models\":\"up\",\"store\":\"up\",\"server\":\"up\"}");

      String session = server.practice("Ada");
      String id = session.replaceAll(".*/", "");
      server.send("PUT", session + "/drafts/0.0/1", Map.of("text", "a token bucket"));
      server.send("PUT", session + "/drafts/0.0/2", Map.of("text", "a token bucket per key"));
      server.get("/nothing/" + id);
      server.get("/static/css/mockloop.css");

      assertThat(server.get("/metrics").status()).isEqualTo(404);
      ServedProcess.Reply metrics = server.metrics("/metrics");
      assertThat(metrics.status()).isEqualTo(200);
      assertThat(metrics.body().lines().filter(l -> l.matches("mockloop.*(total|open|count).*")))
          .contains(
              "mockloop_drafts_acknowledged_total 2.0",
              "mockloop_sessions_open 1.0",
              "mockloop_http_request_seconds_count{method=\"PUT\","
                  + "route=\"/api/sessions/{id}/drafts/{place}/{number}\",status=\"200\"} 2",
              "mockloop_http_request_seconds_count{method=\"GET\",route=\"/static/*\",status=\"200\"} 1",
              "mockloop_http_request_seconds_count{method=\"GET\",route=\"none\",status=\"404\"} 2");
      assertThat(metrics.body())
          .contains("mockloop_store_write_seconds_count{operation=\"append\",outcome=\"kept\"}")
          .doesNotContain(id);
      assertThat(server.metrics("/health/ready").status()).isEqualTo(200);
    }
  }

  @Test
  void aServerWhoseStoreCannotBeWrittenIsNotReady() throws Exception {
    Files.createDirectories(folder.resolve("transcripts"));
    Files.writeString(folder.resolve("transcripts/health"), "where a folder should be");
    try (ServedProcess server = ServedProcess.start(folder)) {
      ServedProcess.until(
          "models loaded",
          () ->
              server
                  .get("/health/ready")
                  .json()
                  .path("checks")
                  .path("models")
                  .asString()
                  .equals("up"));
      ServedProcess.Reply ready = server.get("/health/ready");
      assertThat(ready.status()).isEqualTo(503);
      assertThat(ready.json().path("checks").path("store").stringValue()).isEqualTo("down");
      assertThat(ready.body()).doesNotContain(folder.toString());
      assertThat(server.log()).anyMatch(l -> l.contains("not ready: ") && l.contains("probe.json"));
      assertThat(server.get("/health/live").status()).isEqualTo(200);
    }
  }

  @Test
  void nothingThatSomebodyTypedOrIsCalledIsEverLogged() throws Exception {
    String marker = "Xyzzyqua";
    try (ServedProcess server = ServedProcess.start(folder)) {
      String text = marker + " counts requests per key.";
      String session = server.practice(marker + " Lovelace");
      server.send("PUT", session + "/drafts/0.0/1", Map.of("text", text));
      server.send("POST", session + "/meter/0.0", Map.of("text", text));
      server.send("PUT", session + "/drafts/0.0/2", "{\"text\": \"" + marker);
      server.send("PUT", session + "/drafts/0.0/" + marker, Map.of("text", text));
      server.send("POST", session + "/answers/0.0", Map.of("text", text));
      server.send("POST", session + "/answers/0.0p", Map.of("text", text));
      server.get(session + "/report");
      server.get(session + "/transcript.md");
      server.get("/api/search?q=" + marker);
      server.get("/" + marker + "?" + marker + "=" + marker);
      server.get("/api/sessions/" + marker.toLowerCase(java.util.Locale.ROOT));
      server.send("PATCH", session, Map.of("candidate", marker));
      server.send("POST", "/own", "pasted=" + marker);
      ServedProcess.Reply refused =
          server.send("POST", "/api/sessions", Map.of("question", marker, "mode", marker));
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.json().path("requestId").stringValue()).isEqualTo(refused.requestId());

      List<JsonNode> lines =
          server.log().stream().map(l -> JsonMapper.shared().readTree(l)).toList();
      assertThat(lines).hasSizeGreaterThan(12);
      assertThat(lines)
          .filteredOn(l -> l.path("mdc").path("request").asString("").equals(refused.requestId()))
          .extracting(l -> l.path("formattedMessage").stringValue())
          .containsExactly("POST /api/sessions 400");
      assertThat(String.join("\n", server.log()).toLowerCase(java.util.Locale.ROOT))
          .doesNotContain("xyzzyqua", "lovelace");
    }
  }

  @Test
  void anIdFromTheBalancerIsKeptAndAnUnsoundOneIsNot() throws Exception {
    try (ServedProcess server = ServedProcess.start(folder)) {
      assertThat(idGivenBack(server, "edge-1234567")).isEqualTo("edge-1234567");
      assertThat(idGivenBack(server, "<script>alert(1)</script>")).matches("[0-9a-f-]{36}");
    }
  }

  private static String idGivenBack(ServedProcess server, String sent) throws IOException {
    return header(
        raw(
                server.port(),
                "GET /health/live HTTP/1.1\r\nHost: 127.0.0.1:"
                    + server.port()
                    + "\r\nX-Request-Id: "
                    + sent
                    + "\r\nConnection: close\r\n\r\n")
            .orElseThrow(),
        "X-Request-Id");
  }

  @Test
  void aServerThatIsToldToStopLosesNoDraftAndBreaksNoReply() throws Exception {
    AtomicInteger acknowledged = new AtomicInteger();
    List<String> sessions = new ArrayList<>();
    List<Integer> kept = new ArrayList<>();
    try (ServedProcess server = ServedProcess.start(folder, "--drain", "1");
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int c = 0; c < CANDIDATES; c++) {
        sessions.add(server.practice("Candidate"));
      }
      Future<String> watched = threads.submit(() -> watch(server.port(), sessions.getFirst()));
      List<Future<Integer>> typing = new ArrayList<>();
      for (String session : sessions) {
        typing.add(threads.submit(() -> type(server.port(), session, acknowledged)));
      }
      ServedProcess.until("under load", () -> acknowledged.get() > 20 * CANDIDATES);
      server.process().destroy();
      ServedProcess.until(
          "no longer ready",
          () -> {
            ServedProcess.Reply ready = server.metrics("/health/ready");
            return ready.status() == 503
                && ready.json().path("checks").path("server").asString().equals("stopping");
          });
      for (Future<Integer> candidate : typing) {
        kept.add(candidate.get(60, TimeUnit.SECONDS));
      }
      assertThat(watched.get(60, TimeUnit.SECONDS)).contains("event: state");
      assertThat(server.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(server.process().exitValue()).isEqualTo(128 + 15);
      assertThat(server.log()).noneMatch(l -> l.contains("\"ERROR\""));
    }
    try (ServedProcess again = ServedProcess.start(folder)) {
      for (int c = 0; c < CANDIDATES; c++) {
        JsonNode draft = again.get(sessions.get(c)).json().path("draft");
        assertThat(draft.path("text").stringValue()).isIn(text(kept.get(c)), text(kept.get(c) + 1));
      }
    }
  }

  private static String text(int number) {
    return "draft number " + number + " ends here";
  }

  /**
   * Saves drafts until no connection is taken any more; the number of the last acknowledged one.
   */
  private static int type(int port, String session, AtomicInteger acknowledged) throws IOException {
    for (int number = 1; ; number++) {
      byte[] body = JsonMapper.shared().writeValueAsBytes(Map.of("text", text(number)));
      Optional<String> reply =
          raw(
              port,
              "PUT %s/drafts/0.0/%d HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                  .formatted(
                      session,
                      number,
                      port,
                      body.length,
                      new String(body, StandardCharsets.UTF_8)));
      if (reply.isEmpty() || reply.get().startsWith("HTTP/1.1 503 ")) {
        return number - 1;
      }
      assertThat(reply.get()).startsWith("HTTP/1.1 200 ");
      acknowledged.incrementAndGet();
    }
  }

  /** Watches a session until the server ends the stream. */
  private static String watch(int port, String session) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write(
              "GET %s/live HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAccept: text/event-stream\r\n\r\n"
                  .formatted(session, port)
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** A whole reply; empty when the connection was refused before any of it. */
  private static Optional<String> raw(int port, String request) throws IOException {
    byte[] reply;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      InputStream in = socket.getInputStream();
      int first = in.read();
      if (first < 0) {
        return Optional.empty();
      }
      byte[] rest = in.readAllBytes();
      reply = new byte[rest.length + 1];
      reply[0] = (byte) first;
      System.arraycopy(rest, 0, reply, 1, rest.length);
    } catch (ConnectException e) {
      return Optional.empty();
    } catch (SocketException e) {
      // taken by the system but by nobody in it
      assertThat(e).hasMessageMatching("Connection reset|Broken pipe");
      return Optional.empty();
    }
    String text = new String(reply, StandardCharsets.UTF_8);
    int end = text.indexOf("\r\n\r\n");
    assertThat(end).as("whole headers in: " + text).isPositive();
    int length = Integer.parseInt(header(text, "Content-Length"));
    assertThat(text.substring(end + 4).getBytes(StandardCharsets.UTF_8)).hasSize(length);
    return Optional.of(text);
  }

  private static String header(String reply, String name) {
    return reply
        .lines()
        .filter(l -> l.startsWith(name + ": "))
        .map(l -> l.substring(name.length() + 2))
        .findFirst()
        .orElseThrow();
  }
}
