package dev.mockloop.interview;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One candidate's run through one loop, immutable.
 *
 * <p>A question's deadline is the round's start plus all time planned up to and with that question,
 * so that time saved on one question is there for the next, and a late one takes nothing from the
 * round's end. A follow-up has its own time from when it is asked. Deadlines are worked out once
 * and kept in events; a pause moves them.
 *
 * <p>Time within a session never runs back: a command is carried out at the time of the last event
 * when the clock says something earlier. So a clock that jumps back gives time and takes none.
 */
public final class Session {
  private static final int LONGEST_TITLE = 120;

  private final Event.Created created;
  private final String title;
  private final Phase phase;
  private final Map<Place, Given> given;
  private final Map<Place, Asked> probes;
  private final Instant roundStart;
  private final Instant latest;

  private Session(
      Event.Created created,
      String title,
      Phase phase,
      Map<Place, Given> given,
      Map<Place, Asked> probes,
      Instant roundStart,
      Instant latest) {
    this.created = created;
    this.title = title;
    this.phase = phase;
    this.given = Map.copyOf(given);
    this.probes = Map.copyOf(probes);
    this.roundStart = roundStart;
    this.latest = latest;
  }

  /**
   * The session that these events make.
   *
   * @throws IllegalArgumentException when the first is not {@link Event.Created}
   */
  public static Session of(List<Event> events) {
    if (events.isEmpty() || !(events.getFirst() instanceof Event.Created created)) {
      throw new IllegalArgumentException("a session begins with the event that it was created");
    }
    Session session =
        new Session(
            created,
            created.plan().title(),
            new Phase.Lobby(),
            Map.of(),
            Map.of(),
            created.at(),
            created.at());
    for (Event event : events.subList(1, events.size())) {
      session = session.after(event);
    }
    return session;
  }

  public SessionId id() {
    return created.session();
  }

  /** The name it goes by: the loop's, until it is given another. */
  public String title() {
    return title;
  }

  public Mode mode() {
    return created.mode();
  }

  public Plan plan() {
    return created.plan();
  }

  /** The name that the candidate gave; may be empty. */
  public String candidate() {
    return created.candidate();
  }

  public Instant createdAt() {
    return created.at();
  }

  public Phase phase() {
    return phase;
  }

  public boolean isOver() {
    return phase instanceof Phase.Over;
  }

  /** What was given at a place; empty when it was not reached. */
  public Optional<Given> given(Place place) {
    return Optional.ofNullable(given.get(place));
  }

  /** The probe asked behind a question; empty when none was. */
  public Optional<Asked> probe(Place place) {
    return Optional.ofNullable(probes.get(place.atProbe()));
  }

  /** What follows from a command at a time. The session itself does not change. */
  public Decision decide(Command command, Instant now, Interviewer interviewer) {
    List<Event> due = due(now, interviewer);
    Session ready = after(due);
    Instant time = now.isBefore(ready.latest) ? ready.latest : now;
    return ready.carryOut(command, time, interviewer, due);
  }

  /**
   * The events that fall due by a time without anybody doing anything: deadlines and ends of
   * breaks. A clock that went backwards brings none.
   */
  public List<Event> due(Instant now, Interviewer interviewer) {
    List<Event> all = new ArrayList<>();
    Session at = this;
    while (true) {
      List<Event> next = at.nextDue(now, interviewer);
      if (next.isEmpty()) {
        return List.copyOf(all);
      }
      all.addAll(next);
      at = at.after(next);
    }
  }

  /** The session after one more event. */
  public Session after(Event event) {
    Session next = changed(event);
    return new Session(
        created,
        next.title,
        next.phase,
        next.given,
        next.probes,
        next.roundStart,
        event.at().isAfter(latest) ? event.at() : latest);
  }

  private Session changed(Event event) {
    return switch (event) {
      case Event.Created again -> throw new IllegalArgumentException("a session is created once");
      case Event.Started started -> with(phase, started.at());
      case Event.QuestionShown shown ->
          opened(
              shown.place(),
              shown.at(),
              shown.deadline(),
              shown.place().question() == 0 ? shown.at() : roundStart);
      case Event.DraftSaved draft ->
          given(draft.place(), open(draft.place()).withDraft(draft.number(), draft.text()));
      case Event.Answered answered ->
          given(
              answered.place(),
              open(answered.place()).answered(answered.text(), answered.cause(), answered.at()));
      case Event.ProbeAsked asked -> probeOpened(asked);
      case Event.BreakStarted pause ->
          with(new Phase.Break(pause.afterRound(), pause.until()), roundStart);
      case Event.Paused paused -> with(new Phase.Paused(phase, paused.at()), roundStart);
      case Event.Resumed resumed -> resumed(resumed);
      case Event.Finished finished -> with(new Phase.Over(false, finished.at()), roundStart);
      case Event.Renamed renamed ->
          new Session(created, renamed.name(), phase, given, probes, roundStart, latest);
      case Event.Expired expired -> with(new Phase.Over(true, expired.at()), roundStart);
    };
  }

