package dev.mockloop.rubric.yaml;

import java.nio.file.Path;

/**
 * The file that a question was read from, for keeping its text and for placing further problems.
 */
public final class QuestionSource {
  private final Path file;
  private final String text;
  private final YamlDocument document;

  QuestionSource(Path file, String text, YamlDocument document) {
    this.file = file;
    this.text = text;
    this.document = document;
  }

  /** The file, as seen from the rubric folder. */
  public Path file() {
    return file;
  }

  /** The file's whole text. */
  public String text() {
    return text;
  }

  /** The id that the file gives itself; empty when it gives none. */
  public String writtenId() {
    return document.root().path("id").asString("");
  }

  /**
   * A problem at the value behind a JSON pointer into the file, such as {@code
   * /criteria/0/ideas/2}.
   */
  public Problem problemAt(String pointer, String message) {
    return document.problemAt(pointer, message);
  }
}
