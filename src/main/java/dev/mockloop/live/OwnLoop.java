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
import java.util.Map;

/**
 * A loop put together by a candidate: questions of one kind make a round.
 *
 * @param title its name; may be blank
 * @param questions in the order that they are asked, at least one
 */
public record OwnLoop(String title, Level level, List<QuestionId> questions) {
  static final String ID = "own";
  private static final Duration BREAK = Duration.ofMinutes(5);
  private static final int MOST_ROUNDS = 7;
  private static final int MOST_IN_ROUND = 8;
  private static final int LONGEST_TITLE = 120;

  public OwnLoop {
    questions = List.copyOf(questions);
  }

  /**
   * The loop that it makes.
   *
   * @throws ChoiceException when it cannot be run
   */
  Loop loop(Catalogue catalogue, Duration probeTime) {
    if (questions.isEmpty()) {
      throw new ChoiceException("choose at least one question for the loop");
    }
    if (title.length() > LONGEST_TITLE) {
      throw new ChoiceException("the name of a loop has at most " + LONGEST_TITLE + " characters");
    }
    Map<Kind, List<Question>> byKind = new LinkedHashMap<>();
    for (QuestionId id : questions) {
      Question question =
          catalogue
              .question(id)
              .orElseThrow(() -> new ChoiceException("there is no question '" + id + "' on offer"));
      byKind.computeIfAbsent(question.kind(), k -> new ArrayList<>()).add(question);
    }
    if (byKind.size() > MOST_ROUNDS
        || byKind.values().stream().anyMatch(q -> q.size() > MOST_IN_ROUND)) {
      throw new ChoiceException(
          "a loop has at most " + MOST_ROUNDS + " rounds of " + MOST_IN_ROUND + " questions");
    }
    List<Round> rounds = new ArrayList<>();
    byKind.forEach((kind, asked) -> rounds.add(round(kind, asked, probeTime)));
    Duration total = BREAK.multipliedBy(rounds.size() - 1L);
    for (Round round : rounds) {
      total = total.plus(round.budget());
    }
    return new Loop(
        ID,
        title.isBlank() ? "My own loop" : title.strip(),
        level,
        "",
        "",
        "",
        total,
        probeTime,
        rounds);
  }

  private static Round round(Kind kind, List<Question> asked, Duration probeTime) {
    Duration budget = Duration.ZERO;
    for (Question question : asked) {
      budget = budget.plus(question.time()).plus(probeTime);
    }
    String title = Character.toUpperCase(kind.id().charAt(0)) + kind.id().substring(1);
    return new Round(
        kind.id(),
        kind,
        title,
        "Interviewer",
        budget,
        BREAK,
        asked.stream().map(q -> new Slot(q.id(), q.time())).toList());
  }
}
