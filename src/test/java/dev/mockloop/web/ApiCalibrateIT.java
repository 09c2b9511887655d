package dev.mockloop.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.live.CopiedSamples;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rating over JSON against a real server that holds the samples. */
class ApiCalibrateIT {
  private static final String CHEN = "/api/calibrate/items/sample-staff-chen/design/event-pipeline";

  @TempDir private Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private ServerProcess server;

  private record Answer(int status, String body) {
    JsonNode json() {
      return JsonMapper.shared().readTree(body);
    }
  }

  @BeforeEach
  void start() throws Exception {
    CopiedSamples.into(folder.resolve("transcripts"));
    server = serve();
  }

  private ServerProcess serve() throws Exception {
    return ServerProcess.start(
        0, Path.of("rubrics"), folder.resolve("transcripts"), folder.resolve("clock"));
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private Answer call(String method, String path, Object body) throws Exception {
    String text = body instanceof String s ? s : JsonMapper.shared().writeValueAsString(body);
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(URI.create(server.url() + path.substring(1)))
                .header("Content-Type", path.endsWith(".csv") ? "text/csv" : "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(text))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    return new Answer(response.statusCode(), response.body());
  }

  private static Map<String, Object> rating(JsonNode paper, String rater, int level) {
    Map<String, Object> criteria = new HashMap<>();
    paper.path("criteria").forEach(c -> criteria.put(c.path("id").stringValue(), level));
    return Map.of("rater", rater, "overall", level, "criteria", criteria, "note", "Plain.");
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new LinkedHashSet<>(node.propertyNames());
    node.forEach(child -> names.addAll(names(child)));
    return names;
  }

  @Test
  void anAnswerThatOneHasNotRatedHoldsNoScoreAndNothingOfOthers() throws Exception {
    String others = call("GET", "/api/calibrate/ratings.csv", "").body();
    assertThat(others).contains("Ines").contains("Tom").contains("I would hire on this");
    int seen = 0;
    for (String item : others.lines().skip(1).map(l -> l.split(",", 2)[0]).distinct().toList()) {
      if (!item.startsWith("sample-")) {
        continue; // a second line of a note
      }
      seen++;
      Answer blind = call("GET", "/api/calibrate/items/" + item + "?rater=Ada", "");
      assertThat(blind.status()).isEqualTo(200);
      JsonNode paper = blind.json();
      assertThat(paper.propertyNames())
          .containsExactlyInAnyOrder(
              "item", "question", "ask", "text", "probe", "probeText", "criteria");
      assertThat(names(paper.path("criteria")))
          .containsExactlyInAnyOrder("id", "title", "anchors", "1", "3", "5");
      assertThat(blind.body()).doesNotContain("Ines", "Tom\"", "Marta", "I would hire on this");
    }
    assertThat(seen).isEqualTo(17);
  }

  @Test
  void aRatingIsCompleteKeptOnceAndShownBesideOthersAfterAKill() throws Exception {
    JsonNode paper = call("GET", "/api/calibrate/next?rater=Ada", "").json();
    String address = "/api/calibrate/items/" + paper.path("item").stringValue();

    Answer half = call("POST", address + "/ratings", Map.of("rater", "Ada", "overall", 3));
    assertThat(half.status()).isEqualTo(400);
    assertThat(half.json().path("detail").stringValue())
        .contains("Choose a level for")
        .contains(paper.at("/criteria/0/title").stringValue());
    Map<String, Object> odd = new HashMap<>(rating(paper, "Ada", 3));
    odd.put("overall", 3.5);
    assertThat(call("POST", address + "/ratings", odd).body()).contains("whole number");
    odd.put("overall", 9);
    assertThat(call("POST", address + "/ratings", odd).body()).contains("from 1 to 5");

    Answer kept = call("POST", address + "/ratings", rating(paper, "Ada", 3));
    assertThat(kept.status()).isEqualTo(201);
    assertThat(kept.json().path("others")).hasSize(2);
    assertThat(kept.json().at("/machine/overall").doubleValue()).isBetween(1.0, 5.0);
    assertThat(call("POST", address + "/ratings", rating(paper, "Ada", 3)).status()).isEqualTo(201);
    Answer other = call("POST", address + "/ratings", rating(paper, "ada", 4));
    assertThat(other.status()).isEqualTo(400);
    assertThat(other.body()).contains("a rating stands as it was given");

    server.kill();
    server = serve();
    JsonNode again = call("GET", address + "?rater=Ada", "").json();
    assertThat(again.path("yours")).hasSize(1);
    assertThat(again.at("/yours/0/overall").intValue()).isEqualTo(3);
    assertThat(call("GET", "/api/calibrate?rater=Ada", "").json().path("yours").intValue())
        .isEqualTo(1);
    assertThat(Files.readAllLines(folder.resolve("transcripts/ratings/ratings.jsonl"))).hasSize(1);
  }

  @Test
  void aDisagreementIsSettledOnceItHasALevelAndAReason() throws Exception {
    assertThat(call("GET", "/api/calibrate", "").json().path("waiting")).hasSize(2);
    Map<String, Object> verdict = Map.of("rater", "Marta", "level", 4, "reason", "Plain words.");

    assertThat(call("POST", CHEN + "/adjudication", Map.of("rater", "Marta", "level", 4)).body())
        .contains("Give a reason");
    assertThat(call("POST", CHEN + "/adjudication", Map.of("rater", "Marta")).body())
        .contains("'level' is missing");
    assertThat(call("POST", CHEN + "/adjudication", verdict).status()).isEqualTo(204);
    assertThat(call("GET", "/api/calibrate", "").json().path("waiting")).hasSize(1);
    assertThat(call("POST", CHEN.replace("chen", "amira") + "/adjudication", verdict).body())
        .contains("nothing to settle");
    assertThat(call("POST", CHEN.replace("chen", "nobody") + "/adjudication", verdict).status())
        .isEqualTo(404);
  }

  @Test
  void anOverrideStandsBesideTheMachinesScoreInEveryFormAndChangesNoneOfIt() throws Exception {
    String session = "/api/sessions/sample-staff-chen";
    JsonNode before = call("GET", session + "/report", "").json().at("/rounds/0/answers/0");
    String card = Files.readString(folder.resolve("transcripts/sample-staff-chen/scorecard.json"));

    assertThat(
            call(
                    "POST",
                    CHEN + "/override",
                    Map.of("rater", "Marta", "level", 5, "reason", "Says it | in plain words."))
                .status())
        .isEqualTo(204);

    JsonNode after = call("GET", session + "/report", "").json().at("/rounds/0/answers/0");
    assertThat(after.path("override").path("level").intValue()).isEqualTo(5);
    assertThat(after.path("override").path("by").stringValue()).isEqualTo("Marta");
    assertThat(after.path("overall")).isEqualTo(before.path("overall"));
    assertThat(after.path("level")).isEqualTo(before.path("level"));
    assertThat(call("GET", session + "/transcript.md", "").body())
        .contains("**Overridden to 5 by Marta.** Says it | in plain words.");
    assertThat(call("GET", session + "/transcript.html", "").body())
        .contains("by Marta.")
        .contains("in plain words.");
    assertThat(call("GET", session + "/transcript.json", "").json().at("/overrides/0/reason"))
        .isEqualTo(JsonMapper.shared().valueToTree("Says it | in plain words."));
    assertThat(pdf(session)).contains("Overridden to strong yes by Marta.");
    assertThat(Files.readString(folder.resolve("transcripts/sample-staff-chen/scorecard.json")))
        .isEqualTo(card);
  }

  private String pdf(String session) throws Exception {
    byte[] bytes =
        client
            .send(
                HttpRequest.newBuilder(
                        URI.create(server.url() + session.substring(1) + "/transcript.pdf"))
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray())
            .body();
    try (var document = Loader.loadPDF(bytes)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  @Test
  void aTableIsReadAsAWholeOrNotAtAll() throws Exception {
    String head = "item,rater,criterion,rating\n";
    String line = "sample-queue-gwen/coding/work-queue,Ada,overall,3\n";

    Answer bad = call("POST", "/api/calibrate/ratings.csv", head + line + "x,Ada,overall,3\n");
    assertThat(bad.status()).isEqualTo(400);
    assertThat(bad.json().path("detail").stringValue()).startsWith("Line 3: 'x' is no item");
    assertThat(
            call("POST", "/api/calibrate/ratings.csv", head + line).json().path("new").intValue())
        .isEqualTo(1);
    assertThat(call("GET", "/api/calibrate/ratings.csv", "").body()).contains(",Ada,overall,3,");
  }

  @Test
  void aSampleStaysAndOddAddressesAreClearErrors() throws Exception {
    Answer kept = call("DELETE", "/api/sessions/sample-staff-chen", "");
    assertThat(kept.status()).isEqualTo(409);
    assertThat(kept.body()).contains("read only");
    for (String path :
        List.of(
            "/api/calibrate/items/..%2F..%2Fx/design/a?rater=Ada",
            "/api/calibrate/items/sample-staff-chen/design/none?rater=Ada",
            "/api/calibrate/items/X/Y/Z?rater=Ada")) {
      assertThat(call("GET", path, "").status()).as(path).isIn(400, 404);
    }
    assertThat(call("GET", "/api/calibrate/next?rater=%3Dcmd", "").body())
        .contains("a rater's name has 2 to 40 characters");
    assertThat(call("GET", "/api/calibrate/next", "").body()).contains("Say who rates");
  }
}
