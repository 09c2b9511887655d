package dev.mockloop.live;

/** What was asked for does not fit what is going on; the message says why. */
public final class NotNowException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotNowException(String message) {
    super(message);
  }
}
