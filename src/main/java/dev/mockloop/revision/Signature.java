package dev.mockloop.revision;

/**
 * Who publishes and why; both are asked for, so that no score moves without a reason that somebody
 * gave.
 *
 * @param author 1 to 80 characters on one line
 * @param note 1 to 500 characters
 */
public record Signature(String author, String note) {
  private static final int LONGEST_AUTHOR = 80;
  private static final int LONGEST_NOTE = 500;

  public Signature {
    author = author.strip();
    note = note.strip();
    if (author.isEmpty() || author.length() > LONGEST_AUTHOR || author.lines().count() > 1) {
      throw new IllegalArgumentException(
          "The author has 1 to " + LONGEST_AUTHOR + " characters; write who publishes this");
    }
    if (note.isEmpty() || note.length() > LONGEST_NOTE) {
      throw new IllegalArgumentException(
          "The note has 1 to "
              + LONGEST_NOTE
              + " characters and this one has "
              + note.length()
              + "; write what changes and why");
    }
  }
}
