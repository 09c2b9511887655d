package dev.mockloop.agreement;

import java.util.ArrayList;
import java.util.List;

/** Long numbers, or decimals by their bits, in blocks; see {@link IntColumn}. */
final class LongColumn {
  private static final int SHIFT = 15;
  private static final int BLOCK = 1 << SHIFT;

  private final List<long[]> blocks = new ArrayList<>();
  private int size;

  int size() {
    return size;
  }

  void add(long value) {
    if ((size & (BLOCK - 1)) == 0) {
      blocks.add(new long[BLOCK]);
    }
    blocks.getLast()[size & (BLOCK - 1)] = value;
    size++;
  }

  void add(double value) {
    // both zeros are one rating
    add(Double.doubleToLongBits(value == 0 ? 0.0 : value));
  }

  long get(int index) {
    return blocks.get(index >> SHIFT)[index & (BLOCK - 1)];
  }

  double decimal(int index) {
    return Double.longBitsToDouble(get(index));
  }
}
