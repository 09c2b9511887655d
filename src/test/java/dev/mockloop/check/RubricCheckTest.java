package dev.mockloop.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.Fixtures;
import dev.mockloop.rubric.yaml.Problem;
import dev.mockloop.rubric.yaml.Reading;
import dev.mockloop.rubric.yaml.RubricFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RubricCheckTest {
  private static final String QUESTION =
      """
      id: design/limiter
      title: Limiter
      kind: design
      levels: [senior, staff]
      minutes: 20
      ask: Design a limiter.
      criteria:
        - id: needs
          weight: 2
          anchors: {1: none, 5: all}
          need: 1
          ideas:
            - id: per-key
              says: Counts per key.
              weight: 1
              phrases:
                - count ~4 key
                - quota
              finds: [We count per key.]
              ignores: [The key point.]
            - id: burst
              phrases: [burst*]
        - id: failure
          ideas:
            - id: open
              phrases: [fail open]
      redFlags:
        - id: magic
          penalty: 0.5
          phrases: [redis solves it]
      """;

  private static final String LOOP =
      """
      id: short
      level: staff
      minutes: 24
      probeMinutes: 3
      rounds:
        - id: design
          minutes: 24
          questions:
            - {id: design/limiter, minutes: 20}
      """;

  private static final String KINDS =
      """
      kinds:
        design:
          opening: Hello.
          tips: [Breathe.]
      """;
  private static final String SYNONYMS =
      """
      synonyms:
        - [dlq, dead letter queue]
        - [slo, service level objective]
      """;

  @TempDir private Path folder;

  /** file, what to replace, by what, line of the problem, part of the message. */
  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("q", "minutes: 20", "mintues: 20", 5, "did you mean 'minutes'?"),
        mistake("q", "    weight: 2", "    wieght: 2", 9, "did you mean 'weight'?"),
        mistake("q", "says: Counts per key.", "say: Counts per key.", 14, "did you mean 'says'?"),
        mistake("q", "ask: Design a limiter.\n", "", 1, "the key 'ask' is missing"),
        mistake("q", "weight: 2", "weight: -1", 9, "'weight' must be over 0"),
        mistake("q", "weight: 2", "weight: 101", 9, "'weight' must be 100 or less"),
        mistake("q", "weight: 2", "weight: heavy", 9, "'weight' must be a number, got 'heavy'"),
        mistake("q", "levels: [senior, staff]", "levels: [senoir]", 4, "did you mean 'senior'?"),
        mistake(
            "q",
            "levels: [senior, staff]",
            "levels: [staff, staff]",
            4,
            "names the same thing twice"),
        mistake(
            "q",
            "id: design/limiter",
            "id: Design Limiter",
            1,
            "two parts, such as design/rate-limiter"),
        mistake(
            "q",
            "levels: [senior, staff]",
            "levels: " + "[".repeat(20_000),
            4,
            "nested more than 40 deep"),
        mistake("q", "id: failure", "id: needs", 23, "another criterion with the id 'needs'"),
        mistake("q", "id: burst", "id: per-key", 21, "another idea with the id 'per-key'"),
        mistake("q", "count ~4 key", "count ~ (key", 17, "this ( has no )"),
        mistake("q", "count ~4 key", "count ~99 key", 17, "not between 1 and 50"),
        mistake("q", "- quota", "- count ~4 key", 18, "stands here twice"),
        mistake("q", "- quota", "- the", 18, "no answer can match"),
        mistake("q", "- quota", "- 42", 18, "must be a text, got '42'; put quotes round it"),
        mistake("q", "phrases: [burst*]", "phrases: []", 22, "needs at least 1 entry"),
        mistake("q", "phrases: [burst*]", "phrases: [bu*]", 22, "at least 3 letters"),
        mistake("q", "need: 1", "need: 7", 11, "the ideas weigh 2 together"),
        mistake("q", "{1: none, 5: all}", "{0: none, 5: all}", 10, "'0' is not a key here"),
        mistake("q", "[We count per key.]", "[We like cheese.]", 19, "does not find this sentence"),
        mistake(
            "q",
            "[The key point.]",
            "[The quota is gone.]",
            20,
            "finds this sentence, which it must not"),
        mistake("q", "penalty: 0.5", "penalty: 9", 29, "'penalty' must be 4 or less"),
        mistake("q", "phrases: [redis solves it]", "reason: none", 28, "either 'phrases'"),
        mistake("q", "title: Limiter", "title: Limiter\ntitle: Again", 3, "stands here twice"),
        mistake("q", "title: Limiter", "title: Rate: limiter", 2, "not YAML"),
        mistake("q", "title: Limiter", "\ttitle: Limiter", 2, "not YAML"),
        mistake("q", "title: Limiter", "title: &a Limiter", 2, "anchors and aliases"),
        mistake("q", "title: Limiter", "title: !!java.net.URL x", 2, "type tag"),
        mistake("q", "ask: Design a limiter.", "ask:", 6, "'ask' must be a text, got nothing"),
        mistake(
            "l", "id: design/limiter", "id: design/limitr", 9, "did you mean 'design/limiter'?"),
        mistake("l", "minutes: 24\nprobe", "minutes: 25\nprobe", 3, "add up to 24 minutes"),
        mistake(
            "l",
            "{id: design/limiter, minutes: 20}",
            "{id: design/limiter, minutes: 40}",
            7,
            "more than its 24"),
        mistake("l", "level: staff", "level: intern", 2, "'intern' is not known here"),
        mistake("l", "rounds:\n  - id", "rounds: []\nround:\n  - id", 5, "needs at least 1 entry"),
        mistake("s", "[slo, service level objective]", "[slo]", 3, "needs at least 2 entries"),
        mistake(
            "s",
            "[slo, service level objective]",
            "[dlq, service level objective]",
            3,
            "stands in the synonyms twice"),
        mistake(
            "s",
            "[slo, service level objective]",
            "['slo*', service level objective]",
            3,
            "holds an operator"),
        mistake("k", "tips: [Breathe.]", "tip: [Breathe.]", 4, "did you mean 'tips'?"),
        mistake("k", "opening: Hello.", "opening: ''", 3, "is empty; write it"));
  }

  private static Arguments mistake(String file, String good, String bad, int line, String message) {
    return Arguments.of(file, good, bad, line, message);
  }

  @ParameterizedTest(name = "{2} -> line {3}: {4}")
  @MethodSource("mistakes")
  void findsASeededMistakeAtItsLine(String file, String good, String bad, int line, String message)
      throws IOException {
    write("design/limiter.yaml", file.equals("q") ? seeded(QUESTION, good, bad) : QUESTION);
    write("loops/short.yaml", file.equals("l") ? seeded(LOOP, good, bad) : LOOP);
    write("synonyms.yaml", file.equals("s") ? seeded(SYNONYMS, good, bad) : SYNONYMS);
    write("kinds.yaml", file.equals("k") ? seeded(KINDS, good, bad) : KINDS);
    String name =
        switch (file) {
          case "q" -> "design/limiter.yaml";
          case "l" -> "loops/short.yaml";
          case "k" -> "kinds.yaml";
          default -> "synonyms.yaml";
        };
    List<Problem> problems = check();
    assertThat(problems)
        .anySatisfy(
            p -> {
              assertThat(p.file()).hasToString(name);
              assertThat(p.line()).isEqualTo(line);
              assertThat(p.message()).contains(message);
            });
  }

  @Test
  void aSoundFolderHasNoProblems() throws IOException {
    write("design/limiter.yaml", QUESTION);
    write("loops/short.yaml", LOOP);
    write("synonyms.yaml", SYNONYMS);
    write("kinds.yaml", KINDS);
    assertThat(check()).isEmpty();
  }

  @Test
  void theColumnPointsAtTheValue() throws IOException {
    write("design/limiter.yaml", seeded(QUESTION, "- quota", "- quota ~99 key"));
    assertThat(check()).singleElement().satisfies(p -> assertThat(p.column()).isEqualTo(20));
  }

  @Test
  void twoFilesCannotHaveOneId() throws IOException {
    write("a.yaml", QUESTION);
    write("b.yaml", QUESTION);
    assertThat(check())
        .singleElement()
        .satisfies(
            p ->
                assertThat(p.toString())
                    .startsWith("b.yaml:1:5: the id 'design/limiter' is taken by a.yaml"));
  }

  @Test
  void aFileThatIsNotTextIsNamed() throws IOException {
    Files.write(folder.resolve("x.yaml"), new byte[] {'i', 'd', ':', (byte) 0xff, (byte) 0xfe});
    assertThat(check()).anySatisfy(p -> assertThat(p.message()).contains("not UTF-8"));
  }

  @Test
  void aBrokenFileDoesNotKeepTheGoodOnesOut() throws IOException {
    write("design/limiter.yaml", QUESTION);
    write("design/broken.yaml", "id: [");
    Reading reading = RubricFolder.read(folder);
    assertThat(reading.catalogue().questions()).hasSize(1);
    assertThat(reading.problems())
        .allSatisfy(p -> assertThat(p.file()).hasToString("design/broken.yaml"));
  }

  @Test
  void aQuestionMayBeAsShortAsFourKeys() throws IOException {
    write(
        "q.yaml",
        "id: talk/lunch\nkind: talk\nask: Lunch?\ncriteria:\n  - id: food\n    ideas:\n      - id: soup\n        phrases: [soup]\n");
    assertThat(check()).isEmpty();
  }

  private static String seeded(String text, String good, String bad) {
    assertThat(text).contains(good);
    int at = text.indexOf(good);
    return text.substring(0, at) + bad + text.substring(at + good.length());
  }

  private List<Problem> check() {
    return new RubricCheck(Fixtures.READER).check(folder);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
