package dev.mockloop.web;

import java.util.List;

/**
 * A stretch of an answer that is shown in one way.
 *
 * @param text the words
 * @param marks what stands there; empty for plain text
 * @param anchors ids of what begins here, to be linked to
 */
public record Segment(String text, List<Mark> marks, List<String> anchors) {

  /**
   * Something that was read from a stretch of text.
   *
   * @param id anchor of the entry that it belongs to
   * @param kind {@code asserted}, {@code named}, {@code negated}, {@code echoed} or {@code flag}
   * @param says what was read, for people
   */
  public record Mark(String id, String kind, String says) {}

  public Segment {
    marks = List.copyOf(marks);
    anchors = List.copyOf(anchors);
  }

  /** The strongest kind that stands here, for the style; empty for plain text. */
  public String kind() {
    for (String kind : List.of("flag", "asserted", "named", "negated", "echoed")) {
      if (marks.stream().anyMatch(m -> m.kind().equals(kind))) {
        return kind;
      }
    }
    return "";
  }

  /** All that was read here, for a tooltip and for screen readers. */
  public String says() {
    return String.join(" / ", marks.stream().map(Mark::says).distinct().toList());
  }
}
