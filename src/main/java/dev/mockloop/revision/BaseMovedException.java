package dev.mockloop.revision;

/**
 * Somebody else published first. What was typed is not lost: it is the caller's, and can be brought
 * up to date and published on the version that is in use now.
 */
public final class BaseMovedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int base;
  private final transient Revision current;

  BaseMovedException(int base, Revision current) {
    super(
        "Version %d was published by %s while you worked on version %d; look at what changed, then publish on version %d"
            .formatted(current.number(), current.author(), base, current.number()));
    this.base = base;
    this.current = current;
  }

  /** The number of the version that the refused text was made from. */
  public int base() {
    return base;
  }

  /** The version in use. */
  public Revision current() {
    return current;
  }
}