  private Session after(List<Event> events) {
    Session session = this;
    for (Event event : events) {
      session = session.after(event);
    }
    return session;
  }

  private Decision carryOut(
      Command command, Instant now, Interviewer interviewer, List<Event> due) {
    return switch (command) {
      case Command.Start start ->
          phase instanceof Phase.Lobby
              ? new Decision.Accepted(due, started(now))
              : new Decision.Accepted(due, List.of());
      case Command.SaveDraft draft -> saveDraft(draft, now, due);
      case Command.Submit submit -> submit(submit, now, interviewer, due);
      case Command.NextRound next -> nextRound(next, now, due);
      case Command.Rename rename -> rename(rename.name().strip(), now, due);
      case Command.Pause pause -> pause(now, due);
      case Command.Resume resume ->
          phase instanceof Phase.Paused paused
              ? new Decision.Accepted(
                  due, List.of(new Event.Resumed(Duration.between(paused.since(), now), now)))
              : new Decision.Accepted(due, List.of());
    };
  }

  private List<Event> started(Instant now) {
    return List.of(new Event.Started(now), shown(new Place(0, 0, false), now, now));
  }

  private Decision nextRound(Command.NextRound next, Instant now, List<Event> due) {
    if (phase instanceof Phase.Break pause
        && next.round().orElse(pause.afterRound() + 1) == pause.afterRound() + 1) {
      Place first = new Place(pause.afterRound() + 1, 0, false);
      return new Decision.Accepted(due, List.of(shown(first, now, now)));
    }
    return hasBegun(next)
        ? new Decision.Accepted(due, List.of())
        : refused(due, "There is no break to end just now.");
  }

  /** Whether a command to begin a round was carried out before, so that this is a retry. */
  private boolean hasBegun(Command.NextRound next) {
    if (next.round().isPresent()) {
      return given.containsKey(new Place(next.round().getAsInt(), 0, false));
    }
    return phase instanceof Phase.Answering answering
        && answering.place().round() > 0
        && answering.place().question() == 0
        && !answering.place().probe();
  }

  private Decision saveDraft(Command.SaveDraft draft, Instant now, List<Event> due) {
    if (phase instanceof Phase.Paused) {
      return refused(due, "The clock is stopped; let it go on to write.");
    }
    if (!isOpen(draft.place())) {
      return closed(draft.place(), due);
    }
    Given so = open(draft.place());
    if (draft.number() == so.draftNumber() && draft.text().equals(so.text())) {
      return new Decision.Accepted(due, List.of());
    }
    if (draft.number() <= so.draftNumber()) {
      return stale(draft.place(), so, due);
    }
    return new Decision.Accepted(
        due, List.of(new Event.DraftSaved(draft.place(), draft.number(), draft.text(), now)));
  }

  private Decision submit(
      Command.Submit submit, Instant now, Interviewer interviewer, List<Event> due) {
    if (phase instanceof Phase.Paused) {
      return refused(due, "The clock is stopped; let it go on to hand in.");
    }
    if (!isOpen(submit.place())) {
      boolean same =
          given(submit.place())
              .filter(g -> g.closed() && g.text().equals(submit.text()))
              .isPresent();
      return same ? new Decision.Accepted(due, List.of()) : closed(submit.place(), due);
    }
    Given so = open(submit.place());
    if (submit.after().orElse(Long.MAX_VALUE) < so.draftNumber()
        && !submit.text().equals(so.text())) {
      return stale(submit.place(), so, due);
    }
    Event answered = new Event.Answered(submit.place(), submit.text(), Event.Cause.SUBMITTED, now);
    return new Decision.Accepted(
        due, after(answered).closing(submit.place(), submit.text(), now, answered, interviewer));
  }

  private Decision pause(Instant now, List<Event> due) {
    if (mode() == Mode.MOCK) {
      return refused(due, "A mock interview has no pause; use practice for one.");
    }
    return switch (phase) {
      case Phase.Answering answering -> new Decision.Accepted(due, List.of(new Event.Paused(now)));
      case Phase.Paused paused -> new Decision.Accepted(due, List.of());
      default -> refused(due, "There is no clock to stop just now.");
    };
  }

  private Decision rename(String name, Instant now, List<Event> due) {
    if (name.equals(title)) {
      return new Decision.Accepted(due, List.of());
    }
    return name.isEmpty() || name.length() > LONGEST_TITLE
        ? refused(due, "A name has 1 to " + LONGEST_TITLE + " characters.")
        : new Decision.Accepted(due, List.of(new Event.Renamed(name, now)));
  }

  private static Decision stale(Place place, Given so, List<Event> due) {
    return new Decision.Refused(due, new Refusal.Stale(place, so.draftNumber(), so.text()));
  }

  private Decision closed(Place place, List<Event> due) {
    return given(place)
        .filter(Given::closed)
        .<Decision>map(
            g -> new Decision.Refused(due, new Refusal.Closed(place, g.text(), g.closedAt())))
        .orElseGet(() -> refused(due, "This question is not open."));
  }

  private static Decision refused(List<Event> due, String message) {
    return new Decision.Refused(due, new Refusal.NotNow(message));
  }

