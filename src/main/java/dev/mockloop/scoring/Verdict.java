package dev.mockloop.scoring;

import dev.mockloop.rubric.Level;

/** The levels of the rating guide. */
public enum Verdict {
  STRONG_NO(1, "strong no"),
  NO(2, "no"),
  MIXED(3, "mixed"),
  YES(4, "yes"),
  STRONG_YES(5, "strong yes");

  /** A senior is asked for less: the same overall score reaches a level sooner. */
  private static final double[] SENIOR_THRESHOLDS = {1.4, 2.3, 3.2, 4.2};

  private static final double[] STAFF_THRESHOLDS = {1.5, 2.5, 3.5, 4.5};

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

  /** The verdict for an overall score from 1.0 to 5.0, at a seniority. */
  public static Verdict of(double overall, Level seniority) {
    double[] thresholds = seniority == Level.STAFF ? STAFF_THRESHOLDS : SENIOR_THRESHOLDS;
    int at = 0;
    while (at < thresholds.length && overall >= thresholds[at]) {
      at++;
    }
    return values()[at];
  }

  /** How far an overall score is from the nearest line between two levels. */
  static double distance(double overall, Level seniority) {
    double[] thresholds = seniority == Level.STAFF ? STAFF_THRESHOLDS : SENIOR_THRESHOLDS;
    return java.util.Arrays.stream(thresholds).map(t -> Math.abs(t - overall)).min().orElseThrow();
  }
}
