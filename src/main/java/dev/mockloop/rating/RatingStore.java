package dev.mockloop.rating;

import java.util.List;

/** Keeps what happened in calibration. Safe for many threads. */
public interface RatingStore {

  /** All events, those that came with samples first; the same list while nothing is new. */
  List<RatingEvent> events();

  /** Adds events, all or none. When this returns, they are on disk. */
  void append(List<RatingEvent> events);
}
