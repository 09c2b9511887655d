package dev.mockloop.scoring;

import dev.mockloop.text.Span;
import java.util.List;
import java.util.Locale;

/**
 * A reason to doubt that a text is an answer at all, with the most that it can then score.
 *
 * @param kind what is wrong
 * @param reason one sentence for the candidate
 * @param most the highest overall score that such an answer gets
 * @param spans where it shows; may be empty
 */
public record Doubt(Kind kind, String reason, double most, List<Span> spans) {

  public Doubt {
    spans = List.copyOf(spans);
  }

  /** What can be wrong. */
  public enum Kind {
    EMPTY,
    ECHO,
    LIST,
    NAME_DROPPING,
    WAVED_AWAY,
    OFF_TOPIC;

    /** The name used on the wire. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
