package dev.mockloop.agreement;

/** A ratings table that cannot be read; the message names the line and the mend. */
public final class BadRatings extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadRatings(String message) {
    super(message);
  }
}
