package dev.mockloop.cli;

import dev.mockloop.scoring.AnswerCard;
import dev.mockloop.scoring.CriterionScore;
import dev.mockloop.text.Span;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An answer's card as one line of JSON, in the form that the command line promises. */
final class CardJson {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private CardJson() {}

  static String line(AnswerCard card) {
    return MAPPER.writeValueAsString(fill(JsonNodeFactory.instance.objectNode(), card));
  }

  static String line(String id, AnswerCard card) {
    return MAPPER.writeValueAsString(
        fill(JsonNodeFactory.instance.objectNode().put("id", id), card));
  }

  static String error(String id, String message) {
    return MAPPER.writeValueAsString(
        JsonNodeFactory.instance.objectNode().put("id", id).put("error", message));
  }

  private static ObjectNode fill(ObjectNode node, AnswerCard card) {
    node.put("question", card.question().value());
    node.put("overall", card.overall());
    node.put("level", card.verdict().level());
    var criteria = node.putArray("criteria");
    card.criteria().forEach(c -> criteria(criteria.addObject(), c));
    var sentences = node.putArray("sentences");
    card.sentences().forEach(s -> span(sentences.addObject(), s.span()).put("role", s.role().id()));
    var flags = node.putArray("redFlags");
    card.flags().forEach(f -> span(flags.addObject().put("name", f.name()), f.span()));
    var missing = node.putArray("missing");
    card.missing().forEach(missing::add);
    node.put("rubricVersion", card.rubricVersion());
    node.put("engineVersion", card.engineVersion());
    return node;
  }

  private static void criteria(ObjectNode node, CriterionScore criterion) {
    node.put("id", criterion.id()).put("level", criterion.level()).put("score", criterion.score());
    var evidence = node.putArray("evidence");
    criterion.evidence().stream()
        .filter(e -> e.standing().credit() > 0)
        .forEach(e -> span(evidence.addObject().put("idea", e.idea()), e.span()));
  }

  private static ObjectNode span(ObjectNode node, Span span) {
    return node.put("start", span.start()).put("end", span.end());
  }
}
