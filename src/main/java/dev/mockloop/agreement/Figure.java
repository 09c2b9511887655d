package dev.mockloop.agreement;

import java.util.Optional;

/** A figure of agreement, or the reason why there is none. */
public sealed interface Figure {
  /** Which figure it is. */
  Measure measure();

  /**
   * One that the ratings allow.
   *
   * @param value a finite number
   * @param interval of 95%; none where too many resamples do not allow the figure
   */
  record Known(Measure measure, double value, Optional<Interval> interval) implements Figure {}

  /**
   * One that they do not.
   *
   * @param why in a clause, such as "one rater gave every item the same"
   */
  record Undefined(Measure measure, String why) implements Figure {}

  /** Whether it passes its threshold; empty without a threshold or a value. */
  default Optional<Boolean> passes() {
    return this instanceof Known known
        ? measure().threshold().map(t -> t.passes(known.value()))
        : Optional.empty();
  }
}
