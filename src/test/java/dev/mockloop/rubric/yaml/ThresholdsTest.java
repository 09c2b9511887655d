package dev.mockloop.rubric.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Synonyms;
import dev.mockloop.rubric.Thresholds;
import dev.mockloop.scoring.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdsTest {
  private static final String TEXT =
      """
      id: design/small
      kind: design
      ask: How?
      thresholds:
        staff: %s
      criteria: [{id: one, ideas: [{id: a, phrases: [x]}]}]
      """;

  private static QuestionText read(String lines) {
    return QuestionText.read(Path.of("q.yaml"), TEXT.formatted(lines), Synonyms.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1.5, 2.5, 2.5, 4.5] | must rise, but 2.5 stands behind 2.5",
        "[1.5, 2.5, 4.6, 4.5] | must rise, but 4.5 stands behind 4.6",
        "[1.5, 2.5, 3.5]      | staff",
        "[1, 2.5, 3.5, 4.5]   | this entry",
        "[1.5, 2.5, 3.5, 6]   | this entry",
        "[a, 2.5, 3.5, 4.5]   | must be a number",
        "3                    | must be a list"
      })
  void thresholdsThatCannotBeAreNamedWithTheirLine(String lines, String message) {
    QuestionText read = read(lines);

    assertThat(read.question()).isEmpty();
    assertThat(read.problems()).isNotEmpty();
    assertThat(read.problems().getFirst().line()).isEqualTo(5);
    assertThat(read.problems().getFirst().message()).contains(message);
  }

  @Test
  void aRubricsOwnThresholdsDecideItsLevels() {
    Thresholds own = read("[1.2, 2, 3, 4]").question().orElseThrow().rubric().thresholds();

    assertThat(Verdict.of(3.1, Level.STAFF, own)).isEqualTo(Verdict.YES);
    assertThat(Verdict.of(3.1, Level.STAFF)).isEqualTo(Verdict.MIXED);
    assertThat(Verdict.of(4.0, Level.STAFF, own)).isEqualTo(Verdict.STRONG_YES);
    assertThat(Verdict.of(1.1, Level.STAFF, own)).isEqualTo(Verdict.STRONG_NO);
    // the other seniority keeps the usual lines
    assertThat(Verdict.lines(Level.SENIOR, own)).containsExactly(1.4, 2.3, 3.2, 4.2);
  }

  @Test
  void theUsualLinesAreWhatTheyWere() {
    assertThat(Verdict.lines(Level.STAFF, Thresholds.USUAL)).containsExactly(1.5, 2.5, 3.5, 4.5);
    for (int hundredths = 100; hundredths <= 500; hundredths++) {
      double score = hundredths / 100.0;
      assertThat(Verdict.of(score, Level.STAFF).level())
          .isEqualTo(Math.clamp((int) Math.floor(score + 0.5), 1, 5));
    }
    assertThat(Verdict.of(3.19, Level.SENIOR)).isEqualTo(Verdict.MIXED);
    assertThat(Verdict.of(3.2, Level.SENIOR)).isEqualTo(Verdict.YES);
  }

  @Test
  void noRubricThatShipsSetsItsOwn() {
    assertThat(RubricFolder.read(Path.of("rubrics")).catalogue().questions())
        .isNotEmpty()
        .allSatisfy(q -> assertThat(q.rubric().thresholds()).isEqualTo(Thresholds.USUAL));
  }

  @Test
  void thresholdsCheckThemselves() {
    assertThatThrownBy(() -> new Thresholds(Map.of(Level.STAFF, List.of(2.0, 1.5, 3.0, 4.0))))
        .hasMessageContaining("must rise");
    assertThatThrownBy(() -> new Thresholds(Map.of(Level.STAFF, List.of(2.0))))
        .hasMessageContaining("four scores");
  }
}
