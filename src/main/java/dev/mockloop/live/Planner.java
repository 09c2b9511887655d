package dev.mockloop.live;

import dev.mockloop.interview.Mode;
import dev.mockloop.interview.Plan;
import dev.mockloop.rubric.Catalogue;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Loop;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns a choice into a plan: a whole loop, or in practice one round or one question of it. */
final class Planner {
  static final Duration PROBE_TIME = Duration.ofMinutes(3);

  private final Catalogue catalogue;

  Planner(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  Plan plan(NewSession choice) {
    boolean part = choice.round().isPresent() || choice.question().isPresent();
    if (part && choice.mode() == Mode.MOCK) {
      throw new ChoiceException(
          "one round or one question alone is for practice; choose the mode practice, or the whole loop");
    }
    if (choice.own().isPresent()) {
      return Plan.of(choice.own().get().loop(catalogue, PROBE_TIME), named());
    }
    if (choice.question().isPresent()) {
      return oneQuestion(choice.question().get());
    }
    Plan whole = Plan.of(loop(choice), named());
    return choice.round().map(r -> oneRound(whole, r)).orElse(whole);
  }

  private Loop loop(NewSession choice) {
    String id =
        choice
            .loop()
            .orElseThrow(() -> new ChoiceException("name a loop, or one question to practise"));
    return catalogue
        .loop(id)
        .orElseThrow(
            () -> new ChoiceException("there is no loop '" + id + "'; known are " + loops()));
  }

  private String loops() {
    return String.join(", ", catalogue.loops().stream().map(Loop::id).toList());
  }

  private Map<QuestionId, Plan.Named> named() {
    return catalogue.questions().stream()
        .collect(
            Collectors.toMap(Question::id, q -> new Plan.Named(q.title(), q.rubric().version())));
  }

  private static Plan oneRound(Plan whole, String id) {
    Plan.PlannedRound round =
        whole.rounds().stream()
            .filter(r -> r.id().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    new ChoiceException(
                        "the loop has no round '"
                            + id
                            + "'; its rounds are "
                            + String.join(
                                ", ",
                                whole.rounds().stream().map(Plan.PlannedRound::id).toList())));
    return new Plan(
        whole.loop(),
        whole.title() + ": " + round.title(),
        whole.level(),
        whole.probeTime(),
        List.of(round));
  }

  private Plan oneQuestion(QuestionId id) {
    Question question =
        catalogue
            .question(id)
            .orElseThrow(() -> new ChoiceException("there is no question '" + id + "' on offer"));
    Level level = question.levels().contains(Level.STAFF) ? Level.STAFF : Level.SENIOR;
    Plan.PlannedQuestion planned =
        new Plan.PlannedQuestion(
            id, question.title(), question.time(), question.rubric().version());
    Plan.PlannedRound round =
        new Plan.PlannedRound(
            question.kind().id(),
            question.kind(),
            question.title(),
            "Interviewer",
            question.time().plus(PROBE_TIME),
            Duration.ZERO,
            List.of(planned));
    return new Plan("one-question", question.title(), level, PROBE_TIME, List.of(round));
  }
}
