package dev.mockloop.rubric.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The kinds of files in a rubric folder, each with its schema. */
enum Shape {
  QUESTION("question"),
  LOOP("loop"),
  KINDS("kinds"),
  SYNONYMS("synonyms");

  private final Schema schema;

  Shape(String name) {
    this.schema = Schema.named(name);
  }

  /** What a file is, by its place in the folder. */
  static Shape of(Path file) {
    if (file.equals(Path.of("synonyms.yaml"))) {
      return SYNONYMS;
    }
    if (file.equals(Path.of("kinds.yaml"))) {
      return KINDS;
    }
    return file.startsWith("loops") ? LOOP : QUESTION;
  }

  Schema schema() {
    return schema;
  }

  /** What is wrong with a parsed file by itself, whatever the other files say. */
  List<Problem> check(YamlDocument document) {
    List<Problem> problems = new ArrayList<>(schema.check(document));
    if (problems.isEmpty()) {
      problems.addAll(
          switch (this) {
            case QUESTION -> QuestionCheck.of(document);
            case SYNONYMS -> SynonymsFile.problems(document);
            case LOOP, KINDS -> List.of();
          });
    }
    return problems;
  }
}
