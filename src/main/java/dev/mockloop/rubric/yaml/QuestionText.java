package dev.mockloop.rubric.yaml;

import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.Synonyms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The text of a question as it was read, sound or not.
 *
 * @param question what it says; empty when it has a problem
 * @param source where its values stand, for placing further problems
 * @param problems what is wrong with it, in order of line
 */
public record QuestionText(
    Optional<Question> question, QuestionSource source, List<Problem> problems) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  public QuestionText {
    problems = List.copyOf(problems);
  }

  /**
   * Does ahead what the first reading of a shipped question would wait for; on any thread, beside a
   * program's other first steps.
   */
  public static void getReady() {
    SoundTexts.SHIPPED
        .anyQuestion()
        .ifPresent(tree -> MAPPER.treeToValue(tree, QuestionFile.class).toQuestion(""));
  }

  /**
   * Reads a question.
   *
   * @param file what problems name as their file
   */
  public static QuestionText read(Path file, String text, Synonyms synonyms) {
    YamlDocument document = YamlDocument.read(Shape.QUESTION, file, text);
    QuestionSource source = new QuestionSource(file, text, document);
    List<Problem> problems = new ArrayList<>(document.problems());
    if (problems.isEmpty() && !document.sound()) {
      problems.addAll(Shape.QUESTION.check(document));
    }
    if (!problems.isEmpty()) {
      return new QuestionText(Optional.empty(), source, problems.stream().sorted().toList());
    }
    Question question =
        MAPPER
            .treeToValue(document.root(), QuestionFile.class)
            .toQuestion(RubricVersion.of(text, synonyms));
    return new QuestionText(Optional.of(question), source, List.of());
  }

  /** The JSON Schema of a question's text. */
  public static String schema() {
    return Shape.QUESTION.schema().text();
  }

  /** The name of a text's content on scorecards, sound or not. */
  public static String version(String text, Synonyms synonyms) {
    return RubricVersion.of(text, synonyms);
  }
}
