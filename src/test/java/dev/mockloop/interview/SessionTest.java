package dev.mockloop.interview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.rubric.Kind;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.QuestionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionTest {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final Place FIRST = new Place(0, 0, false);
  private static final Place FIRST_PROBE = new Place(0, 0, true);
  private static final Place SECOND = new Place(0, 1, false);
  private static final Interviewer INTERVIEWER =
      (question, answer) -> Optional.of(new Interviewer.Probe("failure", "And if it fails?"));

  private final List<Event> events = new ArrayList<>();
  private Instant now = NOON;

  /** Two rounds: two questions of 10 minutes, a break of 5, one question of 10; probes of 3. */
  private void created(Mode mode) {
    Plan.PlannedRound design =
        new Plan.PlannedRound(
            "design",
            Kind.DESIGN,
            "Design",
            "Ann",
            Duration.ofMinutes(26),
            Duration.ofMinutes(5),
            List.of(question("a"), question("b")));
    Plan.PlannedRound talk =
        new Plan.PlannedRound(
            "talk",
            Kind.BEHAVIORAL,
            "Talk",
            "Bob",
            Duration.ofMinutes(13),
            Duration.ZERO,
            List.of(question("c")));
    Plan plan = new Plan("loop", "Loop", Level.STAFF, Duration.ofMinutes(3), List.of(design, talk));
    events.add(new Event.Created(new SessionId("s-1"), mode, plan, "Ada", NOON));
  }

  private static Plan.PlannedQuestion question(String name) {
    return new Plan.PlannedQuestion(
        new QuestionId("design/" + name), name, Duration.ofMinutes(10), "v1");
  }

  private Session session() {
    return Session.of(events);
  }

  private Optional<Refusal> act(Command command) {
    return switch (session().decide(command, now, INTERVIEWER)) {
      case Decision.Accepted accepted -> {
        events.addAll(accepted.due());
        events.addAll(accepted.events());
        yield Optional.empty();
      }
      case Decision.Refused refused -> {
        events.addAll(refused.due());
        yield Optional.of(refused.refusal());
      }
    };
  }

  private void later(int minutes) {
    now = now.plus(Duration.ofMinutes(minutes));
  }

  private void settle() {
    events.addAll(session().due(now, INTERVIEWER));
  }

  @Test
  void aLoopRunsFromLobbyToFinish() {
    created(Mode.MOCK);
    assertThat(session().phase()).isEqualTo(new Phase.Lobby());
    act(new Command.Start());
    assertThat(session().phase())
        .isEqualTo(new Phase.Answering(FIRST, NOON.plus(Duration.ofMinutes(10))));
    act(new Command.Submit(FIRST, "an answer"));
    assertThat(session().phase()).isInstanceOf(Phase.Answering.class);
    assertThat(session().probe(FIRST)).contains(new Asked("failure", "And if it fails?"));
    act(new Command.Submit(FIRST_PROBE, "then we retry"));
    act(new Command.Submit(SECOND, "another"));
    act(new Command.Submit(SECOND.atProbe(), "yes"));
    assertThat(session().phase()).isEqualTo(new Phase.Break(0, NOON.plus(Duration.ofMinutes(5))));
    act(new Command.NextRound());
    act(new Command.Submit(new Place(1, 0, false), "a story"));
    act(new Command.Submit(new Place(1, 0, true), "the end"));
    assertThat(session().phase()).isEqualTo(new Phase.Over(false, NOON));
  }

  @Test
  void timeSavedOnAQuestionIsThereForTheNext() {
    created(Mode.MOCK);
    act(new Command.Start());
    later(2);
    act(new Command.Submit(FIRST, "short"));
    act(new Command.Submit(FIRST_PROBE, "shorter"));
    assertThat(session().phase())
        .isEqualTo(new Phase.Answering(SECOND, NOON.plus(Duration.ofMinutes(23))));
  }

  @Test
  void atTheDeadlineTheLastDraftBecomesTheAnswer() {
    created(Mode.MOCK);
    act(new Command.Start());
    act(new Command.SaveDraft(FIRST, 1, "half an"));
    act(new Command.SaveDraft(FIRST, 2, "half an answer"));
    later(11);
    settle();
    assertThat(session().given(FIRST))
        .hasValueSatisfying(
            g -> {
              assertThat(g.text()).isEqualTo("half an answer");
              assertThat(g.cause()).isEqualTo(Event.Cause.DEADLINE);
              assertThat(g.closedAt()).isEqualTo(NOON.plus(Duration.ofMinutes(10)));
            });
    assertThat(session().phase())
        .isEqualTo(new Phase.Answering(FIRST_PROBE, NOON.plus(Duration.ofMinutes(13))));
  }

  @Test
  void aLateDraftIsRefusedWithWhatWasKept() {
    created(Mode.MOCK);
    act(new Command.Start());
    act(new Command.SaveDraft(FIRST, 1, "in time"));
    later(10);
    assertThat(act(new Command.SaveDraft(FIRST, 2, "too late")))
        .contains(new Refusal.Closed(FIRST, "in time", NOON.plus(Duration.ofMinutes(10))));
    assertThat(session().given(FIRST).orElseThrow().text()).isEqualTo("in time");
  }

  @Test
  void aRetriedDraftIsAcceptedOnceAndAStaleOneRefused() {
    created(Mode.MOCK);
    act(new Command.Start());
    act(new Command.SaveDraft(FIRST, 1, "one"));
    int before = events.size();
    assertThat(act(new Command.SaveDraft(FIRST, 1, "one"))).isEmpty();
    assertThat(events).hasSize(before);
    assertThat(act(new Command.SaveDraft(FIRST, 1, "other tab")))
        .contains(new Refusal.Stale(FIRST, 1, "one"));
    assertThat(act(new Command.SaveDraft(FIRST, 7, "later"))).isEmpty();
    assertThat(act(new Command.SaveDraft(FIRST, 3, "reordered")))
        .contains(new Refusal.Stale(FIRST, 7, "later"));
  }

  @Test
  void aRetriedSubmitChangesNothing() {
    created(Mode.MOCK);
    act(new Command.Start());
    act(new Command.Submit(FIRST, "answer"));
    List<Event> before = List.copyOf(events);
    assertThat(act(new Command.Submit(FIRST, "answer"))).isEmpty();
    assertThat(events).isEqualTo(before);
    assertThat(act(new Command.Submit(FIRST, "changed my mind")))
        .containsInstanceOf(Refusal.Closed.class);
    act(new Command.Start());
    assertThat(events).isEqualTo(before);
  }

  @Test
  void aBreakEndsByTheClockInAMockAndWaitsInPractice() {
    for (Mode mode : Mode.values()) {
      events.clear();
      now = NOON;
      created(mode);
      act(new Command.Start());
      act(new Command.Submit(FIRST, "x"));
      act(new Command.Submit(FIRST_PROBE, "x"));
      act(new Command.Submit(SECOND, "x"));
      act(new Command.Submit(SECOND.atProbe(), "x"));
      later(6);
      settle();
      if (mode == Mode.MOCK) {
        assertThat(session().phase())
            .isEqualTo(
                new Phase.Answering(new Place(1, 0, false), NOON.plus(Duration.ofMinutes(15))));
      } else {
        assertThat(session().phase()).isInstanceOf(Phase.Break.class);
      }
    }
  }

  @Test
  void aPauseMovesTheDeadlineInPracticeAndIsRefusedInAMock() {
    created(Mode.PRACTICE);
    act(new Command.Start());
    later(4);
    act(new Command.Pause());
    later(60);
    settle();
    assertThat(session().phase()).isInstanceOf(Phase.Paused.class);
    assertThat(act(new Command.SaveDraft(FIRST, 1, "sneaky")))
        .containsInstanceOf(Refusal.NotNow.class);
    act(new Command.Resume());
    assertThat(session().phase())
        .isEqualTo(new Phase.Answering(FIRST, NOON.plus(Duration.ofMinutes(70))));
    events.clear();
    now = NOON;
    created(Mode.MOCK);
    act(new Command.Start());
    assertThat(act(new Command.Pause())).containsInstanceOf(Refusal.NotNow.class);
  }

  @Test
  void aSessionGoesByTheLoopsNameUntilItIsGivenAnother() {
    created(Mode.MOCK);
    String before = session().title();
    assertThat(act(new Command.Rename("  Before the offsite "))).isEmpty();
    assertThat(before).isEqualTo(session().plan().title());
    assertThat(session().title()).isEqualTo("Before the offsite");
    assertThat(act(new Command.Rename("   "))).isPresent();
    assertThat(act(new Command.Rename("x".repeat(121)))).isPresent();
    assertThat(session().title()).isEqualTo("Before the offsite");
  }

  @Test
  void aBlankAnswerGetsNoProbe() {
    created(Mode.MOCK);
    act(new Command.Start());
    act(new Command.Submit(FIRST, "  "));
    assertThat(session().phase())
        .isEqualTo(new Phase.Answering(SECOND, NOON.plus(Duration.ofMinutes(23))));
  }

  @Test
  void aRoundWithoutAWordEndsTheSessionAsExpired() {
    created(Mode.MOCK);
    act(new Command.Start());
    later(600);
    settle();
    assertThat(session().phase())
        .isEqualTo(new Phase.Over(true, NOON.plus(Duration.ofMinutes(23))));
    assertThat(session().given(new Place(1, 0, false))).isEmpty();
  }

  @Test
  void aClockThatJumpsBackBringsNothingDueAndKeepsEventsInOrder() {
    created(Mode.MOCK);
    act(new Command.Start());
    later(5);
    act(new Command.SaveDraft(FIRST, 1, "one"));
    now = NOON.minus(Duration.ofHours(3));
    act(new Command.SaveDraft(FIRST, 2, "two"));
    assertThat(session().phase()).isInstanceOf(Phase.Answering.class);
    assertThat(events.getLast().at()).isEqualTo(NOON.plus(Duration.ofMinutes(5)));
  }

  @Test
  void anyPrefixOfTheEventsIsASession() {
    aLoopRunsFromLobbyToFinish();
    for (int n = 1; n <= events.size(); n++) {
      assertThat(Session.of(events.subList(0, n)).id()).hasToString("s-1");
    }
  }
}
