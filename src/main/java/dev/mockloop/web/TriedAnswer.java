package dev.mockloop.web;

import dev.mockloop.scoring.AnswerCard;
import dev.mockloop.scoring.CriterionScore;
import dev.mockloop.text.Span;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An answer as a rubric that is being written reads it: its card, and the words that earned it. */
public record TriedAnswer(String text, AnswerCard card) {

  /** The answer in segments; put together they are the answer. */
  public List<Segment> segments() {
    return Highlights.of(card, text, "tried-", new Span(0, text.length()));
  }

  /** How many different ideas of a criterion were found with some credit. */
  public static long found(CriterionScore criterion) {
    return criterion.evidence().stream()
        .filter(e -> e.credit() > 0)
        .map(e -> e.idea())
        .distinct()
        .count();
  }

  ObjectNode json() {
    ObjectNode out =
        JsonNodeFactory.instance
            .objectNode()
            .put("overall", card.overall())
            .put("level", card.verdict().level())
            .put("verdict", card.verdict().label());
    var criteria = out.putArray("criteria");
    for (CriterionScore criterion : card.criteria()) {
      ObjectNode node =
          criteria
              .addObject()
              .put("id", criterion.id())
              .put("title", criterion.title())
              .put("score", criterion.score())
              .put("found", found(criterion));
      var missing = node.putArray("missing");
      criterion.missing().forEach(m -> missing.add(m.says()));
    }
    var flags = out.putArray("redFlags");
    card.flags().forEach(f -> flags.addObject().put("name", f.name()).put("reason", f.reason()));
    var doubts = out.putArray("doubts");
    card.doubts().forEach(d -> doubts.add(d.reason()));
    var segments = out.putArray("segments");
    for (Segment segment : segments()) {
      segments
          .addObject()
          .put("text", segment.text())
          .put("kind", segment.kind())
          .put("says", segment.says());
    }
    return out;
  }
}
