package dev.mockloop.live;

import dev.mockloop.interview.Given;
import dev.mockloop.interview.Place;
import dev.mockloop.interview.Plan;
import dev.mockloop.interview.Session;
import dev.mockloop.interview.SessionId;
import dev.mockloop.search.Hit;
import dev.mockloop.search.Passage;
import dev.mockloop.search.TranscriptIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds words in all sessions that are over. The index is made in memory from the transcripts and
 * brought up to date at each search, so that it never says what the transcripts do not.
 */
public final class Library {
  private static final int MOST = 100;

  private final LiveSessions sessions;
  private final Late<TranscriptIndex> index = new Late<>(TranscriptIndex::new);

  public Library(LiveSessions sessions) {
    this.sessions = sessions;
  }

  /** A hit with the session it is in. */
  public record Found(Session session, Hit hit) {}

  /** The best hits for what was typed, best first. */
  public List<Found> search(String typed) {
    if (typed.isBlank()) {
      return List.of();
    }
    bringUpToDate();
    Map<SessionId, Optional<Session>> read = new HashMap<>();
    List<Found> found = new ArrayList<>();
    for (Hit hit : index.get().search(typed, MOST)) {
      read.computeIfAbsent(hit.session(), sessions::find)
          .ifPresent(s -> found.add(new Found(s, hit)));
    }
    return found;
  }

  private synchronized void bringUpToDate() {
    Set<SessionId> known = index.get().sessions();
    Set<SessionId> gone = new HashSet<>(known);
    for (SessionId id : sessions.ids()) {
      gone.remove(id);
      if (!known.contains(id)) {
        sessions.find(id).filter(Session::isOver).ifPresent(s -> index.get().put(id, passages(s)));
      }
    }
    gone.forEach(index.get()::remove);
  }

  private static List<Passage> passages(Session session) {
    List<Passage> passages = new ArrayList<>();
    for (int r = 0; r < session.plan().rounds().size(); r++) {
      List<Plan.PlannedQuestion> questions = session.plan().rounds().get(r).questions();
      for (int q = 0; q < questions.size(); q++) {
        Place place = new Place(r, q, false);
        for (Place typed : List.of(place, place.atProbe())) {
          Optional<Given> given = session.given(typed).filter(g -> !g.text().isBlank());
          String title = questions.get(q).title();
          given.ifPresent(g -> passages.add(new Passage(session.id(), typed, title, g.text())));
        }
      }
    }
    return passages;
  }
}
