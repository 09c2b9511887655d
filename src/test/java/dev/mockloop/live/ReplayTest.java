package dev.mockloop.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.interview.Event;
import dev.mockloop.interview.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final Place PLACE = new Place(0, 0, false);
  private static final Place OTHER = new Place(0, 1, false);

  private static Instant at(int seconds) {
    return NOON.plusSeconds(seconds);
  }

  private static Event.DraftSaved draft(Place place, int number, String text, int seconds) {
    return new Event.DraftSaved(place, number, text, at(seconds));
  }

  private static final List<Event> EVENTS =
      List.of(
          new Event.Started(NOON),
          new Event.QuestionShown(PLACE, at(600), at(900), at(0)),
          draft(PLACE, 1, "one two", 5),
          draft(PLACE, 2, "one two three", 8),
          new Event.Paused(at(10)),
          new Event.Resumed(Duration.ofSeconds(100), at(110)),
          draft(PLACE, 3, "one two three four five", 165),
          new Event.Answered(PLACE, "one two three four five", Event.Cause.SUBMITTED, at(170)),
          new Event.QuestionShown(OTHER, at(700), at(900), at(170)),
          draft(OTHER, 1, "elsewhere", 171));

  @Test
  void draftsComeInOrderWithTheStoppedClockLeftOut() {
    Replay replay = Replay.of(EVENTS, PLACE);
    assertThat(replay.steps())
        .containsExactly(
            new Replay.Step(Duration.ofSeconds(5), 2, "one two"),
            new Replay.Step(Duration.ofSeconds(8), 3, "one two three"),
            new Replay.Step(Duration.ofSeconds(65), 5, "one two three four five"));
    assertThat(replay.begun()).isEqualTo(Duration.ofSeconds(5));
    assertThat(replay.pauses())
        .containsExactly(new Replay.Pause(Duration.ofSeconds(8), Duration.ofSeconds(57)));
    assertThat(replay.pace()).isEqualTo(3);
  }

  @Test
  void whereNothingWasTypedThereIsNothingToPlay() {
    assertThat(Replay.of(EVENTS, new Place(0, 2, false)).steps()).isEmpty();
    Replay blank =
        Replay.of(
            List.of(
                new Event.QuestionShown(PLACE, at(9), at(9), NOON),
                new Event.Answered(PLACE, "", Event.Cause.DEADLINE, at(9))),
            PLACE);
    assertThat(blank.steps()).isEmpty();
    assertThat(blank.pace()).isZero();
  }
}
