package dev.mockloop.rubric;

import java.time.Duration;
import java.util.List;

/**
 * A whole interview: rounds in order, with breaks between.
 *
 * @param id lower-case words with hyphens
 * @param title its name for people
 * @param level the seniority that answers are judged for
 * @param audience who it is for, in a sentence; may be empty
 * @param experience years that such candidates usually have, such as "8 to 15 years"; may be empty
 * @param timeline how long such a process takes from first call to offer; may be empty
 * @param total rounds and breaks together
 * @param probeTime time for each follow-up
 * @param rounds one to seven
 */
public record Loop(
    String id,
    String title,
    Level level,
    String audience,
    String experience,
    String timeline,
    Duration total,
    Duration probeTime,
    List<Round> rounds) {

  public Loop {
    rounds = List.copyOf(rounds);
    if (rounds.isEmpty() || rounds.size() > 7) {
      throw new IllegalArgumentException(
          "loop " + id + " has " + rounds.size() + " rounds; it may have 1 to 7");
    }
  }
}
