package dev.mockloop.live;

import dev.mockloop.interview.Command;
import dev.mockloop.interview.Decision;
import dev.mockloop.interview.Event;
import dev.mockloop.interview.Interviewer;
import dev.mockloop.interview.Plan;
import dev.mockloop.interview.Refusal;
import dev.mockloop.interview.Session;
import dev.mockloop.interview.SessionId;
import dev.mockloop.rubric.Loop;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.scoring.Scorer;
import dev.mockloop.store.ConflictException;
import dev.mockloop.store.StoreException;
import dev.mockloop.transcript.TranscriptStore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions being run. Commands to one session are carried out one after the other; what follows
 * from them is durable before the call returns. Other servers may work on the same sessions: what
 * they did is read before anything is answered, and a command that was decided too early is decided
 * again.
 */
public final class LiveSessions {
  private static final Logger LOG = LoggerFactory.getLogger(LiveSessions.class);
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int RANDOM_LETTERS = 8;
  private static final int ATTEMPTS = 20;

  private final Content content;
  private final TranscriptStore store;
  private final Scorer scorer;
  private final Clock clock;
  private final RandomGenerator random;
  private final ConcurrentMap<SessionId, Live> open = new ConcurrentHashMap<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final Set<SessionId> untold = ConcurrentHashMap.newKeySet();
  private final Executor telling =
      Executors.newFixedThreadPool(2, Thread.ofVirtual().name("changes-", 0).factory());

  /**
   * Somebody who is told of changes.
   *
   * @param wants the sessions that are worth reading when another server changed them
   */
  private record Listener(Predicate<SessionId> wants, Consumer<Session> told) {}

  /** A session in memory, behind its lock. */
  private static final class Live {
    private final ReentrantLock lock = new ReentrantLock();
    private final Kept kept;
    private Session session;
    private int events;

    /** Whether it may have been deleted by another server. */
    private volatile boolean doubtful;

    Live(Kept kept, List<Event> events) {
      this.kept = kept;
      this.session = Session.of(events);
      this.events = events.size();
    }
  }

