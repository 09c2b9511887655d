package dev.mockloop.interview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.rubric.Briefing;
import dev.mockloop.rubric.Kind;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.QuestionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScriptTest {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final Script SCRIPT =
      new Script(
          kind ->
              kind.equals(Kind.DESIGN)
                  ? new Briefing(
                      Optional.of("Think aloud."), Optional.of("I have it."), List.of(), List.of())
                  : Briefing.NONE);
  private static final Interviewer ASKS =
      (question, answer) -> Optional.of(new Interviewer.Probe("failure", "And then?"));

  private final List<Event> events = new ArrayList<>();
  private Instant now = NOON;

  ScriptTest() {
    Plan plan =
        new Plan(
            "loop",
            "Loop",
            Level.STAFF,
            Duration.ofMinutes(3),
            List.of(
                round("design", Kind.DESIGN, "a principal engineer", 26, "a", "b"),
                round("talk", Kind.BEHAVIORAL, "Interviewer", 13, "c")));
    events.add(new Event.Created(new SessionId("s-1"), Mode.MOCK, plan, "Ada", NOON));
  }

  private static Plan.PlannedRound round(
      String id, Kind kind, String interviewer, int minutes, String... questions) {
    return new Plan.PlannedRound(
        id,
        kind,
        id,
        interviewer,
        Duration.ofMinutes(minutes),
        Duration.ofMinutes(5),
        List.of(questions).stream()
            .map(
                q ->
                    new Plan.PlannedQuestion(
                        new QuestionId("design/" + q), q, Duration.ofMinutes(10), "v1"))
            .toList());
  }

  private String says(Command command) {
    Decision.Accepted done = (Decision.Accepted) Session.of(events).decide(command, now, ASKS);
    events.addAll(done.due());
    events.addAll(done.events());
    return says();
  }

  private String says() {
    return SCRIPT.line(Session.of(events));
  }

  private void after(int minutes) {
    now = now.plus(Duration.ofMinutes(minutes));
  }

  private static Command.Submit submit(String place, String text) {
    String[] parts = place.replace("p", "").split("\\.");
    return new Command.Submit(
        new Place(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), place.endsWith("p")),
        text);
  }

  @Test
  void theInterviewerWaitsInTheLobbyAndGreetsByNameAndRoundAndTime() {
    assertThat(says()).isEqualTo("Whenever you are ready, Ada. I start the clock when you say so.");

    assertThat(says(new Command.Start()))
        .isEqualTo(
            "Good to meet you, Ada. I am a principal engineer, and we have 26 minutes for 2 questions. Think aloud.");
  }

  @Test
  void aFollowUpAndTheNextQuestionHaveLinesOfTheirOwnAndSavedTimeIsNamed() {
    says(new Command.Start());
    after(6);
    assertThat(says(submit("0.0", "A queue."))).isEqualTo("Let me stay with that for a moment.");

    after(1);
    assertThat(says(submit("0.0p", "It waits.")))
        .isEqualTo(
            "Thank you. Here is my last one. You saved time, so there are 6 minutes more for it.");
  }

  @Test
  void whoRanOutOfTimeIsToldThatTheTextIsKept() {
    says(new Command.Start());
    says(new Command.SaveDraft(new Place(0, 0, false), 1, "A queue that"));
    after(14);
    events.addAll(Session.of(events).due(now, ASKS));

    assertThat(says()).startsWith("I have to stop you there; I keep what you had. Here is my last");
  }

  @Test
  void aRoundIsClosedInItsOwnWordsAndTheNextInterviewerIsNamed() {
    says(new Command.Start());
    says(submit("0.0", "A queue."));
    says(submit("0.0p", "It waits."));
    says(submit("0.1", "A cache."));
    assertThat(says(submit("0.1p", "It is cold.")))
        .isEqualTo("I have it. Next you meet your interviewer.");

    assertThat(says(new Command.NextRound()))
        .startsWith(
            "Welcome back. I am your interviewer, and we have 13 minutes for one question.");

    says(submit("1.0", "I was wrong."));
    assertThat(says(submit("1.0p", "So I said so."))).startsWith("Thank you. You will have our");
  }

  @Test
  void asTimeRunsOutAnAnswerIsWarnedTwiceAndAFollowUpOnce() {
    assertThat(SCRIPT.warnings(new Place(0, 0, false)))
        .extracting(w -> w.left().toMinutes())
        .containsExactly(5L, 1L);
    assertThat(SCRIPT.warnings(new Place(0, 0, true))).hasSize(1);
  }
}
