package dev.mockloop.matching;

import dev.mockloop.rubric.RedFlag;
import dev.mockloop.text.Span;
import java.util.List;

/**
 * Where the phrases of a red flag stand.
 *
 * @param flag the red flag
 * @param spans the places, in order; empty when none of its phrases is there
 */
public record FlagFinding(RedFlag flag, List<Span> spans) {

  public FlagFinding {
    spans = List.copyOf(spans);
  }
}
