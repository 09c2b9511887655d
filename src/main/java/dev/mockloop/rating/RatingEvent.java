package dev.mockloop.rating;

import java.time.Instant;

/** What happened to an answer in calibration. Nothing of it is ever changed; later ones add. */
public sealed interface RatingEvent {
  ItemId item();

  /** Who did it. */
  Rater rater();

  Instant at();

  /** Levels that somebody gave. */
  sealed interface Given extends RatingEvent {
    Levels levels();

    /** In the rater's words; may be empty. */
    String note();
  }

  /** Rated here: whole levels for the answer and each criterion, given blind. */
  record Submitted(ItemId item, Rater rater, Levels levels, String note, Instant at)
      implements Given {}

  /**
   * Rated elsewhere and read from a table; halves and gaps may be in it.
   *
   * @param at when it was given, as the table says; else when it was read
   */
  record Imported(
      ItemId item, Rater rater, Levels levels, String note, Instant at, Instant importedAt)
      implements Given {}

  /** A disagreement was settled: the level that counts from then on, and why. */
  record Adjudicated(ItemId item, Rater rater, int level, String reason, Instant at)
      implements RatingEvent {}

  /** Somebody answers for another level than the machine's; its card stays as it is. */
  record Overridden(ItemId item, Rater rater, int level, String reason, Instant at)
      implements RatingEvent {}
}
