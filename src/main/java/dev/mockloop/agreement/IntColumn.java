package dev.mockloop.agreement;

import java.util.ArrayList;
import java.util.List;

/** Whole numbers in blocks: growing copies nothing, so ten million rows fit a small heap. */
final class IntColumn {
  private static final int SHIFT = 16;
  private static final int BLOCK = 1 << SHIFT;

  private final List<int[]> blocks = new ArrayList<>();
  private int size;

  int size() {
    return size;
  }

  void add(int value) {
    if ((size & (BLOCK - 1)) == 0) {
      blocks.add(new int[BLOCK]);
    }
    blocks.getLast()[size & (BLOCK - 1)] = value;
    size++;
  }

  int get(int index) {
    return blocks.get(index >> SHIFT)[index & (BLOCK - 1)];
  }

  void set(int index, int value) {
    blocks.get(index >> SHIFT)[index & (BLOCK - 1)] = value;
  }
}
