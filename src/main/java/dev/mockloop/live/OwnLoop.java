package dev.mockloop.live;

import dev.mockloop.rubric.Catalogue;
import dev.mockloop.rubric.Kind;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Loop;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.rubric.Round;
import dev.mockloop.rubric.Slot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A loop put together by a candidate: questions of one kind make a round.
 *
 * @param title its name; may be blank
 * @param picks in the order that they are asked, at least one; the first of a kind places its round
 * @param pause the break between two rounds
 */
public record OwnLoop(String title, Level level, List<Pick> picks, Duration pause) {
  public static final Duration USUAL_PAUSE = Duration.ofMinutes(5);
  static final String ID = "own";
  private static final String TITLE = "My own loop";
  private static final Duration LONGEST_ANSWER = Duration.ofMinutes(180);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(60);
  private static final int MOST_ROUNDS = 7;
  private static final int MOST_IN_ROUND = 8;
  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_ID = 60;

  /**
   * A question that was picked.
   *
   * @param time for the answer; the question's own when empty
   */
  public record Pick(QuestionId question, Optional<Duration> time) {}

  public OwnLoop {
    picks = List.copyOf(picks);
  }

  /**
   * The loop that it makes, to be run once.
   *
   * @throws ChoiceException when it cannot be run
   */
  Loop loop(Catalogue catalogue, Duration probeTime) {
    return loop(ID, catalogue, probeTime);
  }

  /**
   * The loop that it makes, under an id of its own that the catalogue does not have yet.
   *
   * @param taken further ids that it must not have
   * @throws ChoiceException when it cannot be run
   */
  Loop named(Catalogue catalogue, Duration probeTime, Set<String> taken) {
    String words =
        title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    String base = words.isEmpty() ? ID : words.substring(0, Math.min(LONGEST_ID, words.length()));
    String id = base.replaceAll("-+$", "");
    for (int n = 2; catalogue.loop(id).isPresent() || taken.contains(id); n++) {
      id = base + "-" + n;
    }
    return loop(id, catalogue, probeTime);
  }

  private Loop loop(String id, Catalogue catalogue, Duration probeTime) {
    check();
    Map<Kind, List<Slot>> byKind = new LinkedHashMap<>();
    for (Pick pick : picks) {
      Question question =
          catalogue
              .question(pick.question())
              .orElseThrow(
                  () ->
                      new ChoiceException(
                          "there is no question '" + pick.question() + "' on offer"));
      if (!question.levels().contains(level)) {
        throw new ChoiceException(
            "the question '%s' is not for level %s; leave it out or choose the other level"
                .formatted(pick.question(), level.id()));
      }
      byKind
          .computeIfAbsent(question.kind(), k -> new ArrayList<>())
          .add(new Slot(question.id(), pick.time().orElse(question.time())));
    }
    if (byKind.size() > MOST_ROUNDS
        || byKind.values().stream().anyMatch(q -> q.size() > MOST_IN_ROUND)) {
      throw new ChoiceException(
          "a loop has at most " + MOST_ROUNDS + " rounds of " + MOST_IN_ROUND + " questions");
    }
    List<Round> rounds = new ArrayList<>();
    byKind.forEach(
        (kind, slots) ->
            rounds.add(round(kind, slots, probeTime, rounds.size() + 1 < byKind.size())));
    Duration total =
        rounds.stream()
            .map(r -> r.budget().plus(r.breakAfter()))
            .reduce(Duration.ZERO, Duration::plus);
    return new Loop(
        id, title.isBlank() ? TITLE : title.strip(), level, "", "", "", total, probeTime, rounds);
  }

  private void check() {
    if (picks.isEmpty()) {
      throw new ChoiceException("choose at least one question for the loop");
    }
    if (picks.stream().map(Pick::question).distinct().count() < picks.size()) {
      throw new ChoiceException("a loop asks each question once; leave the second one out");
    }
    if (title.length() > LONGEST_TITLE) {
      throw new ChoiceException("the name of a loop has at most " + LONGEST_TITLE + " characters");
    }
    if (pause.isNegative() || pause.compareTo(LONGEST_PAUSE) > 0) {
      throw new ChoiceException("a break takes 0 to " + LONGEST_PAUSE.toMinutes() + " minutes");
    }
    if (picks.stream()
        .flatMap(p -> p.time().stream())
        .anyMatch(t -> !t.isPositive() || t.compareTo(LONGEST_ANSWER) > 0)) {
      throw new ChoiceException(
          "an answer takes more than 0 and at most " + LONGEST_ANSWER.toMinutes() + " minutes");
    }
  }

  private Round round(Kind kind, List<Slot> slots, Duration probeTime, boolean more) {
    Duration budget =
        slots.stream().map(s -> s.time().plus(probeTime)).reduce(Duration.ZERO, Duration::plus);
    String name = Character.toUpperCase(kind.id().charAt(0)) + kind.id().substring(1);
    return new Round(
        kind.id(), kind, name, "Interviewer", budget, more ? pause : Duration.ZERO, slots);
  }
}
