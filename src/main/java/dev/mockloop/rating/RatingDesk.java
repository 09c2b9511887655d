package dev.mockloop.rating;

import dev.mockloop.rubric.Criterion;
import dev.mockloop.rubric.Rubric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides what may be kept; a {@link RatingException} says what to change. */
public final class RatingDesk {
  public static final int LONGEST_NOTE = 4000;

  private RatingDesk() {}

  /**
   * A rating, complete and in whole levels.
   *
   * @param again whether a second look is due
   * @return empty when the very same stands already, as after a repeated request
   */
  public static Optional<RatingEvent.Submitted> submit(
      RatingBook book, Rubric rubric, RatingEvent.Submitted rating, boolean again) {
    List<RatingEvent.Given> own = book.by(rating.rater(), rating.item());
    if (!own.isEmpty() && !again) {
      if (own.getLast().levels().equals(rating.levels())
          && own.getLast().note().equals(rating.note())) {
        return Optional.empty();
      }
      throw new RatingException(
          "You have rated this answer; a rating stands as it was given. Rate the next one");
    }
    checkLevels(rubric, rating.levels());
    checkLength("note", rating.note());
    return Optional.of(rating);
  }

  /** The level that a disagreement is settled at. */
  public static RatingEvent.Adjudicated adjudicate(
      RatingBook book, ItemId item, Rater rater, int level, String reason, Instant now) {
    if (book.disagreement(item).isEmpty()) {
      throw new RatingException(
          "The raters of this answer do not disagree, so there is nothing to settle");
    }
    return new RatingEvent.Adjudicated(item, rater, checked(level), given(reason), now);
  }

  /** Another level than the machine's, on somebody's word. */
  public static RatingEvent.Overridden override(
      ItemId item, Rater rater, int level, String reason, Instant now) {
    return new RatingEvent.Overridden(item, rater, checked(level), given(reason), now);
  }

  private static void checkLevels(Rubric rubric, Levels levels) {
    List<String> open = new ArrayList<>();
    for (Criterion criterion : rubric.criteria()) {
      if (levels.of(criterion.id()).isEmpty()) {
        open.add(criterion.title());
      }
    }
    if (levels.overall().isEmpty()) {
      open.add("Overall");
    }
    if (!open.isEmpty()) {
      throw new RatingException("Choose a level for: " + String.join("; ", open));
    }
    Set<String> known = rubric.criteria().stream().map(Criterion::id).collect(Collectors.toSet());
    levels
        .byCriterion()
        .forEach(
            (criterion, level) -> {
              if (!known.contains(criterion) && !criterion.equals(Levels.OVERALL)) {
                throw new RatingException("The rubric has no criterion '" + criterion + "'");
              }
              if (level != Math.rint(level)) {
                throw new RatingException(
                    "A level is a whole number from 1 to 5; " + criterion + " got " + level);
              }
            });
  }

  private static int checked(int level) {
    if (level < Levels.LEAST || level > Levels.MOST) {
      throw new RatingException("Choose a level from 1 to 5");
    }
    return level;
  }

  private static String given(String reason) {
    checkLength("reason", reason);
    if (reason.isBlank()) {
      throw new RatingException("Give a reason; it is shown wherever the level is");
    }
    return reason.strip();
  }

  private static void checkLength(String what, String text) {
    if (text.length() > LONGEST_NOTE) {
      throw new RatingException(
          "The %s has %d characters; at most %d are kept"
              .formatted(what, text.length(), LONGEST_NOTE));
    }
  }
}
