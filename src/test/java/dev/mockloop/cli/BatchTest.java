package dev.mockloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BatchTest {
  private static final Path ANSWERS = Path.of("src/test/resources/answers.jsonl");

  @TempDir private Path folder;

  private int run(StringWriter err, String... args) {
    return Mockloop.commandLine()
        .setErr(new PrintWriter(err, true))
        .setOut(new PrintWriter(new StringWriter(), true))
        .execute(args);
  }

  private List<JsonNode> batch(Path in, String out, int threads) throws IOException {
    StringWriter err = new StringWriter();
    int code =
        run(
            err,
            "score",
            "--batch",
            in.toString(),
            "--out",
            folder.resolve(out).toString(),
            "--threads",
            String.valueOf(threads));
    assertThat(code).as(err.toString()).isZero();
    return Files.readAllLines(folder.resolve(out)).stream()
        .map(l -> (JsonNode) JsonMapper.shared().readTree(l))
        .toList();
  }

  @Test
  void everyLineIsScoredInOrderWithSoundOffsets() throws IOException {
    Map<String, String> texts = new HashMap<>();
    List<String> ids = new ArrayList<>();
    for (String line : Files.readAllLines(ANSWERS)) {
      JsonNode node = JsonMapper.shared().readTree(line);
      texts.put(node.path("id").stringValue(), node.path("text").stringValue());
      ids.add(node.path("id").stringValue());
    }
    List<JsonNode> cards = batch(ANSWERS, "one.jsonl", 2);
    assertThat(cards.stream().map(c -> c.path("id").stringValue())).containsExactlyElementsOf(ids);
    for (JsonNode card : cards) {
      assertThat(card.has("error")).isFalse();
      assertThat(card.path("overall").doubleValue()).isBetween(1.0, 5.0);
      int length = String.valueOf(texts.get(card.path("id").stringValue())).length();
      apart(card.path("sentences"), length);
      for (JsonNode criterion : card.path("criteria")) {
        assertThat(criterion.path("score").doubleValue()).isBetween(1.0, 5.0);
        Map<String, List<JsonNode>> byIdea = new HashMap<>();
        criterion
            .path("evidence")
            .forEach(
                e ->
                    byIdea
                        .computeIfAbsent(e.path("idea").stringValue(), i -> new ArrayList<>())
                        .add(e));
        byIdea.values().forEach(list -> apart(list, length));
      }
    }
  }

  private static void apart(Iterable<JsonNode> spans, int length) {
    int last = 0;
    for (JsonNode span : spans) {
      assertThat(span.path("start").intValue()).isGreaterThanOrEqualTo(last);
      assertThat(span.path("end").intValue())
          .isGreaterThan(span.path("start").intValue())
          .isLessThanOrEqualTo(length);
      last = span.path("end").intValue();
    }
  }

  @Test
  void twoRunsAreAlikeToTheByteWhateverTheThreads() throws IOException {
    batch(ANSWERS, "one.jsonl", 1);
    batch(ANSWERS, "two.jsonl", 4);
    assertThat(folder.resolve("one.jsonl")).hasSameBinaryContentAs(folder.resolve("two.jsonl"));
  }

  @Test
  void aBadLineYieldsAnErrorAndTheRunGoesOn() throws IOException {
    Path in = folder.resolve("in.jsonl");
    Files.writeString(
        in,
        """
        {"id":"a","question":"behavioral/mentoring","text":"I paired with her."}
        not json
        {"id":"c","question":"behavioral/nothing","text":"x"}
        {"id":"d","question":"../../etc/passwd","text":"x"}
        {"id":"e","question":"behavioral/mentoring"}
        [1]

        {"id":"g","question":"behavioral/mentoring","text":""}
        """);
    List<JsonNode> out = batch(in, "out.jsonl", 2);
    assertThat(out).hasSize(7);
    assertThat(out.stream().map(o -> o.path("id").stringValue()))
        .containsExactly("a", "line-2", "c", "d", "e", "line-6", "g");
    assertThat(out.stream().map(o -> o.has("error")))
        .containsExactly(false, true, true, true, true, true, false);
    assertThat(out.get(2).path("error").stringValue())
        .contains("line 3")
        .contains("there is no question 'behavioral/nothing'");
  }

  @Test
  void wrongUsageIsTwoAndAFailureIsOneEachWithOneLine() {
    StringWriter usage = new StringWriter();
    assertThat(run(usage, "score")).isEqualTo(2);
    assertThat(usage.toString().lines())
        .singleElement()
        .asString()
        .contains("give either --question ID or --batch");
    StringWriter failure = new StringWriter();
    assertThat(run(failure, "score", "--batch", "/no/such/file", "--out", "x")).isEqualTo(1);
    assertThat(failure.toString().lines())
        .singleElement()
        .asString()
        .contains("/no/such/file cannot be read");
    assertThat(run(new StringWriter(), "nonsense")).isEqualTo(2);
    assertThat(run(new StringWriter(), "--help")).isZero();
  }
}
