package dev.mockloop.rubric.yaml;

import dev.mockloop.rubric.Loop;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.rubric.Round;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Mistakes in a loop file that a schema cannot name: unknown questions, times that do not add up.
 */
final class LoopCheck {
  private LoopCheck() {}

  /** Before binding: each question must be there. */
  static List<Problem> names(
      YamlDocument document, Collection<QuestionId> known, Collection<String> broken) {
    List<Problem> problems = new ArrayList<>();
    List<String> ids = known.stream().map(QuestionId::value).toList();
    Set<String> rounds = new HashSet<>();
    Set<String> questions = new HashSet<>();
    JsonNode list = document.root().path("rounds");
    for (int r = 0; r < list.size(); r++) {
      String at = "/rounds/" + r;
      String roundId = list.get(r).path("id").asString("");
      if (!rounds.add(roundId)) {
        problems.add(
            document.problemAt(
                at + "/id",
                "there is another round with the id '" + roundId + "'; give this one its own"));
      }
      JsonNode slots = list.get(r).path("questions");
      for (int q = 0; q < slots.size(); q++) {
        String id = slots.get(q).path("id").asString("");
        String pointer = at + "/questions/" + q + "/id";
        if (!ids.contains(id)) {
          String why =
              broken.contains(id)
                  ? "its file has problems of its own"
                  : Nearest.hint(id, ids.isEmpty() ? List.of("none") : ids);
          problems.add(document.problemAt(pointer, "there is no question '" + id + "'; " + why));
        } else if (!questions.add(id)) {
          problems.add(
              document.problemAt(
                  pointer, "the question '" + id + "' stands in this loop twice; keep one"));
        }
      }
    }
    return problems;
  }

  /** After binding: the times must fit. */
  static List<Problem> times(YamlDocument document, Loop loop, Map<QuestionId, Question> known) {
    List<Problem> problems = new ArrayList<>();
    Duration all = Duration.ZERO;
    for (int r = 0; r < loop.rounds().size(); r++) {
      Round round = loop.rounds().get(r);
      Duration needed =
          round.slots().stream()
              .map(s -> s.time().plus(loop.probeTime()))
              .reduce(Duration.ZERO, Duration::plus);
      if (needed.compareTo(round.budget()) > 0) {
        problems.add(
            document.problemAt(
                "/rounds/" + r + "/minutes",
                "the questions and follow-ups of this round take "
                    + minutes(needed)
                    + " minutes, more than its "
                    + minutes(round.budget())));
      }
      for (int q = 0; q < round.slots().size(); q++) {
        Question question = known.get(round.slots().get(q).question());
        if (question != null && !question.levels().contains(loop.level())) {
          problems.add(
              document.problemAt(
                  "/rounds/" + r + "/questions/" + q + "/id",
                  "the question '"
                      + question.id()
                      + "' is not for level "
                      + loop.level().id()
                      + "; take another or widen its 'levels'"));
        }
      }
      all = all.plus(round.budget()).plus(round.breakAfter());
    }
    if (!all.equals(loop.total())) {
      problems.add(
          document.problemAt(
              "/minutes",
              "rounds and breaks add up to "
                  + minutes(all)
                  + " minutes, but 'minutes' says "
                  + minutes(loop.total())));
    }
    return problems;
  }

  private static String minutes(Duration time) {
    double value = time.toSeconds() / 60.0;
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
