package dev.mockloop.cli;

/** A command that cannot go on; the message is one clear line with the mend. */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Failure(String message) {
    super(message);
  }
}
