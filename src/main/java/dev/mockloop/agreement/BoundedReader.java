package dev.mockloop.agreement;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * A reader that refuses rows without end, so that one quote that is never closed does not fill the
 * memory. Whoever reads says when a row is complete.
 */
final class BoundedReader extends FilterReader {
  /** Characters; no row of ratings is near it. */
  static final int LONGEST_ROW = 1_000_000;

  private long read;

  BoundedReader(Reader in) {
    super(in);
  }

  void rowIsComplete() {
    read = 0;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    add(count);
    return count;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    add(one < 0 ? 0 : 1);
    return one;
  }

  private void add(int count) {
    read += Math.max(0, count);
    if (read > LONGEST_ROW) {
      throw new RowTooLong();
    }
  }

  /** A row went on beyond the bound. */
  static final class RowTooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
