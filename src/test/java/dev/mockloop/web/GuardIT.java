package dev.mockloop.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.web.Wire.Reply;
import dev.mockloop.web.guard.Guard;
import dev.mockloop.web.guard.Proxies;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is let in at the door of a real server, byte by byte. */
class GuardIT {
  private static final String JSON = "Content-Type: application/json";
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
  private static final String PRACTICE =
      "{\"mode\":\"practice\",\"question\":\"behavioral/mentoring\"}";

  @TempDir static Path folder;
  private static MockloopServer server;
  private static MockloopServer behind;
  private static Wire wire;
  private static Wire proxied;

  @BeforeAll
  static void start() {
    server = start("plain", Guard.listeningOn("127.0.0.1"));
    behind =
        start(
            "behind",
            Guard.listeningOn("127.0.0.1")
                .at(URI.create("https://mock.example/"))
                .behind(Proxies.of(List.of("127.0.0.1"))));
    wire = new Wire(port(server));
    proxied = new Wire(port(behind));
  }

  private static MockloopServer start(String name, Guard guard) {
    return MockloopServer.start(
        new Address("127.0.0.1", 0),
        guard,
        Path.of("rubrics"),
        folder.resolve(name),
        Clock.systemUTC());
  }

  private static int port(MockloopServer server) {
    return URI.create(server.url()).getPort();
  }

