package dev.mockloop.rubric;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The overall scores from which on an answer has level 2, 3, 4 and 5, where a rubric sets its own.
 *
 * @param lines by seniority: four scores, each over the one before, over 1 and at most 5. A
 *     seniority that is not here has the usual lines.
 */
public record Thresholds(Map<Level, List<Double>> lines) {
  /** The usual lines for everybody. */
  public static final Thresholds USUAL = new Thresholds(Map.of());

  /** Lines between five levels. */
  public static final int LINES = 4;

  private static final double LOWEST = 1;
  private static final double HIGHEST = 5;

  public Thresholds {
    lines =
        lines.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> List.copyOf(e.getValue())));
    lines.forEach((level, of) -> check(level, of));
  }

  private static void check(Level level, List<Double> lines) {
    double last = LOWEST;
    for (double line : lines) {
      if (!(line > last) || line > HIGHEST) {
        throw new IllegalArgumentException(
            "thresholds of " + level.id() + " must rise from over 1 to at most 5, got: " + lines);
      }
      last = line;
    }
    if (lines.size() != LINES) {
      throw new IllegalArgumentException(
          "thresholds of " + level.id() + " must be four scores, got: " + lines);
    }
  }

  /** The lines that the rubric sets for a seniority. */
  public Optional<List<Double>> at(Level seniority) {
    return Optional.ofNullable(lines.get(seniority));
  }
}
