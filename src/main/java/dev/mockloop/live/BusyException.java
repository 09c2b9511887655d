package dev.mockloop.live;

/** So much waits already that no more is taken; what was saved is safe, and later is soon. */
public final class BusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BusyException(String message) {
    super(message);
  }
}
