package dev.mockloop.matching;

import java.util.Arrays;

/** Where a term stands: its positions in order, and the sentences that hold it. */
final class Places {
  /** What a term that the answer does not have is given. */
  static final Places NONE = new Places();

  private int[] positions = new int[4];
  private int count;
  private long sentences;

  /** Adds a place behind all others; a place that is there already is not added again. */
  void add(int position, long sentence) {
    if (count > 0 && positions[count - 1] == position) {
      return;
    }
    if (count == positions.length) {
      positions = Arrays.copyOf(positions, 2 * count);
    }
    positions[count++] = position;
    sentences |= sentence;
  }

  /** A bit for each sentence, the 65th sharing that of the first and so on; 0 for nowhere. */
  long sentences() {
    return sentences;
  }

  int count() {
    return count;
  }

  int position(int index) {
    return positions[index];
  }

  /** The places of both, in order. */
  Places with(Places other) {
    if (count == 0) {
      return other;
    }
    if (other.count == 0) {
      return this;
    }
    Places both = new Places();
    int mine = 0;
    int theirs = 0;
    while (mine < count || theirs < other.count) {
      boolean takeMine =
          theirs == other.count || (mine < count && positions[mine] <= other.positions[theirs]);
      both.add(takeMine ? positions[mine++] : other.positions[theirs++], 0);
    }
    both.sentences = sentences | other.sentences;
    return both;
  }
}