  public LiveSessions(
      Content content, TranscriptStore store, Scorer scorer, Clock clock, RandomGenerator random) {
    this.content = content;
    this.store = store;
    this.scorer = scorer;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Makes a session.
   *
   * @throws ChoiceException when the choice cannot be run
   */
  public Session create(NewSession choice) {
    Plan plan = new Planner(content.catalogue()).plan(choice);
    Instant now = now();
    SessionId id = newId(now);
    List<QuestionId> questions =
        plan.rounds().stream()
            .flatMap(r -> r.questions().stream())
            .map(Plan.PlannedQuestion::id)
            .toList();
    Event.Created created =
        new Event.Created(id, choice.mode(), plan, choice.candidate().strip(), now);
    store.create(created, content.keep(questions));
    return Session.of(List.of(created));
  }

  /**
   * Keeps a loop of the candidate's own, to be run like any other.
   *
   * @throws ChoiceException when it cannot be run or kept
   */
  public Loop keep(OwnLoop own) {
    return content.keep(own, Planner.PROBE_TIME);
  }

  /** The session as it is now, with all that is due; empty when there is none. */
  public Optional<Session> find(SessionId id) {
    return with(id, this::upToDate);
  }

  /** The questions that a session is run with. */
  public Optional<Kept> kept(SessionId id) {
    return live(id).map(live -> live.kept);
  }

  /** Carries a command out; empty when there is no such session. */
  public Optional<Outcome> handle(SessionId id, Command command) {
    Samples.guard(id);
    return with(id, live -> carryOut(live, command));
  }

  /** Deletes a session for good, open or over; what happens to it from then on is refused. */
  public void delete(SessionId id) {
    Samples.guard(id);
    Optional<Live> known = live(id);
    if (known.isPresent()) {
      locked(
          known.get(),
          () -> {
            open.remove(id);
            store.delete(id);
            return id;
          });
    }
  }

  /** All sessions, newest first; one that cannot be read is told in the log and left out. */
  public List<Session> all() {
    return store.sessions().stream()
        .flatMap(id -> readable(id).stream())
        .sorted(Comparator.comparing(Session::createdAt).reversed().thenComparing(Session::id))
        .toList();
  }

  private Optional<Session> readable(SessionId id) {
    try {
      return find(id);
    } catch (StoreException e) {
      LOG.error("left out: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * How many sessions are in memory, which are those that somebody came to and that are not over.
   */
  public int open() {
    return open.size();
  }

  /** The ids of all sessions, in no order. */
  public List<SessionId> ids() {
    return store.sessions();
  }

  /** The time that deadlines are measured by. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * Calls the listener with every session that changed, until the returned action is run.
   *
   * @param wants the sessions that it wants to know of also when another server changed them
   */
  public Runnable onChange(Predicate<SessionId> wants, Consumer<Session> told) {
    Listener listener = new Listener(wants, told);
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** The same for every session there is. */
  public Runnable onChange(Consumer<Session> told) {
    return onChange(id -> true, told);
  }

  /** Takes in that another server changed or deleted a session. */
  void changedElsewhere(SessionId id) {
    Live known = open.get(id);
    if (known != null) {
      known.doubtful = true;
    }
    // many changes that come while it waits are told once
    if (listeners.stream().anyMatch(l -> l.wants().test(id)) && untold.add(id)) {
      telling.execute(() -> tell(id));
    }
  }

  /** Takes in that other servers may have changed anything. */
  void missedElsewhere() {
    open.keySet().forEach(this::changedElsewhere);
  }

  private void tell(SessionId id) {
    untold.remove(id);
    try {
      find(id).ifPresent(session -> listeners.forEach(l -> l.told().accept(session)));
    } catch (RuntimeException e) {
      LOG.warn("a change of session {} by another server could not be told", id, e);
    }
  }

  private <T> Optional<T> with(SessionId id, Function<Live, T> work) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Live> live = live(id);
      if (live.isEmpty()) {
        return Optional.empty();
      }
      Optional<T> result = locked(live.get(), () -> tried(live.get(), work));
      if (result.isPresent()) {
        return result;
      }
    }
    throw new StoreException("the session " + id + " is changed by too many at once; try again");
  }

  /** The result; empty when another server was first, or deleted the session. */
  private <T> Optional<T> tried(Live live, Function<Live, T> work) {
    if (!takeIn(live)) {
      open.remove(live.session.id(), live);
      return Optional.empty();
    }
    try {
      return Optional.of(work.apply(live));
    } catch (ConflictException e) {
      live.doubtful = true;
      return Optional.empty();
    }
  }

  /** Reads what other servers did; false when they deleted the session. */
  private boolean takeIn(Live live) {
    // the last known line is read again only in doubt, as it can be long
    boolean doubtful = live.doubtful;
    live.doubtful = false;
    List<Event> more;
    try {
      more = store.events(live.session.id(), doubtful ? live.events - 1 : live.events);
    } catch (StoreException e) {
      live.doubtful = doubtful;
      throw e;
    }
    if (doubtful && more.isEmpty()) {
      return false;
    }
    apply(live, doubtful ? more.subList(1, more.size()) : more);
    return true;
  }

  private void apply(Live live, List<Event> events) {
    for (Event event : events) {
      live.session = live.session.after(event);
    }
    live.events += events.size();
    if (live.session.isOver()) {
      open.remove(live.session.id());
    }
  }

  private Outcome carryOut(Live live, Command command) {
    Decision decision = live.session.decide(command, now(), interviewer(live));
    return switch (decision) {
      case Decision.Accepted accepted -> {
        List<Event> events = new ArrayList<>(accepted.due());
        events.addAll(accepted.events());
        keep(live, events);
        yield new Outcome(live.session, Optional.empty());
      }
      case Decision.Refused refused -> {
        keep(live, refused.due());
        yield new Outcome(live.session, Optional.<Refusal>of(refused.refusal()));
      }
    };
  }

  private Session upToDate(Live live) {
    keep(live, live.session.due(now(), interviewer(live)));
    return live.session;
  }

  private void keep(Live live, List<Event> events) {
    if (events.isEmpty()) {
      return;
    }
    store.append(live.session.id(), live.events, events);
    apply(live, events);
    listeners.forEach(l -> l.told().accept(live.session));
  }

  private Interviewer interviewer(Live live) {
    return new ProbeAsker(scorer, live.kept, live.session.plan().level());
  }

  private Optional<Live> live(SessionId id) {
    Live known = open.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    List<Event> events = store.events(id);
    if (events.isEmpty()) {
      return Optional.empty();
    }
    Live read = new Live(content.read(store.rubrics(id)), events);
    if (read.session.isOver()) {
      // nothing can change it any more, so it need not stay in memory
      return Optional.of(read);
    }
    Live other = open.putIfAbsent(id, read);
    return Optional.of(other == null ? read : other);
  }

  private static <T> T locked(Live live, java.util.function.Supplier<T> work) {
    live.lock.lock();
    try {
      return work.get();
    } finally {
      live.lock.unlock();
    }
  }

  /**
   * Readable and in order of time: the day, the time, and letters that nobody guesses by chance.
   */
  private SessionId newId(Instant now) {
    String stamp =
        now.truncatedTo(ChronoUnit.SECONDS)
            .toString()
            .replaceAll("[-:]", "")
            .replace("T", "-")
            .replace("Z", "");
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < RANDOM_LETTERS; i++) {
      letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return new SessionId(stamp + "-" + letters);
  }
}
