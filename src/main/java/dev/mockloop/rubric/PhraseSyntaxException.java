package dev.mockloop.rubric;

/**
 * A phrase that does not follow the phrase language; the message says what is wrong and the mend.
 */
public final class PhraseSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int offset;

  PhraseSyntaxException(int offset, String message) {
    super(message);
    this.offset = offset;
  }

  /** Where in the phrase, as a UTF-16 offset. */
  public int offset() {
    return offset;
  }
}
