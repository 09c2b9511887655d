package dev.mockloop.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Several clients of one session, the messages under way between them, and what must hold after
 * every step. A client sends drafts without waiting for replies, and knows only what it was told.
 */
public final class Crowd {

  /** Where the session is. */
  public interface Server {
    /** Carries a command out at a time; why not, if not. */
    Optional<Refusal> carryOut(Command command, Instant now);

    /** The session as it is at a time. */
    Session look(Instant now);

    /** All events that are kept. */
    List<Event> events();

    /** Ends it without warning and begins again over what is kept. */
    void restart();
  }

  private static final class Client {
    private Place place = new Place(0, 0, false);
    private long number;
    private String text = "";
    private int nextRound = 1;
  }

  private record Message(Client from, Command command) {}

  private final Server server;
  private final boolean onlyBackwards;
  private final List<Client> clients = new ArrayList<>();
  private final List<Message> underWay = new ArrayList<>();
  private final Map<Place, String> texts = new HashMap<>();
  private final Map<Place, Long> numbers = new HashMap<>();
  private final Map<Place, Instant> deadlines = new HashMap<>();
  private final Map<Place, Duration> had = new HashMap<>();
  private final Map<Place, Instant> openSince = new HashMap<>();
  private final Set<Place> answered = new HashSet<>();
  private Session session;
  private Instant clock;
  private Instant truth;
  private Instant lastEvent;
  private int seen;
  private int byDeadline;
  private int stale;

  /**
   * @param onlyBackwards takes jumps forwards for none: they take time away from everybody, so only
   *     without them can it be asked that all get what was planned
   */
  public Crowd(Server server, int clients, Instant now, boolean onlyBackwards) {
    this.server = server;
    this.onlyBackwards = onlyBackwards;
    this.clock = now;
    this.truth = now;
    this.lastEvent = now;
    for (int c = 0; c < clients; c++) {
      this.clients.add(new Client());
    }
    this.session = server.look(now);
    learn();
  }

  /** The session as it stands behind all steps so far. */
  public Session session() {
    return session;
  }

  /** How many places were closed by their deadline. */
  public int deadlines() {
    return byDeadline;
  }

  /** How often somebody was refused because of a later text. */
  public int stale() {
    return stale;
  }

  /** Takes the steps, and holds the laws after each. */
  public void live(List<Step> steps) {
    for (Step step : steps) {
      take(step);
      session = server.look(clock);
      learn();
      everyTextIsTheLastAcknowledged();
      noDeadlineMoved();
    }
    theEventsReplayToTheSameSession();
  }

  private void take(Step step) {
    switch (step) {
      case Step.Types(int client, String text) -> {
        Client c = clients.get(client);
        c.text = text;
        c.number++;
        send(c, new Command.SaveDraft(c.place, c.number, text));
      }
      case Step.HandsIn(int client) -> {
        Client c = clients.get(client);
        send(c, new Command.Submit(c.place, c.text, OptionalLong.of(c.number)));
      }
      case Step.Asks(int client, Step.Ask what) ->
          send(clients.get(client), asked(clients.get(client), what));
      case Step.Looks(int client) -> loadAnew(clients.get(client));
      case Step.Delivers(int message, boolean again, boolean replyLost) -> {
        if (!underWay.isEmpty()) {
          int at = message % underWay.size();
          deliver(again ? underWay.get(at) : underWay.remove(at), replyLost);
        }
      }
      case Step.Passes(Duration time) -> {
        clock = clock.plus(time);
        truth = truth.plus(time);
      }
      case Step.Jumps(Duration by) ->
          clock = onlyBackwards && by.isPositive() ? clock : clock.plus(by);
      case Step.Restarts restarts -> server.restart();
    }
  }

  private void send(Client client, Command command) {
    underWay.add(new Message(client, command));
  }

  private static Command asked(Client client, Step.Ask what) {
    return switch (what) {
      case START -> new Command.Start();
      case NEXT -> new Command.NextRound(OptionalInt.of(client.nextRound));
      case PAUSE -> new Command.Pause();
      case RESUME -> new Command.Resume();
      case RENAME -> new Command.Rename("Take " + client.number);
    };
  }

  private void loadAnew(Client client) {
    switch (session.phase()) {
      case Phase.Answering(Place place, Instant deadline) -> {
        Given given = session.given(place).orElseThrow();
        client.place = place;
        client.number = given.draftNumber();
        client.text = given.text();
      }
      case Phase.Break(int afterRound, Instant until) -> client.nextRound = afterRound + 1;
      default -> {}
    }
  }

  private void deliver(Message message, boolean replyLost) {
    session = server.look(clock);
    learn();
    Session before = session;
    Optional<Refusal> refusal = server.carryOut(message.command, clock);
    List<Event> news = server.events().subList(seen, server.events().size());
    if (refusal.isPresent()) {
      assertThat(news).as("a refused command changes nothing").isEmpty();
      refused(message, refusal.get(), replyLost);
    } else {
      accepted(message.command, news, before);
    }
    session = server.look(clock);
    learn();
    if (refusal.isEmpty()) {
      assertThat(server.carryOut(message.command, clock)).as("%s retried", message).isEmpty();
      assertThat(server.events()).as("%s retried", message).hasSize(seen);
    }
  }

