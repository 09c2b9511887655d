package dev.mockloop.rubric.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.rubric.Synonyms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** YAML that was written to do harm, as a rubric, a loop and synonyms. */
class HostileYamlTest {
  @TempDir Path folder;

  private List<String> problems(String text) throws IOException {
    QuestionText read = QuestionText.read(Path.of("q.yaml"), text, Synonyms.NONE);
    assertThat(read.question()).isEmpty();
    for (String name : List.of("design/q.yaml", "loops/l.yaml", "synonyms.yaml", "kinds.yaml")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
      assertThat(RubricFolder.read(folder).problems()).as(name).isNotEmpty();
      Files.delete(file);
    }
    return read.problems().stream().map(Problem::toString).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://127.0.0.1:1/\"]]]]",
        "!!java.lang.Runtime {}",
        "!<tag:yaml.org,2002:java.io.File> /etc/passwd",
        "!!binary aGVsbG8=",
        "!local x"
      })
  void aTypeTagIsRefusedAndNothingIsMade(String value) throws IOException {
    assertThat(problems("id: design/q\ntitle: " + value + "\n"))
        .isNotEmpty()
        .allMatch(p -> p.startsWith("q.yaml:"));
    assertThat(problems("title: !!java.net.URL x\n")).first().asString().contains("type tag");
  }

  @Test
  void aBillionLaughsAreRefused() throws IOException {
    StringBuilder text = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol]\n");
    for (int n = 1; n < 12; n++) {
      String before = "*a" + (n - 1);
      text.append(
          "a%d: &a%d [%s]\n"
              .formatted(
                  n,
                  n,
                  String.join(
                      ", ",
                      List.of(before, before, before, before, before, before, before, before))));
    }
    assertThat(problems(text.toString())).first().asString().contains("anchors and aliases");
    assertThat(problems("a: &a [*a]\n")).first().asString().contains("anchors and aliases");
    assertThat(problems("a: &a {b: 1}\nc:\n  <<: *a\n")).first().asString().contains("anchors");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? "})
  void whatIsNestedWithoutEndIsRefused(String opening) throws IOException {
    assertThat(problems("a: " + opening.repeat(20_000))).hasSize(1);
    assertThat(problems(opening.repeat(20_000))).hasSize(1);
  }

  @Test
  void halfOfACharacterIsNamedWithItsPlace() {
    String text = "a: |\n  " + "x".repeat(1_021) + "\ud83d\n";
    assertThat(QuestionText.read(Path.of("q.yaml"), text, Synonyms.NONE).problems())
        .extracting(Problem::toString)
        .containsExactly("q.yaml:2:1024: half of a character stands here; delete it");
  }

  @Test
  void aCharacterOfTwoHalvesMayStandAnywhere() {
    for (int before = 1_000; before < 1_050; before++) {
      String text = "title: |\n  " + "x".repeat(before) + "\ud83d\ude80\n";
      assertThat(QuestionText.read(Path.of("q.yaml"), text, Synonyms.NONE).problems())
          .extracting(Problem::message)
          .noneMatch(m -> m.contains("this is not YAML"));
    }
  }

  @Test
  void aKeyThatStandsTwiceIsNamed() throws IOException {
    assertThat(problems("id: design/a\nid: design/b\n"))
        .first()
        .asString()
        .startsWith("q.yaml:2:1")
        .contains("stands here twice");
  }

  @Test
  void whatIsTooLongIsRefused() throws IOException {
    assertThat(problems("title: " + "x".repeat(2_100_000))).hasSize(1);
    assertThat(problems("title: |\n" + "  line\n".repeat(300_000))).hasSize(1);
    assertThat(problems("x".repeat(50_000) + ": 1\n")).isNotEmpty();
    assertThat(problems("minutes: " + "9".repeat(100_000))).isNotEmpty();
    assertThat(problems("minutes: 1e999999999\n")).isNotEmpty();
    assertThat(problems("id: design/" + "a-".repeat(20_000) + "a\n")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000",
        "\u0007",
        "a: \ud83d",
        "--- a\n--- b\n",
        "%YAML 9.9\n---\na: 1\n",
        "a:\tb\n\tc: d"
      })
  void whatIsNoYamlIsNamed(String text) throws IOException {
    assertThat(problems(text)).isNotEmpty().allMatch(p -> p.startsWith("q.yaml:"));
  }
}