  private List<Event> nextDue(Instant now, Interviewer interviewer) {
    return switch (phase) {
      case Phase.Answering answering when !now.isBefore(answering.deadline()) -> {
        Place place = answering.place();
        String text = open(place).text();
        Event answered =
            new Event.Answered(place, text, Event.Cause.DEADLINE, answering.deadline());
        yield after(answered).closing(place, text, answering.deadline(), answered, interviewer);
      }
      case Phase.Break pause when mode() == Mode.MOCK && !now.isBefore(pause.until()) ->
          List.of(shown(new Place(pause.afterRound() + 1, 0, false), pause.until(), pause.until()));
      default -> List.of();
    };
  }

  /** The answer's event, and what comes behind it. Called on the session after the answer. */
  private List<Event> closing(
      Place place, String text, Instant at, Event answered, Interviewer interviewer) {
    List<Event> events = new ArrayList<>(List.of(answered));
    Optional<Interviewer.Probe> probe =
        place.probe() || text.isBlank()
            ? Optional.empty()
            : interviewer.probe(question(place).id(), text);
    if (probe.isPresent()) {
      Interviewer.Probe ask = probe.get();
      events.add(
          new Event.ProbeAsked(
              place.atProbe(), ask.criterion(), ask.text(), at.plus(plan().probeTime()), at));
    } else if (place.question() + 1 < round(place).questions().size()) {
      events.add(shown(new Place(place.round(), place.question() + 1, false), at, roundStart));
    } else {
      events.add(roundEnded(place.round(), at));
    }
    return events;
  }

  private Event roundEnded(int round, Instant at) {
    if (isUnattended(round)) {
      return new Event.Expired(at);
    }
    return round + 1 < plan().rounds().size()
        ? new Event.BreakStarted(round, at.plus(plan().rounds().get(round).breakAfter()), at)
        : new Event.Finished(at);
  }

  /** Whether nothing at all was typed or handed in during a round. */
  private boolean isUnattended(int round) {
    return given.entrySet().stream()
        .filter(e -> e.getKey().round() == round)
        .allMatch(
            e -> e.getValue().text().isBlank() && e.getValue().cause() == Event.Cause.DEADLINE);
  }

  private Event.QuestionShown shown(Place place, Instant at, Instant roundBegan) {
    Plan.PlannedRound round = round(place);
    Duration until = Duration.ZERO;
    for (int q = 0; q <= place.question(); q++) {
      until = until.plus(round.questions().get(q).time());
      until = q < place.question() ? until.plus(plan().probeTime()) : until;
    }
    Instant planned = roundBegan.plus(until);
    Instant least = at.plus(round.questions().get(place.question()).time());
    // behind a pause or a slow probe the plan may be short; nobody gets less than the planned time
    return new Event.QuestionShown(
        place, planned.isAfter(least) ? planned : least, roundBegan.plus(round.budget()), at);
  }

  private Plan.PlannedRound round(Place place) {
    return plan().rounds().get(place.round());
  }

  private Plan.PlannedQuestion question(Place place) {
    return round(place).questions().get(place.question());
  }

  private boolean isOpen(Place place) {
    return phase instanceof Phase.Answering answering && answering.place().equals(place);
  }

  private Given open(Place place) {
    Given so = given.get(place);
    if (so == null) {
      throw new IllegalArgumentException("the place " + place.id() + " was not opened");
    }
    return so;
  }

  private Session opened(Place place, Instant at, Instant deadline, Instant roundBegan) {
    Map<Place, Given> next = new HashMap<>(given);
    next.put(place, Given.opened(at, deadline));
    return new Session(
        created, title, new Phase.Answering(place, deadline), next, probes, roundBegan, latest);
  }

  private Session probeOpened(Event.ProbeAsked asked) {
    Map<Place, Asked> next = new HashMap<>(probes);
    next.put(asked.place(), new Asked(asked.criterion(), asked.text()));
    Session session = opened(asked.place(), asked.at(), asked.deadline(), roundStart);
    return new Session(created, title, session.phase, session.given, next, roundStart, latest);
  }

  private Session given(Place place, Given what) {
    Map<Place, Given> next = new HashMap<>(given);
    next.put(place, what);
    return new Session(created, title, phase, next, probes, roundStart, latest);
  }

  private Session resumed(Event.Resumed resumed) {
    if (!(phase instanceof Phase.Paused paused
        && paused.before() instanceof Phase.Answering answering)) {
      throw new IllegalArgumentException("only a stopped clock goes on");
    }
    Instant deadline = answering.deadline().plus(resumed.pause());
    Map<Place, Given> next = new HashMap<>(given);
    next.put(answering.place(), open(answering.place()).withDeadline(deadline));
    return new Session(
        created,
        title,
        new Phase.Answering(answering.place(), deadline),
        next,
        probes,
        roundStart.plus(resumed.pause()),
        latest);
  }

  private Session with(Phase next, Instant roundBegan) {
    return new Session(created, title, next, given, probes, roundBegan, latest);
  }
}
