package dev.mockloop.rubric;

import java.time.Duration;
import java.util.List;

/**
 * One interview within a loop.
 *
 * @param id unique within its loop
 * @param kind what is talked about
 * @param title its name for people
 * @param interviewer who asks, such as "Principal engineer"
 * @param budget time for the whole round
 * @param breakAfter the pause behind it; zero for none
 * @param slots its questions in order, at least one
 */
public record Round(
    String id,
    Kind kind,
    String title,
    String interviewer,
    Duration budget,
    Duration breakAfter,
    List<Slot> slots) {

  public Round {
    slots = List.copyOf(slots);
    if (slots.isEmpty()) {
      throw new IllegalArgumentException("round " + id + " needs a question");
    }
  }
}
