package dev.mockloop.transcript;

import dev.mockloop.interview.Event;
import dev.mockloop.interview.Place;
import dev.mockloop.interview.Plan;
import dev.mockloop.interview.Session;
import dev.mockloop.interview.SessionId;
import dev.mockloop.rating.RatingEvent;
import dev.mockloop.revision.History;
import dev.mockloop.revision.Revision;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.store.Name;
import dev.mockloop.store.Store;
import dev.mockloop.store.StoreException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;

/**
 * Reads all of a store and says what is wrong in it: lines that cannot be read or do not follow
 * from those before, rubrics that are missing, ratings of what is not there. It changes nothing and
 * holds one ledger in memory at a time.
 */
public final class StoreCheck {
  private static final String EVENTS = "events";

  private final Store store;
  private final Consumer<Finding> findings;
  private int ledgers;
  private int lines;
  private int documents;
  private int damaged;

  /** How bad a finding is. */
  public enum Weight {
    /** Something that was kept cannot be read. */
    DAMAGE,
    /** Nothing is lost, but somebody may want to know. */
    NOTE
  }

  /**
   * Something that was found.
   *
   * @param where the file or the place in the database
   * @param what what is wrong and how it is mended, as one sentence without its full stop
   */
  public record Finding(Weight weight, String where, String what) {}

  /**
   * What was read.
   *
   * @param damaged how many findings are damage
   */
  public record Summary(int sessions, int ledgers, int lines, int documents, int damaged) {}

  /**
   * Looks at nothing yet.
   *
   * @param findings is given each finding as it is found
   */
  public StoreCheck(Store store, Consumer<Finding> findings) {
    this.store = store;
    this.findings = findings;
  }

  /** Reads everything. */
  public Summary run() {
    Set<SessionId> sessions = new HashSet<>();
    for (String folder : store.folders("")) {
      boolean session = false;
      for (Name ledger : store.ledgers(folder)) {
        session |= ledger.last().equals(EVENTS);
        checked(ledger, () -> ledger(ledger));
      }
      if (session) {
        sessions.add(new SessionId(folder));
      } else if (store.folders(folder).contains(folder + "/rubrics")) {
        note(
            folder,
            "a session was begun here and never made; nobody was told of it, delete the folder if you like");
      }
      documents(folder);
      store.folders(folder).forEach(this::documents);
    }
    ratedIsThere(sessions);
    return new Summary(sessions.size(), ledgers, lines, documents, damaged);
  }

  private void ledger(Name ledger) {
    ledgers++;
    if (ledger.last().equals(EVENTS)) {
      session(new SessionId(ledger.folder()));
    } else if (ledger.last().equals("ratings")) {
      lines += new Ledger<>(store, ledger, EventLines.OF_RATINGS).entries(0).size();
    } else if (RevisionLedger.questionOf(ledger).isPresent()) {
      List<Revision> revisions = new Ledger<>(store, ledger, new RevisionLines()).entries(0);
      lines += revisions.size();
      followed(ledger, () -> new History(revisions));
    } else {
      lines += readable(ledger, store.lines(ledger, 0));
    }
  }

  private int readable(Name ledger, List<String> text) {
    for (int i = 0; i < text.size(); i++) {
      try {
        Json.MAPPER.readTree(text.get(i));
      } catch (JacksonException e) {
        damage(ledger, "line " + (i + 1) + " is no JSON; restore it from a backup");
      }
    }
    return text.size();
  }

  private void session(SessionId id) {
    Name name = Name.in(id.value(), EVENTS);
    List<Event> events = new Ledger<>(store, name, EventLines.OF_SESSIONS).entries(0);
    lines += events.size();
    if (events.isEmpty()) {
      damage(name, "the session has no events; restore it from a backup");
      return;
    }
    followed(name, () -> Session.of(events));
    if (events.getFirst() instanceof Event.Created created) {
      if (!created.session().equals(id)) {
        damage(name, "the events are those of another session, " + created.session());
      }
      Set<QuestionId> kept = new TranscriptStore(store).rubrics(id).questions().keySet();
      created.plan().rounds().stream()
          .flatMap(r -> r.questions().stream())
          .map(Plan.PlannedQuestion::id)
          .filter(q -> !kept.contains(q))
          .distinct()
          .forEach(
              q -> damage(name, "the rubric of " + q + " is missing; restore it from a backup"));
    }
    draftsRise(name, events);
  }

  private void draftsRise(Name name, List<Event> events) {
    Map<Place, Long> last = new HashMap<>();
    for (Event event : events) {
      if (event instanceof Event.DraftSaved draft) {
        Long before = last.put(draft.place(), draft.number());
        if (before != null && before >= draft.number()) {
          damage(
              name,
              "draft %d of %s stands behind draft %d"
                  .formatted(draft.number(), draft.place().id(), before));
        }
      }
    }
  }

  private void documents(String folder) {
    for (Name document : store.documents(folder)) {
      documents++;
      checked(document, () -> document(document));
    }
  }

  private void document(Name document) {
    String text = store.document(document).orElse("");
    if (document.last().equals(CardFile.NAME)) {
      CardFile.read(text);
    } else if (RescoredCard.isFileName(document.last())) {
      RescoredCard.read(document.last(), text);
    } else if (document.last().endsWith(".json")) {
      try {
        Json.MAPPER.readTree(text);
      } catch (JacksonException e) {
        damage(document, "this is no JSON; mend or delete it");
      }
    }
  }

  private void ratedIsThere(Set<SessionId> sessions) {
    Name ratings = Name.in("ratings", "ratings");
    Set<SessionId> missing = new HashSet<>();
    try {
      for (RatingEvent event : new Ledger<>(store, ratings, EventLines.OF_RATINGS).entries(0)) {
        if (!sessions.contains(event.item().session()) && missing.add(event.item().session())) {
          note(
              store.where(ratings),
              "the session " + event.item().session() + " was rated and is no longer there");
        }
      }
    } catch (StoreException e) {
      // told when the ledger was read
      return;
    }
  }

  private void checked(Name name, Runnable reading) {
    try {
      reading.run();
    } catch (StoreException e) {
      damage(name, e.getMessage() == null ? "it cannot be read" : e.getMessage());
    } catch (IllegalArgumentException e) {
      damage(name, "it cannot be read: " + e.getMessage());
    }
  }

  private void followed(Name name, Runnable making) {
    try {
      making.run();
    } catch (RuntimeException e) {
      damage(name, "its lines do not follow from each other (" + e.getMessage() + ")");
    }
  }

  private void damage(Name name, String what) {
    damaged++;
    findings.accept(new Finding(Weight.DAMAGE, store.where(name), what));
  }

  private void note(String where, String what) {
    findings.accept(new Finding(Weight.NOTE, where, what));
  }
}
