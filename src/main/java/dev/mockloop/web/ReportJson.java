package dev.mockloop.web;

import dev.mockloop.live.Report;
import dev.mockloop.scoring.Advice;
import dev.mockloop.scoring.AnswerCard;
import dev.mockloop.scoring.CriterionScore;
import dev.mockloop.scoring.Doubt;
import dev.mockloop.scoring.SignalScore;
import dev.mockloop.scoring.Verdict;
import dev.mockloop.text.Span;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A report as the API tells it. All spans are UTF-16 offsets into the item's {@code text}. */
final class ReportJson {
  private ReportJson() {}

  static ObjectNode of(Report report) {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    out.put("session", report.session().id().value())
        .put("overall", report.card().overall())
        .put("level", report.card().verdict().level())
        .put("verdict", report.card().verdict().label());
    var rounds = out.putArray("rounds");
    for (Report.ReportRound round : report.rounds()) {
      ObjectNode node =
          rounds
              .addObject()
              .put("id", round.card().round())
              .put("title", round.card().title())
              .put("overall", round.card().overall())
              .put("level", round.card().verdict().level());
      var answers = node.putArray("answers");
      round.items().forEach(item -> item(answers.addObject(), item));
    }
    return out;
  }

  private static void item(ObjectNode node, Report.Item item) {
    node.put("question", item.question().id().value())
        .put("text", item.text())
        .put("cause", item.answer().cause().name().toLowerCase(Locale.ROOT))
        .put("overall", item.card().overall())
        .put("level", item.card().verdict().level())
        .put("rubricVersion", item.card().rubricVersion())
        .put("engineVersion", item.card().engineVersion())
        .put("nextStep", item.card().nextStep())
        .put("confidence", item.card().confidence().grade().id());
    item.override()
        .ifPresent(
            o ->
                node.putObject("override")
                    .put("level", o.level())
                    .put("verdict", Verdict.values()[o.level() - 1].label())
                    .put("by", o.rater().name())
                    .put("reason", o.reason())
                    .put("at", o.at().toString()));
    explanation(node, item.card());
    item.probe().ifPresent(p -> node.put("probe", p.text()).put("probeStart", item.probeStart()));
    var criteria = node.putArray("criteria");
    item.card().criteria().forEach(c -> criterion(criteria.addObject(), c));
    var sentences = node.putArray("sentences");
    item.card()
        .sentences()
        .forEach(s -> span(sentences.addObject(), s.span()).put("role", s.role().id()));
    var flags = node.putArray("redFlags");
    item.card()
        .flags()
        .forEach(
            f -> span(flags.addObject().put("name", f.name()).put("reason", f.reason()), f.span()));
  }

  private static void explanation(ObjectNode node, AnswerCard card) {
    var signals = node.putArray("signals");
    for (SignalScore score : card.signals()) {
      signals
          .addObject()
          .put("id", score.signal().id())
          .put("value", score.value())
          .put("points", score.points());
    }
    var doubts = node.putArray("doubts");
    for (Doubt doubt : card.doubts()) {
      doubts
          .addObject()
          .put("kind", doubt.kind().id())
          .put("reason", doubt.reason())
          .put("most", doubt.most());
    }
    var advice = node.putArray("advice");
    for (Advice one : card.advice()) {
      advice
          .addObject()
          .put("criterion", one.criterion())
          .put("text", one.text())
          .put("question", one.question());
    }
  }

  private static void criterion(ObjectNode node, CriterionScore criterion) {
    node.put("id", criterion.id())
        .put("title", criterion.title())
        .put("level", criterion.level())
        .put("score", criterion.score());
    var evidence = node.putArray("evidence");
    criterion
        .evidence()
        .forEach(
            e ->
                span(
                    evidence
                        .addObject()
                        .put("idea", e.idea())
                        .put("standing", e.standing().name().toLowerCase(Locale.ROOT)),
                    e.span()));
    var missing = node.putArray("missing");
    criterion.missing().forEach(m -> missing.add(m.says()));
  }

  private static ObjectNode span(ObjectNode node, Span span) {
    return node.put("start", span.start()).put("end", span.end());
  }
}
