package dev.mockloop.store;

/** Somebody else added events first; read them and decide again. */
public final class ConflictException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConflictException(String message) {
    super(message);
  }
}
