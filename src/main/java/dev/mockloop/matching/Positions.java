package dev.mockloop.matching;

import dev.mockloop.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where in the text the word at a position of the index stands. */
final class Positions {
  private final int[] positions;
  private final Span[] spans;

  private Positions(int[] positions, Span[] spans) {
    this.positions = positions;
    this.spans = spans;
  }

  /** The text from the word at one position to the word at another. */
  Span span(int first, int last) {
    return at(first).cover(at(last));
  }

  private Span at(int position) {
    return spans[Arrays.binarySearch(positions, position)];
  }

  /** Collects words in the order of the text. */
  static final class Builder {
    private final List<Integer> positions = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();

    void add(int position, Span span) {
      positions.add(position);
      spans.add(span);
    }

    Positions build() {
      return new Positions(
          positions.stream().mapToInt(Integer::intValue).toArray(), spans.toArray(Span[]::new));
    }
  }
}
