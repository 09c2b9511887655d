package dev.mockloop.cli;

import dev.mockloop.agreement.Agreement;
import dev.mockloop.agreement.Facets;
import dev.mockloop.agreement.Figure;
import dev.mockloop.agreement.Interval;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Agreement as JSON. A figure has {@code value} and {@code interval}, or {@code undefined} with the
 * reason; one with a threshold has {@code passes}.
 */
final class AgreementJson {
  private AgreementJson() {}

  static String of(Agreement agreement, List<Agreement.Slice> slices) {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    ObjectNode cut = out.putObject("cut");
    agreement.cut().criterion().ifPresent(c -> cut.put("criterion", c));
    agreement.cut().question().ifPresent(q -> cut.put("question", q));
    agreement.cut().round().ifPresent(r -> cut.put("round", r));
    out.put("items", agreement.items());
    ArrayNode levels = out.putArray("levels");
    agreement.levels().forEach(levels::add);
    ArrayNode raters = out.putArray("raters");
    for (Agreement.RaterSummary rater : agreement.raters()) {
      ObjectNode one = raters.addObject();
      one.put("name", rater.name());
      one.put("machine", rater.machine());
      one.put("ratings", rater.ratings());
      one.put("mean", rater.mean());
      rater.sd().ifPresent(sd -> one.put("sd", sd));
      ArrayNode shares = one.putArray("shares");
      rater.shares().forEach(shares::add);
    }
    pairs(out.putArray("pairs"), agreement.pairs());
    out.put("pairsLeftOut", agreement.pairsLeftOut());
    out.set("people", figures(agreement.people()));
    out.set("machine", figures(agreement.machine()));
    out.set("facets", facets(agreement.facets()));
    ArrayNode drift = out.putArray("drift");
    for (Agreement.Drift d : agreement.drift()) {
      ObjectNode one = drift.addObject();
      one.put("rater", d.rater());
      one.put("earlier", d.earlier());
      one.put("later", d.later());
      one.put("againstOthers", d.against());
      one.set("shift", figure(d.shift()));
    }
    ArrayNode groups = out.putArray("groups");
    for (Agreement.Group g : agreement.groups()) {
      ObjectNode one = groups.addObject();
      one.put("kind", g.kind());
      one.put("name", g.name());
      one.put("items", g.items());
      one.put("people", g.people());
      one.put("machine", g.machine());
      one.set("smd", figure(g.smd()));
      one.set("dsm", figure(g.dsm()));
    }
    ArrayNode parts = out.putArray("parts");
    for (Agreement.Slice slice : slices) {
      ObjectNode one = parts.addObject();
      one.put("kind", slice.kind());
      one.put("name", slice.name());
      one.put("items", slice.items());
      pairs(one.putArray("pairs"), slice.pairs());
    }
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(out) + "\n";
  }

  private static void pairs(ArrayNode out, List<Agreement.Pair> pairs) {
    for (Agreement.Pair pair : pairs) {
      ObjectNode one = out.addObject();
      one.put("first", pair.first());
      one.put("second", pair.second());
      one.put("machine", pair.machine());
      one.put("items", pair.items());
      one.put("firstMean", pair.firstMean());
      pair.firstSd().ifPresent(sd -> one.put("firstSd", sd));
      one.put("secondMean", pair.secondMean());
      pair.secondSd().ifPresent(sd -> one.put("secondSd", sd));
      one.set("figures", figures(pair.figures()));
      ArrayNode confusion = one.putArray("confusion");
      pair.confusion()
          .forEach(
              row -> {
                ArrayNode cells = confusion.addArray();
                row.forEach(cells::add);
              });
      ArrayNode bands = one.putArray("bands");
      for (Agreement.Band band : pair.bands()) {
        ObjectNode b = bands.addObject();
        b.put("level", band.level());
        b.put("items", band.items());
        b.put("firstMean", band.firstMean());
        b.put("secondMean", band.secondMean());
        b.set("exact", figure(band.exact()));
        b.set("adjacent", figure(band.adjacent()));
      }
    }
  }

  private static ObjectNode figures(List<Figure> figures) {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    figures.forEach(f -> out.set(f.measure().id(), figure(f)));
    return out;
  }

  private static ObjectNode figure(Figure figure) {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    switch (figure) {
      case Figure.Known known -> {
        out.put("value", known.value());
        interval(out, known.interval());
        figure.passes().ifPresent(p -> out.put("passes", p));
      }
      case Figure.Undefined none -> out.put("undefined", none.why());
    }
    return out;
  }

  private static void interval(ObjectNode out, Optional<Interval> interval) {
    interval.ifPresent(i -> out.putArray("interval").add(i.low()).add(i.high()));
  }

  private static ObjectNode facets(Facets.Outcome outcome) {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    switch (outcome) {
      case Facets.Outcome.Not not -> out.put("undefined", not.why());
      case Facets.Outcome.Settled settled -> {
        Facets facets = settled.facets();
        ArrayNode raters = out.putArray("raters");
        for (Facets.RaterFit rater : facets.raters()) {
          ObjectNode one = raters.addObject();
          one.put("rater", rater.rater());
          one.put("ratings", rater.ratings());
          one.put("severity", rater.severity());
          one.put("error", rater.error());
          interval(one, rater.interval());
          one.put("infit", rater.infit());
          one.put("outfit", rater.outfit());
          one.put("fits", rater.fits());
        }
        ArrayNode criteria = out.putArray("criteria");
        facets
            .criteria()
            .forEach(
                c ->
                    criteria
                        .addObject()
                        .put("criterion", c.criterion())
                        .put("logits", c.logits())
                        .put("error", c.error()));
        ArrayNode thresholds = out.putArray("thresholds");
        facets
            .thresholds()
            .forEach(
                t ->
                    thresholds
                        .addObject()
                        .put("from", t.from())
                        .put("to", t.to())
                        .put("logits", t.logits())
                        .put("error", t.error()));
        out.putObject("convergence")
            .put("iterations", facets.convergence().iterations())
            .put("slope", facets.convergence().slope())
            .put("held", facets.convergence().held());
      }
    }
    return out;
  }
}
