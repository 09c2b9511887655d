package dev.mockloop.interview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.rubric.Kind;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.QuestionId;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds of a session whatever its clients, the network and the clock do. {@link Crowd} holds
 * the laws after every step; here are the sessions that it does so for.
 */
class SessionLawsTest {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final int CLIENTS = 3;

  /** A session in memory; a restart reads it again from its events. */
  private static final class InMemory implements Crowd.Server {
    private final List<Event> events = new ArrayList<>();
    private Session session;

    InMemory(Mode mode) {
      events.add(new Event.Created(new SessionId("s-1"), mode, plan(), "Ada", NOON));
      session = Session.of(events);
    }

    @Override
    public Optional<Refusal> carryOut(Command command, Instant now) {
      Decision decision = session.decide(command, now, SessionLawsTest::probe);
      keep(decision.due());
      return switch (decision) {
        case Decision.Accepted accepted -> {
          keep(accepted.events());
          yield Optional.empty();
        }
        case Decision.Refused refused -> Optional.of(refused.refusal());
      };
    }

    @Override
    public Session look(Instant now) {
      keep(session.due(now, SessionLawsTest::probe));
      return session;
    }

    @Override
    public List<Event> events() {
      return events;
    }

    @Override
    public void restart() {
      session = Session.of(events);
    }

    private void keep(List<Event> more) {
      for (Event event : more) {
        session = session.after(event);
      }
      events.addAll(more);
    }
  }

  private static Optional<Interviewer.Probe> probe(QuestionId question, String answer) {
    return answer.equals("b")
        ? Optional.empty()
        : Optional.of(new Interviewer.Probe("failure", "And if it fails?"));
  }

  /** Two rounds of two questions, each a minute or two, so that deadlines pass often. */
  private static Plan plan() {
    return new Plan(
        "loop",
        "Loop",
        Level.STAFF,
        Duration.ofSeconds(40),
        List.of(round("one", "a", "b"), round("two", "c", "d")));
  }

  private static Plan.PlannedRound round(String id, String... questions) {
    return new Plan.PlannedRound(
        id,
        Kind.DESIGN,
        id,
        "Ann",
        Duration.ofMinutes(5),
        Duration.ofSeconds(50),
        List.of(questions).stream()
            .map(
                q ->
                    new Plan.PlannedQuestion(
                        new QuestionId("design/" + q), q, Duration.ofSeconds(100), "v1"))
            .toList());
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Step.any(CLIENTS, Duration.ofMinutes(4)).list().ofMinSize(10).ofMaxSize(120);
  }

  @Provide
  Arbitrary<Mode> modes() {
    return Arbitraries.of(Mode.class);
  }

  @Property(tries = 3000)
  void nothingAcknowledgedIsLostAndNoDeadlineMovesWhateverHappens(
      @ForAll("modes") Mode mode, @ForAll("steps") List<Step> steps) {
    Crowd crowd = begun(mode, false);
    crowd.live(steps);
    Statistics.label("got to the end").collect(crowd.session().isOver());
    Statistics.label("got to the end").coverage(c -> c.check(true).percentage(p -> p > 2));
    Statistics.label("passed a deadline").collect(crowd.deadlines() > 0);
    Statistics.label("passed a deadline").coverage(c -> c.check(true).percentage(p -> p > 20));
    Statistics.label("met a stale text").collect(crowd.stale() > 0);
    Statistics.label("met a stale text").coverage(c -> c.check(true).percentage(p -> p > 20));
  }

  @Property(tries = 3000)
  void nobodyGetsLessThanThePlannedTimeWhenTheClockJumpsBackwards(
      @ForAll("modes") Mode mode, @ForAll("steps") List<Step> steps) {
    Crowd crowd = begun(mode, true);
    crowd.live(steps);
    Statistics.label("passed a deadline").collect(crowd.deadlines() > 0);
    Statistics.label("passed a deadline").coverage(c -> c.check(true).percentage(p -> p > 20));
  }

  private static Crowd begun(Mode mode, boolean onlyBackwards) {
    InMemory server = new InMemory(mode);
    server.carryOut(new Command.Start(), NOON);
    return new Crowd(server, CLIENTS, NOON, onlyBackwards);
  }

  static List<Class<?>> commands() {
    return List.of(Command.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void noCommandCarriesATimeSoThatAClientsClockCannotMatter(Class<?> command) {
    for (RecordComponent part : command.getRecordComponents()) {
      assertThat(Temporal.class.isAssignableFrom(part.getType())).as("%s", part).isFalse();
      assertThat(part.getType()).as("%s", part).isNotIn(Duration.class, Date.class);
    }
  }
}
