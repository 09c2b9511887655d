package dev.mockloop.team;

/** Something that the rules of a team do not let happen; the message says why and what to do. */
public final class TeamException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TeamException(String message) {
    super(message);
  }

  /** What went wrong, without its full stop. */
  public String says() {
    return String.valueOf(getMessage());
  }
}
