package dev.mockloop.rubric.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.rubric.Criterion;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.Synonyms;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NumberEditTest {
  private static final List<Double> LINES = List.of(1.45, 2.4, 3.55, 4.5);

  private static Question read(String text) {
    QuestionText read = QuestionText.read(Path.of("q.yaml"), text, Synonyms.NONE);
    assertThat(read.problems()).isEmpty();
    return read.question().orElseThrow();
  }

  @Test
  void numbersAreReplacedInTheirPlaceAndCommentsStay() {
    String text =
        """
        # by Ada 🦊
        id: design/small
        kind: design
        ask: "How? 🦊"
        thresholds: {senior: [1.4, 2.3, 3.2, 4.2], staff: [1.5, 2.5, 3.5, 4.5]} # usual
        criteria:
          - id: one
            weight: 2   # twice the rest
            ideas: [{id: a, phrases: [x]}]
          - {id: two, weight: 1.50, ideas: [{id: b, phrases: [y]}]}
        """;

    String edited = NumberEdit.apply(text, Map.of("one", 1.37, "two", 3.0), LINES, Level.STAFF);

    assertThat(edited)
        .isEqualTo(
            text.replace("weight: 2 ", "weight: 1.37 ")
                .replace("weight: 1.50", "weight: 3")
                .replace("[1.5, 2.5, 3.5, 4.5]", "[1.45, 2.4, 3.55, 4.5]"));
  }

  @Test
  void numbersThatAreNotThereArePutIn() {
    String text =
        """
        id: design/small
        kind: design
        ask: How?
        # what counts
        criteria:
          - id: one # first
            ideas: [{id: a, phrases: [x]}]
          - {id: two, ideas: [{id: b, phrases: [y]}]}
        """;

    String edited = NumberEdit.apply(text, Map.of("one", 2.25, "two", 0.5), LINES, Level.STAFF);

    assertThat(edited)
        .isEqualTo(
            """
            id: design/small
            kind: design
            ask: How?
            # what counts
            thresholds:
              staff: [1.45, 2.4, 3.55, 4.5]
            criteria:
              - id: one # first
                weight: 2.25
                ideas: [{id: a, phrases: [x]}]
              - {weight: 0.5, id: two, ideas: [{id: b, phrases: [y]}]}
            """);
    assertThat(read(edited).rubric().thresholds().at(Level.STAFF)).contains(LINES);
    assertThat(read(edited).rubric().thresholds().at(Level.SENIOR)).isEmpty();
  }

  @Test
  void thresholdsJoinThoseOfTheOtherSeniority() {
    String block =
        """
        id: design/small
        kind: design
        ask: How?
        thresholds:
          senior: [1.4, 2.3, 3.2, 4.2]
        criteria: [{id: one, ideas: [{id: a, phrases: [x]}]}]
        """;

    for (String text :
        List.of(
            block,
            block.replace("\n  senior: [1.4, 2.3, 3.2, 4.2]", " {senior: [1.4, 2.3, 3.2, 4.2]}"),
            block.replace("\n", "\r\n"))) {
      Question edited = read(NumberEdit.apply(text, Map.of(), LINES, Level.STAFF));
      assertThat(edited.rubric().thresholds().at(Level.STAFF)).contains(LINES);
      assertThat(edited.rubric().thresholds().at(Level.SENIOR))
          .contains(List.of(1.4, 2.3, 3.2, 4.2));
    }
  }

  @Test
  void theWeightOfTheSeniorityIsTheOneThatIsSet() {
    String text =
        """
        id: design/small
        kind: design
        ask: How?
        criteria:
          - id: one
            weight: 1
            weightAt: {staff: 3}
            ideas: [{id: a, phrases: [x]}]
        """;

    Criterion edited =
        read(NumberEdit.apply(text, Map.of("one", 2.0), List.of(), Level.STAFF))
            .rubric()
            .criterion("one");

    assertThat(edited.weightFor(Level.STAFF)).isEqualTo(2);
    assertThat(edited.weightFor(Level.SENIOR)).isEqualTo(1);
  }

  @Test
  void everyRubricThatShipsCanBeEditedAndElseStaysAsItIs() {
    Reading reading = RubricFolder.read(Path.of("rubrics"));
    assertThat(reading.catalogue().questions()).hasSizeGreaterThan(40);
    for (Question question : reading.catalogue().questions()) {
      String text = reading.source(question.id()).orElseThrow().text();
      Map<String, Double> weights = new HashMap<>();
      question.rubric().criteria().forEach(c -> weights.put(c.id(), 1.23));

      String edited = NumberEdit.apply(text, weights, LINES, Level.STAFF);

      Question read = read(edited);
      assertThat(read.rubric().criteria())
          .allSatisfy(c -> assertThat(c.weightFor(Level.STAFF)).isEqualTo(1.23));
      assertThat(read.rubric().thresholds().at(Level.STAFF)).contains(LINES);
      List<String> before = numberless(text);
      List<String> after = numberless(edited);
      for (int i = 0; i < before.size(); i++) {
        assertThat(after.get(i)).as(question.id() + " line " + i).isEqualTo(before.get(i));
      }
      assertThat(after).hasSameSizeAs(before);
    }
  }

  /** Without the lines that may differ. */
  private static List<String> numberless(String text) {
    return text.lines()
        .map(l -> l.replaceAll("(weight|staff): *[0-9.]+", "$1"))
        .filter(l -> !l.strip().equals("weight"))
        .filter(l -> !l.startsWith("thresholds:") && !l.startsWith("  staff: [1.45"))
        .toList();
  }

  @Test
  void nothingToSetLeavesTheTextAsItIs() {
    String text =
        "id: design/a\nkind: design\nask: x\ncriteria: [{id: a, ideas: [{id: b, phrases: [c]}]}]";

    assertThat(NumberEdit.apply(text, Map.of(), List.of(), Level.STAFF)).isSameAs(text);
    assertThat(NumberEdit.apply(text, Map.of("nobody", 2.0), List.of(), Level.STAFF))
        .isSameAs(text);
  }
}
