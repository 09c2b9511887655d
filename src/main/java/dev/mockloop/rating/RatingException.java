package dev.mockloop.rating;

/** Something cannot be kept as it was given; the message says what to change. */
public final class RatingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RatingException(String message) {
    super(message);
  }
}