  @AfterAll
  static void stop() {
    Stream.of(server, behind).forEach(MockloopServer::close);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:7070",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "192.168.1.5",
        "169.254.169.254",
        "",
        "a b",
        "127.0.0.1@evil.example"
      })
  void aNameThatIsNotOursIsRefused(String host) throws IOException {
    for (String path : List.of("/", "/api/sessions", "/static/css/mockloop.css", "/no-such")) {
      Reply reply = wire.send("GET", path, "", "Host: " + host);
      assertThat(reply.status()).as(path + " at '" + host + "'").isIn(400, 421);
      assertThat(reply.body()).doesNotContain("behavioral");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:1", "127.0.0.1", "[::1]:9", "a.localhost"})
  void loopbackNamesAreOurs(String host) throws IOException {
    assertThat(wire.send("GET", "/api/loops", "", "Host: " + host).status()).isEqualTo(200);
  }

  @Test
  void thePublicNameIsOursBehindAProxy() throws IOException {
    assertThat(proxied.send("GET", "/api/loops", "", "Host: mock.example").status()).isEqualTo(200);
    assertThat(proxied.send("GET", "/api/loops", "", "Host: evil.example").status()).isEqualTo(421);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Origin: http://evil.example | Accept: */*",
        "Origin: null | Accept: */*",
        "Origin: http://127.0.0.1:1 | Accept: */*",
        "Origin: file:// | Accept: */*",
        "Sec-Fetch-Site: cross-site | Accept: */*",
        "Sec-Fetch-Site: same-site | Accept: */*",
        "Sec-Fetch-Site: same-origin | Origin: http://evil.example",
        "Cookie: rater=Ana | Accept: */*",
      })
  void aForgedRequestChangesNothing(String first, String second) throws IOException {
    int before = sessions();
    Reply api = wire.send("POST", "/api/sessions", PRACTICE, JSON, first, second);
    Reply form =
        wire.send(
            "POST",
            "/sessions",
            "mode=practice&question=behavioral%2Fmentoring",
            FORM,
            first,
            second);
    assertThat(api.status()).isEqualTo(403);
    assertThat(api.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(form.status()).isEqualTo(403);
    assertThat(sessions()).isEqualTo(before);
  }

  @Test
  void aRequestFromOurOwnPageOrFromAProgramIsCarriedOut() throws IOException {
    String own = "Origin: " + server.url().replaceFirst("/$", "");
    String cookie = "Cookie: rater=Ana";
    assertThat(wire.send("POST", "/api/sessions", PRACTICE, JSON, own, cookie).status())
        .isEqualTo(201);
    assertThat(
            wire.send(
                    "POST", "/api/sessions", PRACTICE, JSON, cookie, "Sec-Fetch-Site: same-origin")
                .status())
        .isEqualTo(201);
    assertThat(wire.send("POST", "/api/sessions", PRACTICE, JSON).status()).isEqualTo(201);
    assertThat(
            proxied
                .send(
                    "POST",
                    "/api/sessions",
                    PRACTICE,
                    JSON,
                    "Host: 127.0.0.1:7070",
                    "Origin: https://mock.example")
                .status())
        .as("a proxy that calls us by another name than browsers call it")
        .isEqualTo(201);
  }

  private static int sessions() throws IOException {
    return wire.send("GET", "/api/sessions", "").body().split("createdAt", -1).length;
  }

  @Test
  void whatIsReadCanBeLinkedToAndNotEmbedded() throws IOException {
    String elsewhere = "Sec-Fetch-Site: cross-site";
    assertThat(wire.send("GET", "/api/sessions", "", elsewhere, "Sec-Fetch-Mode: cors").status())
        .isEqualTo(403);
    assertThat(
            wire.send(
                    "GET",
                    "/transcripts",
                    "",
                    elsewhere,
                    "Sec-Fetch-Mode: navigate",
                    "Sec-Fetch-Dest: iframe")
                .status())
        .isEqualTo(403);
    assertThat(
            wire.send(
                    "GET",
                    "/transcripts",
                    "",
                    elsewhere,
                    "Sec-Fetch-Mode: navigate",
                    "Sec-Fetch-Dest: document")
                .status())
        .isEqualTo(200);
    assertThat(
            wire.send(
                    "OPTIONS",
                    "/api/sessions",
                    "",
                    "Origin: http://evil.example",
                    "Access-Control-Request-Method: PUT")
                .headers()
                .keySet())
        .as("no other site is ever granted anything")
        .noneMatch(name -> name.startsWith("access-control"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json; charset=utf-16",
        "application/json;charset=nonsense",
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "",
        "/"
      })
  void theApiTakesNoBodyThatAPlainFormCouldSend(String type) throws IOException {
    assertThat(wire.send("POST", "/api/sessions", PRACTICE, "Content-Type: " + type).status())
        .isEqualTo(415);
    assertThat(wire.send("POST", "/sessions", PRACTICE, JSON).status()).isEqualTo(415);
  }

  private static final Map<String, String> EVERYWHERE =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "same-origin",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "X-Permitted-Cross-Domain-Policies", "none");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/transcripts",
        "/stories",
        "/calibrate",
        "/workbench",
        "/workbench/design/rate-limiter",
        "/progress",
        "/api",
        "/api/sessions",
        "/api/search?q=x",
        "/openapi.json",
        "/no-such",
        "/api/no-such",
        "/sessions/no-such"
      })
  void everyReplyTellsTheBrowserWhatItMayDo(String path) throws IOException {
    Reply reply = wire.send("GET", path, "", "Accept: text/html,*/*");
    EVERYWHERE.forEach((name, value) -> assertThat(reply.header(name)).as(name).isEqualTo(value));
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    assertThat(reply.header("Permissions-Policy")).contains("camera=()", "geolocation=()");
    assertThat(reply.header("Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
        .doesNotContain("unsafe", "*", "data:", "http");
    assertThat(reply.headers()).doesNotContainKeys("server", "x-powered-by", "set-cookie");
    assertThat(reply.headers()).doesNotContainKey("strict-transport-security");
    assertThat(reply.body())
        .doesNotContainPattern("(?i)<script(?![^>]*src=\"/static/)[^>]*>")
        .doesNotContainPattern("(?i)<style|\\sstyle=|\\son[a-z]+=\"|javascript:");
  }

  @Test
  void filesForAllMayBeKeptAndOnlyTheFrameOfDiagramsIsTreatedDifferently() throws IOException {
    Reply css = wire.send("GET", "/static/css/mockloop.css", "");
    assertThat(css.status()).isEqualTo(200);
    assertThat(css.header("Content-Type")).startsWith("text/css");
    assertThat(css.header("Cache-Control")).doesNotContain("no-store");
    EVERYWHERE.forEach((name, value) -> assertThat(css.header(name)).as(name).isEqualTo(value));

    Reply diagram = wire.send("GET", "/diagram", "");
    assertThat(diagram.header("Content-Security-Policy"))
        .contains("sandbox allow-scripts", "default-src 'none'", "frame-ancestors 'self'")
        .doesNotContain("connect-src", "img-src", "allow-same-origin");
    for (String drawn :
        List.of("/static/js/diagram.js", "/static/lib/mermaid/dist/mermaid.min.js")) {
      assertThat(wire.send("GET", drawn, "").header("Cross-Origin-Resource-Policy"))
          .isEqualTo("cross-origin");
    }
  }

  @Test
  void noFolderIsListedAndNothingIsEchoed() throws IOException {
    for (String folder : List.of("/static/", "/static/js/", "/static/lib/mermaid/dist/")) {
      assertThat(wire.send("GET", folder, "").status()).as(folder).isEqualTo(404);
    }
    for (String path : List.of("/", "/api/sessions")) {
      Reply traced = wire.send("TRACE", path, "", "X-Secret: abc");
      assertThat(traced.status()).isBetween(400, 405);
      assertThat(traced.body()).doesNotContain("X-Secret");
    }
  }

  @Test
  void browsersAreToldToStayOnHttpsWhereTheyComeByIt() throws IOException {
    assertThat(
            proxied.send("GET", "/", "", "Host: mock.example").header("Strict-Transport-Security"))
        .startsWith("max-age=31536000");
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedHoweverItComes() throws IOException {
    String large = "x".repeat(2_100_000);
    assertThat(wire.send("POST", "/api/sessions", large, JSON).status()).isEqualTo(413);
    assertThat(wire.send("POST", "/sessions", "mode=" + large, FORM).status()).isEqualTo(413);
    String chunk = Integer.toHexString(large.length()) + "\r\n" + large + "\r\n0\r\n\r\n";
    String upload =
        "--b\r\nContent-Disposition: form-data; name=\"table\"; filename=\"t.csv\"\r\n\r\n"
            + large
            + "\r\n--b--\r\n";
    assertThat(
            wire.send(
                    "POST",
                    "/calibrate/import",
                    upload,
                    "Content-Type: multipart/form-data; boundary=b")
                .status())
        .isEqualTo(413);
    for (String target : List.of("/api/sessions", "/api/preview")) {
      byte[] chunked =
          ("POST "
                  + target
                  + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                  + JSON
                  + "\r\nTransfer-Encoding: chunked\r\n\r\n"
                  + chunk)
              .getBytes(StandardCharsets.ISO_8859_1);
      assertThat(wire.sendRaw(chunked).status()).as(target).isEqualTo(413);
    }
  }

  @Test
  void anAnswerInLettersOfThreeBytesStillFitsAPlainForm() throws IOException {
    String id = begun();
    String typed = "%E7%B5%90".repeat(190_000);
    Reply reply = wire.send("POST", "/sessions/" + id + "/answers/0.0", "text=" + typed, FORM);
    assertThat(reply.status()).isEqualTo(303);
  }

  private static String begun() throws IOException {
    Reply made = wire.send("POST", "/api/sessions", PRACTICE, JSON);
    String id = made.header("Location").replaceFirst(".*/", "");
    assertThat(wire.send("POST", "/api/sessions/" + id + "/start", "").status()).isEqualTo(200);
    return id;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nBroken header\r\n\r\n",
        "GET /\u0001 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
        "GET /%00 HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
        "GET /..%2f..%2fetc/passwd HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n",
        "<script>alert(1)</script>\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -5\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
      })
  void whatTheWebServerItselfRefusesSaysNothingOfItsInside(String request) throws IOException {
    Reply reply = wire.sendRaw(request.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(reply.status()).isBetween(400, 505).isNotIn(500, 502, 503, 504);
    plain(reply);
  }

  @Test
  void headersAndAddressesThatAreTooLongAreRefused() throws IOException {
    Reply address = wire.send("GET", "/" + "a".repeat(20_000), "");
    Reply header = wire.send("GET", "/", "", "X-Long: " + "a".repeat(20_000));
    assertThat(address.status()).isEqualTo(414);
    assertThat(header.status()).isEqualTo(431);
    plain(address);
    plain(header);
  }

  private static void plain(Reply reply) {
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(reply.body())
        .doesNotContainIgnoringCase("jetty", "javalin", "exception", "<script", "at org.", "/work");
  }

  @Test
  void aClientThatAsksTooOftenIsToldToWaitAndOthersAreNot() throws IOException {
    String eager = "X-Forwarded-For: 203.0.113.7";
    Reply last = proxied.send("POST", "/sign-in", "", eager);
    for (int n = 0; n < 200 && last.status() != 429; n++) {
      last = proxied.send("POST", "/sign-in", "", eager);
    }
    assertThat(last.status()).isEqualTo(429);
    assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 2);
    assertThat(proxied.send("POST", "/sign-in", "", "X-Forwarded-For: 203.0.113.8").status())
        .isNotEqualTo(429);
    assertThat(
            proxied
                .send("POST", "/sign-in", "", "X-Forwarded-For: 203.0.113.9, 203.0.113.7")
                .status())
        .as("what a client writes left of what the proxy wrote is no way round")
        .isEqualTo(429);
  }

  @Test
  void aSlowSenderIsHungUpOn() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", port(server))) {
      socket.setSoTimeout(60_000);
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /api/sessions HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                  + JSON
                  + "\r\nContent-Length: 1000\r\n\r\n{")
              .getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      int first = socket.getInputStream().read();
      assertThat(first).as("an answer or the end, and not for ever nothing").isIn(-1, (int) 'H');
    }
  }
}
