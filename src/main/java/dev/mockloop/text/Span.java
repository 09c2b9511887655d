package dev.mockloop.text;

/**
 * A stretch of a text, as half-open UTF-16 offsets.
 *
 * @param start offset of the first char, 0 or more
 * @param end offset after the last char, not before {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "a span runs from 0 <= start to end >= start, got: " + start + ".." + end);
    }
  }

  public int length() {
    return end - start;
  }

  /** Whether the other span lies wholly inside this one. */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /** The smallest span that holds both. */
  public Span cover(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  /** The text of this span in the text that it was read from. */
  public String of(String text) {
    return text.substring(start, end);
  }

  /** By start, then by end. */
  @Override
  public int compareTo(Span other) {
    return start != other.start
        ? Integer.compare(start, other.start)
        : Integer.compare(end, other.end);
  }
}
