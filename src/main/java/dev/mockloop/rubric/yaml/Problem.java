package dev.mockloop.rubric.yaml;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * A mistake in a rubric folder.
 *
 * @param file the file, as seen from the folder
 * @param line 1-based
 * @param column 1-based
 * @param message what is wrong and the mend, as one sentence
 */
public record Problem(Path file, int line, int column, String message)
    implements Comparable<Problem> {
  private static final Comparator<Problem> ORDER =
      Comparator.comparing((Problem p) -> p.file.toString())
          .thenComparingInt(Problem::line)
          .thenComparingInt(Problem::column)
          .thenComparing(Problem::message);

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  /** As compilers write it: {@code file:line:column: message}. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column + ": " + message;
  }
}
