package dev.mockloop.entry;

/** A sign-in through an OpenID provider came to nothing; the message says why. */
public final class OpenIdException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OpenIdException(String message) {
    super(message);
  }

  OpenIdException(String message, Throwable cause) {
    super(message, cause);
  }

  public String says() {
    return String.valueOf(getMessage());
  }
}
