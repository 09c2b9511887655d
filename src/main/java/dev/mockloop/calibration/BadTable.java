package dev.mockloop.calibration;

/** A file of ratings, answers or stories that cannot be used; the message says where and why. */
public final class BadTable extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadTable(String message) {
    super(message);
  }
}
