package dev.mockloop.web;

import dev.mockloop.live.Rehearsal;
import dev.mockloop.scoring.Advice;
import dev.mockloop.scoring.AnswerCard;
import dev.mockloop.scoring.CriterionScore;
import dev.mockloop.story.Role;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The meter of practice: how full each criterion is, the arc of a story, and hints to ask for. */
final class MeterJson {
  private static final List<Role> PARTS =
      List.of(Role.SITUATION, Role.TASK, Role.ACTION, Role.RESULT, Role.REFLECTION);

  private MeterJson() {}

  static ObjectNode of(Rehearsal.Attempt attempt) {
    AnswerCard card = attempt.card();
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    out.put("words", card.words()).put("overall", card.overall());
    var criteria = out.putArray("criteria");
    for (CriterionScore criterion : card.criteria()) {
      criteria
          .addObject()
          .put("id", criterion.id())
          .put("title", criterion.title())
          .put("share", criterion.coverage());
    }
    var arc = out.putArray("arc");
    card.story()
        .ifPresent(
            story ->
                PARTS.forEach(
                    role ->
                        arc.addObject()
                            .put("role", role.id())
                            .put("share", story.parts().getOrDefault(role, 0.0))));
    var hints = out.putArray("hints");
    for (Advice advice : card.advice()) {
      hints
          .addObject()
          .put("criterion", advice.criterion())
          .put("text", advice.text())
          .put("question", advice.question());
    }
    return out;
  }
}
