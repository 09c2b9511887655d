package dev.mockloop.transcript;

import dev.mockloop.interview.Event;
import dev.mockloop.interview.SessionId;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.store.Name;
import dev.mockloop.store.Store;
import dev.mockloop.store.StoreException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps sessions: the events of each in the ledger {@code <session>/events}, beside it the rubrics
 * that it is run with, and what was made of it. Safe for many threads.
 */
public final class TranscriptStore {
  private static final String EVENTS = "events";
  private static final String RUBRICS = "rubrics";
  private static final String SYNONYMS = "synonyms.yaml";
  private static final String YAML = ".yaml";
  private static final Pattern DERIVED_NAME = Pattern.compile("[a-z]+(-[0-9a-f]+)?\\.[a-z]+");

  private final Store store;

  public TranscriptStore(Store store) {
    this.store = store;
  }

  /**
   * Makes a session. When this returns, all is durable.
   *
   * @param rubrics the questions with the rubrics that the session is run with
   * @throws StoreException when it cannot be kept; there is no such session then
   */
  public void create(Event.Created created, KeptRubrics rubrics) {
    String folder = rubricsOf(created.session());
    for (Map.Entry<QuestionId, String> question : rubrics.questions().entrySet()) {
      store.put(Name.in(folder, fileName(question.getKey())), question.getValue());
    }
    if (!rubrics.synonyms().isBlank()) {
      store.put(Name.in(folder, SYNONYMS), rubrics.synonyms());
    }
    // the events come last: a folder without them is no session
    ledger(created.session()).append(0, List.of(created));
  }

  /**
   * Adds events behind the ones that are there. When this returns, they are durable.
   *
   * @param before how many events the caller knows of
   * @throws dev.mockloop.store.ConflictException when there are others by now
   * @throws StoreException when they cannot be kept; the session is then as it was before
   */
  public void append(SessionId session, int before, List<Event> events) {
    ledger(session).append(before, events);
  }

  /** All events of a session in order; empty when there is no such session. */
  public List<Event> events(SessionId session) {
    return events(session, 0);
  }

  /** The events behind the first ones. */
  public List<Event> events(SessionId session, int after) {
    return ledger(session).entries(after);
  }

  /** The rubrics that a session is run with. */
  public KeptRubrics rubrics(SessionId session) {
    Map<QuestionId, String> questions = new HashMap<>();
    String synonyms = "";
    for (Name name : store.documents(rubricsOf(session))) {
      String text = store.document(name).orElse("");
      if (name.last().equals(SYNONYMS)) {
        synonyms = text;
      } else {
        questions.put(questionId(name.last()), text);
      }
    }
    return new KeptRubrics(questions, synonyms);
  }

  /** All sessions, in no order. */
  public List<SessionId> sessions() {
    return store.foldersWith(EVENTS).stream().flatMap(f -> sessionId(f).stream()).toList();
  }

  /** The session whose events a ledger holds. */
  public static Optional<SessionId> sessionOf(Name ledger) {
    return ledger.last().equals(EVENTS) ? sessionId(ledger.folder()) : Optional.empty();
  }

  /**
   * Deletes a session for good, with all that was kept of it. Deleting what is not there does
   * nothing.
   *
   * @throws StoreException when it cannot be deleted
   */
  public void delete(SessionId session) {
    store.deleteFolder(session.value());
  }

  /** Keeps a file that can be made again, such as a scorecard, under a plain name. */
  public void keepDerived(SessionId session, String name, String content) {
    store.put(derivedName(session, name), content);
    dropIfDeleted(session);
  }

  /** Keeps such a file unless there is one; what is kept from then on. */
  public String keepFirst(SessionId session, String name, String content) {
    Name file = derivedName(session, name);
    boolean first = store.putIfAbsent(file, content);
    String kept = first ? content : store.document(file).orElse(content);
    dropIfDeleted(session);
    return kept;
  }

  private void dropIfDeleted(SessionId session) {
    if (store.lines(Name.in(session.value(), EVENTS), 0).isEmpty()) {
      // deleted meanwhile, so that nothing of it may stay
      store.deleteFolder(session.value());
    }
  }

  /** A file that was kept so. */
  public Optional<String> derived(SessionId session, String name) {
    return store.document(derivedName(session, name));
  }

  /** The names of all files that were kept so, in order. */
  public List<String> derivedNames(SessionId session) {
    return store.documents(session.value()).stream()
        .map(Name::last)
        .filter(n -> DERIVED_NAME.matcher(n).matches())
        .toList();
  }

  private Ledger<Event> ledger(SessionId session) {
    return new Ledger<>(store, Name.in(session.value(), EVENTS), EventLines.OF_SESSIONS);
  }

  private static Name derivedName(SessionId session, String name) {
    if (!DERIVED_NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a derived file has a plain name such as scorecard.json, got: " + name);
    }
    return Name.in(session.value(), name);
  }

  private static String rubricsOf(SessionId session) {
    return session.value() + "/" + RUBRICS;
  }

  private static Optional<SessionId> sessionId(String folder) {
    try {
      return Optional.of(new SessionId(folder));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String fileName(QuestionId id) {
    return id.value().replace("/", "__") + YAML;
  }

  private static QuestionId questionId(String fileName) {
    return new QuestionId(
        fileName.substring(0, fileName.length() - YAML.length()).replace("__", "/"));
  }
}
