package dev.mockloop.live;

import dev.mockloop.interview.Event;
import dev.mockloop.interview.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a text came to be, from its saved drafts. Time in which the clock was stopped is left out.
 *
 * @param steps the drafts in order, the last being what was handed in; empty when nothing was typed
 */
public record Replay(List<Step> steps) {
  /** A shorter wait between two drafts is no pause. */
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(10);

  /**
   * The text as it was at a time.
   *
   * @param at since the question was shown
   */
  public record Step(Duration at, int words, String text) {}

  /** A stretch without a new word. */
  public record Pause(Duration from, Duration length) {}

  public Replay {
    steps = List.copyOf(steps);
  }

  /** Reads the drafts of one place from the events of its session. */
  public static Replay of(List<Event> events, Place place) {
    List<Step> steps = new ArrayList<>();
    Optional<Instant> shown = Optional.empty();
    Duration stopped = Duration.ZERO;
    for (Event event : events) {
      switch (event) {
        case Event.QuestionShown q when q.place().equals(place) -> {
          shown = Optional.of(q.at());
          stopped = Duration.ZERO;
        }
        case Event.ProbeAsked p when p.place().equals(place) -> {
          shown = Optional.of(p.at());
          stopped = Duration.ZERO;
        }
        case Event.Resumed r -> stopped = stopped.plus(r.pause());
        case Event.DraftSaved d when d.place().equals(place) ->
            add(steps, since(shown, d.at(), stopped), d.text());
        case Event.Answered a when a.place().equals(place) -> {
          add(steps, since(shown, a.at(), stopped), a.text());
          return new Replay(steps);
        }
        default -> {}
      }
    }
    return new Replay(steps);
  }

  private static Duration since(Optional<Instant> shown, Instant at, Duration stopped) {
    Duration since = Duration.between(shown.orElse(at), at).minus(stopped);
    return since.isNegative() ? Duration.ZERO : since;
  }

  private static void add(List<Step> steps, Duration at, String text) {
    boolean same = !steps.isEmpty() && steps.getLast().text().equals(text);
    if (!same && !(steps.isEmpty() && text.isBlank())) {
      steps.add(new Step(at, words(text), text));
    }
  }

  private static int words(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }

  /** When the first draft was saved. */
  public Duration begun() {
    return steps.isEmpty() ? Duration.ZERO : steps.getFirst().at();
  }

  /** Waits of ten seconds or more between two drafts, the longest first. */
  public List<Pause> pauses() {
    List<Pause> pauses = new ArrayList<>();
    for (int i = 1; i < steps.size(); i++) {
      Duration wait = steps.get(i).at().minus(steps.get(i - 1).at());
      if (wait.compareTo(SHORTEST_PAUSE) >= 0) {
        pauses.add(new Pause(steps.get(i - 1).at(), wait));
      }
    }
    return pauses.stream().sorted(Comparator.comparing(Pause::length).reversed()).toList();
  }

  /** Words a minute from the first draft to the last; 0 when they are closer than a minute. */
  public double pace() {
    if (steps.size() < 2) {
      return 0;
    }
    double minutes = steps.getLast().at().minus(begun()).toMillis() / 60_000.0;
    return minutes < 1 ? 0 : (steps.getLast().words() - steps.getFirst().words()) / minutes;
  }
}
