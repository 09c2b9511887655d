package dev.mockloop.transcript;

import dev.mockloop.interview.Event;
import dev.mockloop.interview.SessionId;
import dev.mockloop.rubric.QuestionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sessions in a folder: {@code <session>/events.jsonl} and, beside it, the rubrics it is run with.
 */
public final class FolderStore implements TranscriptStore {
  private static final String EVENTS = "events.jsonl";
  private static final String RUBRICS = "rubrics";
  private static final String SYNONYMS = "synonyms.yaml";
  private static final String DOOMED = ".deleted-";
  private static final Pattern DERIVED_NAME = Pattern.compile("[a-z]+(-[0-9a-f]+)?\\.[a-z]+");

  private final Path folder;
  private final ConcurrentMap<SessionId, ReentrantLock> locks = new ConcurrentHashMap<>();
  private final ConcurrentMap<SessionId, Integer> counts = new ConcurrentHashMap<>();
  private final List<Repair> repairs;

  private FolderStore(Path folder, List<Repair> repairs) {
    this.folder = folder;
    this.repairs = List.copyOf(repairs);
  }

  /**
   * Opens a folder, makes it when it is not there, and cuts torn ends off; see {@link #repairs()}.
   */
  public static FolderStore open(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StoreException(
          "the transcript folder " + folder + " cannot be made; name another with --transcripts",
          e);
    }
    List<Repair> repairs = new ArrayList<>();
    for (Path session : sessionFolders(folder)) {
      file(session).repair().ifPresent(repairs::add);
    }
    return new FolderStore(folder, repairs);
  }

  /** What was cut off when the store was opened. */
  public List<Repair> repairs() {
    return repairs;
  }

  @Override
  public void create(Event.Created created, KeptRubrics rubrics) {
    Path session = folder.resolve(created.session().value());
    try {
      Files.createDirectory(session);
      Path kept = Files.createDirectory(session.resolve(RUBRICS));
      for (Map.Entry<QuestionId, String> question : rubrics.questions().entrySet()) {
        Durable.write(kept.resolve(fileName(question.getKey())), question.getValue());
      }
      if (!rubrics.synonyms().isBlank()) {
        Durable.write(kept.resolve(SYNONYMS), rubrics.synonyms());
      }
      // the events come last: a folder without them is no session
      file(session).append(0, List.of(created));
      Durable.forceFolder(kept);
      Durable.forceFolder(session);
      Durable.forceFolder(folder);
      counts.put(created.session(), 1);
    } catch (IOException e) {
      throw new StoreException(
          "the session's folder " + session + " cannot be made: " + e.getMessage(), e);
    }
  }

  @Override
  public void append(SessionId session, int before, List<Event> events) {
    if (events.isEmpty()) {
      return;
    }
    ReentrantLock lock = locks.computeIfAbsent(session, s -> new ReentrantLock());
    lock.lock();
    try {
      int there = counts.computeIfAbsent(session, s -> events(s).size());
      if (there != before) {
        throw new ConflictException(
            "the session " + session + " has " + there + " events by now, not " + before);
      }
      file(session).append(before, events);
      counts.put(session, before + events.size());
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<Event> events(SessionId session) {
    EventFile<Event> file = file(session);
    return file.exists() ? file.read() : List.of();
  }

  @Override
  public KeptRubrics rubrics(SessionId session) {
    Path kept = folder.resolve(session.value()).resolve(RUBRICS);
    Map<QuestionId, String> questions = new HashMap<>();
    String synonyms = "";
    try (Stream<Path> files = Files.list(kept)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.equals(SYNONYMS)) {
          synonyms = Files.readString(file);
        } else {
          questions.put(questionId(name), Files.readString(file));
        }
      }
    } catch (IOException e) {
      throw new StoreException(
          "the rubrics kept in " + kept + " cannot be read: " + e.getMessage(), e);
    }
    return new KeptRubrics(questions, synonyms);
  }

  @Override
  public List<SessionId> sessions() {
    return sessionFolders(folder).stream()
        .map(f -> new SessionId(f.getFileName().toString()))
        .toList();
  }

  @Override
  public void delete(SessionId session) {
    Path there = folder.resolve(session.value());
    // under a name that is no session's first, so that half a session is never taken for one
    Path doomed = folder.resolve(DOOMED + session.value());
    ReentrantLock lock = locks.computeIfAbsent(session, s -> new ReentrantLock());
    lock.lock();
    try {
      if (Files.isDirectory(there)) {
        Files.move(there, doomed);
        Durable.forceFolder(folder);
      }
      counts.remove(session);
      deleteAll(doomed);
    } catch (IOException e) {
      throw new StoreException(
          "the session's folder " + there + " cannot be deleted: " + e.getMessage(), e);
    } finally {
      lock.unlock();
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Override
  public void keepDerived(SessionId session, String name, String content) {
    Path file = derivedFile(session, name);
    try {
      Durable.replace(file, content);
    } catch (IOException e) {
      throw new StoreException("the file " + file + " cannot be written: " + e.getMessage(), e);
    }
  }

  @Override
  public Optional<String> derived(SessionId session, String name) {
    Path file = derivedFile(session, name);
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new StoreException("the file " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public List<String> derivedNames(SessionId session) {
    Path there = folder.resolve(session.value());
    if (!Files.isDirectory(there)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(there)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(n -> DERIVED_NAME.matcher(n).matches() && !n.equals(EVENTS))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new StoreException(
          "the session's folder " + there + " cannot be listed: " + e.getMessage(), e);
    }
  }

  private Path derivedFile(SessionId session, String name) {
    if (!DERIVED_NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a derived file has a plain name such as scorecard.json, got: " + name);
    }
    return folder.resolve(session.value()).resolve(name);
  }

  private EventFile<Event> file(SessionId session) {
    return file(folder.resolve(session.value()));
  }

  private static EventFile<Event> file(Path session) {
    return new EventFile<>(session.resolve(EVENTS), EventLines.OF_SESSIONS);
  }

  private static List<Path> sessionFolders(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(
              f ->
                  isSessionName(f.getFileName().toString())
                      && Files.isRegularFile(f.resolve(EVENTS)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new StoreException(
          "the transcript folder " + folder + " cannot be listed: " + e.getMessage(), e);
    }
  }

  private static boolean isSessionName(String name) {
    try {
      return new SessionId(name).value().equals(name);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String fileName(QuestionId id) {
    return id.value().replace("/", "__") + ".yaml";
  }

  private static QuestionId questionId(String fileName) {
    return new QuestionId(
        fileName.substring(0, fileName.length() - ".yaml".length()).replace("__", "/"));
  }
}
