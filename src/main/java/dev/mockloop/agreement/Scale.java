package dev.mockloop.agreement;

import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The levels that a table uses. A rating belongs to the whole level that it is nearest to, half up;
 * what speaks of levels (exact agreement, kappa, alpha, AC) uses these.
 */
final class Scale {
  /** Beyond these, ratings are measurements and no levels. */
  static final int MOST_LEVELS = 101;

  private final long[] levels;
  private final boolean tooMany;

  private Scale(long[] levels, boolean tooMany) {
    this.levels = levels;
    this.tooMany = tooMany;
  }

  /** The levels of all ratings of a table, so that every cut of it is judged on one scale. */
  static Scale of(Ratings ratings) {
    TreeSet<Long> seen = new TreeSet<>();
    long last = Long.MIN_VALUE;
    for (int cell = 0; cell < ratings.size(); cell++) {
      long level = level(ratings.value(cell));
      if (level != last) {
        seen.add(level);
        last = level;
        if (seen.size() > MOST_LEVELS) {
          return new Scale(new long[0], true);
        }
      }
    }
    return new Scale(seen.stream().mapToLong(Long::longValue).toArray(), false);
  }

  static Scale of(long... levels) {
    return new Scale(levels.clone(), false);
  }

  /** The whole level that a rating is nearest to, half up. */
  static long level(double rating) {
    return (long) Math.floor(rating + 0.5);
  }

  int size() {
    return levels.length;
  }

  long level(int index) {
    return levels[index];
  }

  /**
   * The place of a rating's level on the scale; a level that nobody gave, as a mean may have, is
   * counted to the nearest that was given.
   */
  int index(double rating) {
    int found = Arrays.binarySearch(levels, level(rating));
    if (found >= 0 || levels.length == 0) {
      return Math.max(0, found);
    }
    int above = -found - 1;
    if (above == levels.length) {
      return above - 1;
    }
    return above > 0 && level(rating) - levels[above - 1] < levels[above] - level(rating)
        ? above - 1
        : above;
  }

  /** Why there are no levels to speak of, if there are none. */
  Optional<String> without() {
    return tooMany
        ? Optional.of(
            "the ratings have more than " + MOST_LEVELS + " levels; round them to a scale first")
        : Optional.empty();
  }
}
