package dev.mockloop.web;

import dev.mockloop.rubric.yaml.Problem;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A problem of a rubric as editors show it.
 *
 * @param line 1-based
 * @param column 1-based
 * @param message what is wrong
 * @param mend what to do; empty when the message says it all
 */
public record ProblemLine(int line, int column, String message, String mend) {
  private static final String BEFORE_MEND = "; ";

  static ProblemLine of(Problem problem) {
    String says = problem.message();
    int cut = says.lastIndexOf(BEFORE_MEND);
    return cut < 0
        ? new ProblemLine(problem.line(), problem.column(), says, "")
        : new ProblemLine(
            problem.line(),
            problem.column(),
            says.substring(0, cut),
            says.substring(cut + BEFORE_MEND.length()));
  }

  static List<ProblemLine> of(List<Problem> problems) {
    return problems.stream().map(ProblemLine::of).toList();
  }

  static ArrayNode json(List<Problem> problems) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (ProblemLine line : of(problems)) {
      list.addObject()
          .put("line", line.line)
          .put("column", line.column)
          .put("message", line.message)
          .put("mend", line.mend);
    }
    return list;
  }
}
