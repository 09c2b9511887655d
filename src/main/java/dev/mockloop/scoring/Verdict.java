package dev.mockloop.scoring;

import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Thresholds;
import java.util.List;

/** The levels of the rating guide. */
public enum Verdict {
  STRONG_NO(1, "strong no"),
  NO(2, "no"),
  MIXED(3, "mixed"),
  YES(4, "yes"),
  STRONG_YES(5, "strong yes");

  /** A senior is asked for less: the same overall score reaches a level sooner. */
  private static final List<Double> SENIOR_LINES = List.of(1.4, 2.3, 3.2, 4.2);

  private static final List<Double> STAFF_LINES = List.of(1.5, 2.5, 3.5, 4.5);

  private final int level;
  private final String label;

  Verdict(int level, String label) {
    this.level = level;
    this.label = label;
  }

  /** From 1 to 5. */
  public int level() {
    return level;
  }

  public String label() {
    return label;
  }

  /** The verdict for an overall score from 1.0 to 5.0, at a seniority, by the usual lines. */
  public static Verdict of(double overall, Level seniority) {
    return of(overall, seniority, Thresholds.USUAL);
  }

  /** The verdict for an overall score from 1.0 to 5.0, by the lines of a rubric. */
  public static Verdict of(double overall, Level seniority, Thresholds thresholds) {
    int at = 0;
    for (double line : lines(seniority, thresholds)) {
      at += overall >= line ? 1 : 0;
    }
    return values()[at];
  }

  /** The overall scores from which on the levels 2 to 5 are reached, rising. */
  public static List<Double> lines(Level seniority, Thresholds thresholds) {
    return thresholds.at(seniority).orElse(seniority == Level.STAFF ? STAFF_LINES : SENIOR_LINES);
  }

  /** How far an overall score is from the nearest line between two levels. */
  static double distance(double overall, Level seniority, Thresholds thresholds) {
    return lines(seniority, thresholds).stream()
        .mapToDouble(line -> Math.abs(line - overall))
        .min()
        .orElseThrow();
  }
}
