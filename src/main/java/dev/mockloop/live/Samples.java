package dev.mockloop.live;

import dev.mockloop.interview.SessionId;

/**
 * Sessions that ship with Mockloop, so that review and calibration have something to show. They are
 * read only: who wants to be rid of one deletes its folder.
 */
public final class Samples {
  private static final String PREFIX = "sample-";

  private Samples() {}

  public static boolean contains(SessionId session) {
    return session.value().startsWith(PREFIX);
  }

  /** Refuses to change a sample. */
  static void guard(SessionId session) {
    if (contains(session)) {
      throw new NotNowException(
          "This session is a sample that ships with Mockloop and is read only; delete its folder, transcripts/"
              + session
              + ", to be rid of it");
    }
  }
}
