package dev.mockloop.entry;

/** Somebody has to wait before they try again. */
public final class TooManyTriesException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final long seconds;

  TooManyTriesException(String message, long seconds) {
    super(message);
    this.seconds = seconds;
  }

  /** How long to wait. */
  public long seconds() {
    return seconds;
  }
}
