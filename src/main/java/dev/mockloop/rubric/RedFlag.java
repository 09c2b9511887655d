package dev.mockloop.rubric;

import java.util.List;

/**
 * Something that lowers a score, with the reason.
 *
 * @param id unique within its rubric
 * @param name short, for people
 * @param reason why it counts against the candidate
 * @param penalty levels taken off, from 0 to 4
 * @param trigger what raises it
 */
public record RedFlag(String id, String name, String reason, double penalty, Trigger trigger) {

  /** What raises a red flag. */
  public sealed interface Trigger {
    List<PhraseText> phrases();
  }

  /** Raised by a phrase that is there. */
  public record Found(List<PhraseText> phrases) implements Trigger {
    public Found {
      phrases = List.copyOf(phrases);
    }
  }

  /** Raised when none of the phrases is there, in an answer long enough to hold one. */
  public record Missing(List<PhraseText> phrases) implements Trigger {
    public Missing {
      phrases = List.copyOf(phrases);
    }
  }
}
