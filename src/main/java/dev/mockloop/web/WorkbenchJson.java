package dev.mockloop.web;

import dev.mockloop.live.WhatIfJob;
import dev.mockloop.rubric.yaml.Problem;
import dev.mockloop.workbench.CriterionItem;
import dev.mockloop.workbench.Figures;
import dev.mockloop.workbench.Fitted;
import dev.mockloop.workbench.Gain;
import dev.mockloop.workbench.IdeaItem;
import dev.mockloop.workbench.Interval;
import dev.mockloop.workbench.ItemAnalysis;
import dev.mockloop.workbench.Moved;
import dev.mockloop.workbench.PhraseItem;
import dev.mockloop.workbench.Proposal;
import dev.mockloop.workbench.WhatIfReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The workbench as JSON. A figure without a value is null. */
public final class WorkbenchJson {
  private WorkbenchJson() {}

  /** A job with its progress and, once it is done, its report. */
  static ObjectNode of(WhatIfJob job) {
    ObjectNode node =
        object()
            .put("id", job.id())
            .put("question", job.question().value())
            .put("state", job.state().id())
            .put("done", job.scored())
            .put("total", job.total());
    job.report().ifPresent(r -> node.set("result", of(r)));
    return node;
  }

  /** A what-if's report. */
  public static ObjectNode of(WhatIfReport report) {
    ObjectNode node = object();
    node.set("before", of(report.before()));
    node.set("after", of(report.after()));
    node.put("changed", report.changed())
        .put("levelsMoved", report.levelsMoved())
        .put("closer", report.closer());
    var moved = node.putArray("moved");
    report.moved().forEach(m -> moved.add(of(m)));
    return node;
  }

  private static ObjectNode of(Moved moved) {
    ObjectNode node =
        object()
            .put("id", moved.id())
            .put("begins", moved.begins())
            .put("human", moved.human())
            .put("scoreBefore", moved.scoreBefore())
            .put("scoreAfter", moved.scoreAfter())
            .put("levelBefore", moved.levelBefore())
            .put("levelAfter", moved.levelAfter());
    var reasons = node.putArray("reasons");
    moved
        .reasons()
        .forEach(
            r -> {
              ObjectNode reason =
                  reasons.addObject().put("kind", r.kind().id()).put("says", r.says());
              var words = reason.putArray("words");
              r.words().forEach(words::add);
            });
    return node;
  }

  private static ObjectNode of(Figures figures) {
    ObjectNode node = object().put("n", figures.n());
    put(node, "exact", figures.exact());
    put(node, "adjacent", figures.adjacent());
    put(node, "qwk", figures.qwk());
    put(node, "r", figures.r());
    put(node, "smd", figures.smd());
    put(node, "rmse", figures.rmse());
    return node;
  }

  /** An item analysis. */
  public static ObjectNode of(ItemAnalysis analysis) {
    ObjectNode node = object().put("answers", analysis.answers()).put("good", analysis.good());
    var criteria = node.putArray("criteria");
    for (CriterionItem item : analysis.criteria()) {
      ObjectNode entry =
          criteria.addObject().put("id", item.criterion()).put("weight", item.weight());
      put(entry, "mean", item.mean());
      put(entry, "touched", item.touched());
      put(entry, "discrimination", item.discrimination());
      put(entry, "rest", item.rest());
    }
    var ideas = node.putArray("ideas");
    analysis.ideas().forEach(i -> ideas.add(of(i)));
    var proposals = node.putArray("proposals");
    for (Proposal proposal : analysis.proposals()) {
      ObjectNode entry =
          proposals
              .addObject()
              .put("words", proposal.words())
              .put("good", proposal.good())
              .put("others", proposal.others());
      put(entry, "g2", proposal.g2());
      put(entry, "p", proposal.p());
      put(entry, "q", proposal.q());
      entry.put("significant", proposal.significant()).put("nearest", proposal.nearest());
      var examples = entry.putArray("examples");
      proposal.examples().forEach(examples::add);
    }
    return node;
  }

  private static ObjectNode of(IdeaItem item) {
    ObjectNode node =
        object()
            .put("criterion", item.criterion())
            .put("id", item.idea())
            .put("says", item.says())
            .put("found", item.found())
            .put("mentioned", item.mentioned());
    put(node, "share", item.share());
    put(node, "goodShare", item.goodShare());
    put(node, "discrimination", item.discrimination());
    put(node, "rest", item.rest());
    var notes = node.putArray("notes");
    item.notes().stream().sorted().forEach(n -> notes.add(n.id()));
    var phrases = node.putArray("phrases");
    for (PhraseItem phrase : item.phrases()) {
      phrases
          .addObject()
          .put("phrase", phrase.phrase())
          .put("found", phrase.found())
          .put("alone", phrase.alone());
    }
    return node;
  }

  /** A fit. */
  public static ObjectNode of(Fitted fitted) {
    ObjectNode node = object().put("answers", fitted.answers());
    var weights = node.putArray("weights");
    fitted
        .weights()
        .forEach(
            w ->
                weights
                    .addObject()
                    .put("criterion", w.criterion())
                    .put("current", w.current())
                    .put("fitted", w.fitted()));
    ObjectNode lines = node.putObject("thresholds");
    numbers(lines, "current", fitted.linesBefore());
    numbers(lines, "fitted", fitted.linesAfter());
    put(node, "weightPenalty", fitted.weightPenalty());
    put(node, "thresholdPenalty", fitted.linePenalty());
    node.set("before", of(fitted.before()));
    node.set("after", of(fitted.after()));
    gain(node, "byAnswer", fitted.byAnswer());
    gain(node, "byQuestion", fitted.byQuestion());
    return node.put("questions", fitted.questions())
        .put("moves", fitted.moves())
        .put("sure", fitted.sure());
  }

  private static void gain(ObjectNode node, String name, Optional<Gain> gain) {
    if (gain.isEmpty()) {
      node.putNull(name);
      return;
    }
    ObjectNode entry = node.putObject(name);
    entry.set("before", of(gain.get().before()));
    entry.set("after", of(gain.get().after()));
    interval(entry.putObject("qwk"), gain.get().qwk());
    interval(entry.putObject("rmse"), gain.get().rmse());
    entry.put("sure", gain.get().sure());
  }

  private static void interval(ObjectNode node, Interval interval) {
    put(node, "gain", interval.value());
    put(node, "low", interval.low());
    put(node, "high", interval.high());
  }

  private static void numbers(ObjectNode node, String name, List<Double> values) {
    var list = node.putArray(name);
    values.forEach(list::add);
  }

  /** Problems of a text, for a problem document. */
  static List<Map<String, Object>> of(List<Problem> problems) {
    return problems.stream()
        .map(
            p ->
                Map.<String, Object>of(
                    "line", p.line(), "column", p.column(), "message", p.message()))
        .toList();
  }

  private static void put(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, value);
    } else {
      node.putNull(name);
    }
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
