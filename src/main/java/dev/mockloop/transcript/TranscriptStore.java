package dev.mockloop.transcript;

import dev.mockloop.interview.Event;
import dev.mockloop.interview.SessionId;
import java.util.List;
import java.util.Optional;

/** Keeps the events of sessions. Safe for many threads. */
public interface TranscriptStore {

  /**
   * Makes a session. When this returns, all is on disk.
   *
   * @param rubrics the questions with the rubrics that the session is run with
   * @throws StoreException when it cannot be kept; nothing is then there
   */
  void create(Event.Created created, KeptRubrics rubrics);

  /**
   * Adds events behind the ones that are there. When this returns, they are on disk.
   *
   * @param before how many events the caller knows of
   * @throws ConflictException when there are others by now
   * @throws StoreException when they cannot be kept; the session is then as it was before
   */
  void append(SessionId session, int before, List<Event> events);

  /** All events of a session in order; empty when there is no such session. */
  List<Event> events(SessionId session);

  /** The rubrics that a session is run with. */
  KeptRubrics rubrics(SessionId session);

  /** All sessions, in no order. */
  List<SessionId> sessions();

  /**
   * Deletes a session for good, with all that was kept of it. Deleting what is not there does
   * nothing.
   *
   * @throws StoreException when it cannot be deleted
   */
  void delete(SessionId session);

  /** Keeps a file that can be made again, such as a scorecard, under a plain name. */
  void keepDerived(SessionId session, String name, String content);

  /** A file that was kept so. */
  Optional<String> derived(SessionId session, String name);

  /** The names of all files that were kept so, in order. */
  List<String> derivedNames(SessionId session);
}
