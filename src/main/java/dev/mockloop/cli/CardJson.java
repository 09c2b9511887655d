package dev.mockloop.cli;

import dev.mockloop.scoring.Advice;
import dev.mockloop.scoring.AnswerCard;
import dev.mockloop.scoring.CriterionScore;
import dev.mockloop.scoring.SignalScore;
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
    var confidence = node.putObject("confidence").put("grade", card.confidence().grade().id());
    var reasons = confidence.putArray("reasons");
    card.confidence().reasons().forEach(reasons::add);
    var criteria = node.putArray("criteria");
    card.criteria().forEach(c -> criteria(criteria.addObject(), c));
    var sentences = node.putArray("sentences");
    card.sentences().forEach(s -> span(sentences.addObject(), s.span()).put("role", s.role().id()));
    var signals = node.putArray("signals");
    card.signals().forEach(s -> signal(signals.addObject(), s));
    var aim = node.putObject("relevance").put("share", rounded(card.aim().share()));
    card.aim().nearest().ifPresent(id -> aim.put("nearest", id.value()));
    var doubts = node.putArray("doubts");
    card.doubts()
        .forEach(
            d ->
                doubts
                    .addObject()
                    .put("kind", d.kind().id())
                    .put("reason", d.reason())
                    .put("most", d.most()));
    var flags = node.putArray("redFlags");
    card.flags().forEach(f -> span(flags.addObject().put("name", f.name()), f.span()));
    var missing = node.putArray("missing");
    card.missing().forEach(missing::add);
    var advice = node.putArray("advice");
    card.advice().forEach(a -> advice(advice.addObject(), a));
    node.put("nextStep", card.nextStep());
    node.put("rubricVersion", card.rubricVersion());
    node.put("engineVersion", card.engineVersion());
    return node;
  }

  private static void criteria(ObjectNode node, CriterionScore criterion) {
    node.put("id", criterion.id()).put("level", criterion.level()).put("score", criterion.score());
    var evidence = node.putArray("evidence");
    criterion.evidence().stream()
        .filter(e -> e.credit() > 0)
        .forEach(e -> span(evidence.addObject().put("idea", e.idea()), e.span()));
  }

  private static void signal(ObjectNode node, SignalScore signal) {
    node.put("id", signal.signal().id())
        .put("value", rounded(signal.value()))
        .put("points", rounded(signal.points()));
  }

  private static void advice(ObjectNode node, Advice advice) {
    node.put("criterion", advice.criterion()).put("text", advice.text());
    advice.quote().ifPresent(q -> span(node.putObject("quote"), q));
    node.put("question", advice.question());
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }

  private static ObjectNode span(ObjectNode node, Span span) {
    return node.put("start", span.start()).put("end", span.end());
  }
}