  private void accepted(Command command, List<Event> news, Session before) {
    switch (command) {
      case Command.SaveDraft draft -> {
        if (news.isEmpty()) {
          assertThat(draft.text()).isEqualTo(texts.get(draft.place()));
        } else {
          assertThat(draft.number()).isGreaterThan(numbers.getOrDefault(draft.place(), 0L));
          texts.put(draft.place(), draft.text());
          numbers.put(draft.place(), draft.number());
        }
      }
      case Command.Submit submit -> {
        boolean known =
            submit.after().orElse(Long.MAX_VALUE) >= numbers.getOrDefault(submit.place(), 0L);
        assertThat(known || submit.text().equals(texts.get(submit.place())))
            .as("what is handed in covers no text that its writer never saw")
            .isTrue();
        if (!news.isEmpty()) {
          texts.put(submit.place(), submit.text());
        }
      }
      case Command.NextRound next -> {
        if (!news.isEmpty()) {
          assertThat(before.phase())
              .isInstanceOfSatisfying(
                  Phase.Break.class,
                  b -> assertThat(b.afterRound() + 1).isEqualTo(next.round().orElseThrow()));
        }
      }
      default -> {}
    }
  }

  private void refused(Message message, Refusal refusal, boolean replyLost) {
    switch (refusal) {
      case Refusal.Stale(Place place, long keptNumber, String text) -> {
        stale++;
        assertThat(text).isEqualTo(texts.get(place));
        assertThat(keptNumber).isEqualTo(numbers.get(place));
        if (!replyLost && message.from.place.equals(place)) {
          message.from.number = Math.max(message.from.number, keptNumber);
        }
      }
      case Refusal.Closed closed -> {
        assertThat(closed.kept()).isEqualTo(texts.getOrDefault(closed.place(), ""));
        assertThat(answered).contains(closed.place());
      }
      case Refusal.NotNow notNow -> assertThat(notNow.message()).isNotBlank();
    }
  }

  /** Reads the events that are new, in the light of what must be true of them. */
  private void learn() {
    List<Event> events = server.events();
    for (Event event : events.subList(seen, events.size())) {
      assertThat(event.at()).as("events are in order of time").isAfterOrEqualTo(lastEvent);
      lastEvent = event.at();
      // what fell due while the clock went on happened then, and not when it was looked at
      Duration ago = Duration.between(event.at(), clock);
      learn(event, ago.isNegative() ? truth : truth.minus(ago));
    }
    seen = events.size();
  }

  private void learn(Event event, Instant when) {
    switch (event) {
      case Event.QuestionShown shown -> opened(shown.place(), shown.deadline(), when);
      case Event.ProbeAsked asked -> opened(asked.place(), asked.deadline(), when);
      case Event.Answered answer -> answered(answer, when);
      case Event.Paused paused -> stop(open(), when);
      case Event.Resumed resumed -> {
        openSince.put(open(), when);
        deadlines.computeIfPresent(open(), (place, was) -> was.plus(resumed.pause()));
      }
      default -> {}
    }
  }

  private void opened(Place place, Instant deadline, Instant when) {
    assertThat(deadlines.put(place, deadline)).as("%s is opened once", place).isNull();
    openSince.put(place, when);
  }

  private void answered(Event.Answered answer, Instant when) {
    Place place = answer.place();
    assertThat(answered.add(place)).as("%s is closed once", place).isTrue();
    assertThat(answer.text()).isEqualTo(texts.getOrDefault(place, ""));
    stop(place, when);
    if (answer.cause() == Event.Cause.DEADLINE) {
      byDeadline++;
      assertThat(answer.at()).isEqualTo(deadlines.get(place)).isBeforeOrEqualTo(clock);
      if (onlyBackwards) {
        assertThat(had.get(place))
            .as("the time that there was for %s", place)
            .isGreaterThanOrEqualTo(planned(place));
      }
    }
  }

  private void stop(Place place, Instant when) {
    Instant since = openSince.remove(place);
    if (since != null) {
      had.merge(place, Duration.between(since, when), Duration::plus);
    }
  }

  private Place open() {
    return deadlines.keySet().stream().filter(p -> !answered.contains(p)).findFirst().orElseThrow();
  }

  private Duration planned(Place place) {
    Plan plan = session.plan();
    return place.probe()
        ? plan.probeTime()
        : plan.rounds().get(place.round()).questions().get(place.question()).time();
  }

  private void everyTextIsTheLastAcknowledged() {
    for (Place place : deadlines.keySet()) {
      assertThat(session.given(place).orElseThrow().text())
          .as("the text at %s", place)
          .isEqualTo(texts.getOrDefault(place, ""));
    }
  }

  private void noDeadlineMoved() {
    deadlines.forEach(
        (place, deadline) ->
            assertThat(session.given(place).orElseThrow().deadline())
                .as("the deadline of %s", place)
                .isEqualTo(deadline));
  }

  private void theEventsReplayToTheSameSession() {
    Session again = Session.of(server.events());
    assertThat(again.phase()).isEqualTo(session.phase());
    assertThat(again.title()).isEqualTo(session.title());
    for (Place place : deadlines.keySet()) {
      assertThat(again.given(place)).isEqualTo(session.given(place));
      assertThat(again.probe(place)).isEqualTo(session.probe(place));
    }
  }
}
