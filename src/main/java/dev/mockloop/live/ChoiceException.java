package dev.mockloop.live;

/** A choice that cannot be run; the message says what to choose instead. */
public final class ChoiceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ChoiceException(String message) {
    super(message);
  }
}
