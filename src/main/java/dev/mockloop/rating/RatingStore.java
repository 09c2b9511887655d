package dev.mockloop.rating;

import java.util.List;

/** Keeps what happened in calibration. Safe for many threads. */
public interface RatingStore {

  /** All events, those that came with samples first; the same list while nothing is new. */
  List<RatingEvent> events();

  /**
   * Adds events behind those that are there, all or none. When this returns, they are durable.
   *
   * @param before how many events the caller knows of
   * @return whether they were added; not when there are others by now
   */
  boolean append(int before, List<RatingEvent> events);
}
