package dev.mockloop.matching;

import java.util.Arrays;

/** Where a term stands: its positions in order, and the sentences that hold it. */
final class Places {
  /** What a term that the answer does not have is given. */
  static final Places NONE = new Places(0);

  private static final int FEW = 4;

  private int[] positions;
  private long[] holders;
  private int count;
  private long sentences;

  private Places(int size) {
    positions = new int[size];
    holders = new long[size];
  }

  static Places empty() {
    return new Places(FEW);
  }

  /**
   * Adds a place behind all others; a place that is there already is not added again.
   *
   * @param sentence the bit of its sentence, as in {@link #sentences}
   */
  void add(int position, long sentence) {
    if (count > 0 && positions[count - 1] == position) {
      return;
    }
    if (count == positions.length) {
      positions = Arrays.copyOf(positions, 2 * count + 1);
      holders = Arrays.copyOf(holders, 2 * count + 1);
    }
    positions[count] = position;
    holders[count++] = sentence;
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

  /**
   * Only the places in some sentences: where a whole phrase cannot match, no place is looked at.
   */
  Places within(long some) {
    if ((sentences & ~some) == 0) {
      return this;
    }
    Places left = new Places(count);
    for (int i = 0; i < count; i++) {
      if ((holders[i] & some) != 0) {
        left.add(positions[i], holders[i]);
      }
    }
    return left;
  }

  /** Only the places that are less than a distance from one of the others. */
  Places near(Places others, int distance) {
    Places near = new Places(count);
    int from = 0;
    for (int i = 0; i < count; i++) {
      while (from < others.count && others.positions[from] <= positions[i] - distance) {
        from++;
      }
      if (from < others.count && others.positions[from] < positions[i] + distance) {
        near.add(positions[i], holders[i]);
      }
    }
    return near;
  }

  /** The places of both, in order. */
  Places with(Places other) {
    if (count == 0) {
      return other;
    }
    if (other.count == 0) {
      return this;
    }
    Places both = new Places(count + other.count);
    int mine = 0;
    int theirs = 0;
    while (mine < count || theirs < other.count) {
      boolean takeMine =
          theirs == other.count || (mine < count && positions[mine] <= other.positions[theirs]);
      if (takeMine) {
        both.add(positions[mine], holders[mine++]);
      } else {
        both.add(other.positions[theirs], other.holders[theirs++]);
      }
    }
    return both;
  }
}
