package dev.mockloop.scoring;

import java.util.List;
import java.util.Locale;

/**
 * How sure the engine is of a level.
 *
 * @param grade high, medium or low
 * @param reasons why it is not high, each a sentence
 */
public record Confidence(Grade grade, List<String> reasons) {

  public Confidence {
    reasons = List.copyOf(reasons);
  }

  /** The confidence that these reasons against it leave. */
  static Confidence given(List<String> reasons) {
    return new Confidence(
        switch (reasons.size()) {
          case 0 -> Grade.HIGH;
          case 1 -> Grade.MEDIUM;
          default -> Grade.LOW;
        },
        reasons);
  }

  /** Three grades are all that can be told apart. */
  public enum Grade {
    HIGH,
    MEDIUM,
    LOW;

    /** The name used on the wire. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
