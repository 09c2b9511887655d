package dev.mockloop.live;

import dev.mockloop.rubric.yaml.Problem;
import java.util.List;

/** A rubric with problems was not published; nothing changed. */
public final class UnsoundRubricException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  UnsoundRubricException(List<Problem> problems) {
    super(
        "Not published: line "
            + problems.getFirst().line()
            + ": "
            + problems.getFirst().message()
            + (problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)"));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, in order of line; at least one. */
  public List<Problem> problems() {
    return problems;
  }
}
