package dev.mockloop.workbench;

/**
 * An answer that people have rated.
 *
 * @param id names it for people
 * @param text as typed
 * @param human the mean of its raters' overall levels, from 1 to 5
 */
public record Rated(String id, String text, double human) {
  private static final int LEVELS = 5;

  public Rated {
    if (!(human >= 1 && human <= LEVELS)) {
      throw new IllegalArgumentException(
          "the rating of answer " + id + " must be from 1 to 5, got: " + human);
    }
  }

  /** The level that the rating is nearest to; halves go up. */
  int level() {
    return level(human);
  }

  static int level(double rating) {
    return (int) Math.clamp(Math.floor(rating + 0.5), 1, LEVELS);
  }
}
