package dev.mockloop.store;

import java.io.IOException;
import java.nio.file.Path;

/** Something could not be kept or read; the message names the file and the mend. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  public StoreException(String message) {
    super(message);
  }

  /** A file that cannot be written; what was to be written is still with whoever sent it. */
  static StoreException unwritable(Path file, IOException cause) {
    return new StoreException(
        "the file "
            + file
            + " cannot be written ("
            + cause.getMessage()
            + "); free some space or mend the folder's rights, nothing typed is lost from the page",
        cause);
  }
}
