package dev.mockloop.web;

import dev.mockloop.live.Report;
import dev.mockloop.live.Workshop;
import dev.mockloop.transcript.RescoredCard;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Old sessions scored again with the rubrics of today, over JSON. */
final class RescoreApi {
  private final Workshop workshop;
  private final SessionApi sessions;

  RescoreApi(Workshop workshop, SessionApi sessions) {
    this.workshop = workshop;
    this.sessions = sessions;
  }

  void register(JavalinConfig config) {
    config.routes.get("/api/sessions/{id}/cards", this::list);
    config.routes.post("/api/sessions/{id}/cards", this::rescore);
    config.routes.get(
        "/api/sessions/{id}/cards/{card}", ctx -> Bodies.json(ctx, ReportJson.of(report(ctx))));
  }

  /** Scores the session again; the card is kept beside the first. */
  RescoredCard card(Context ctx) {
    Report report = sessions.report(ctx);
    return workshop.rescoring().rescore(report.session().id()).orElseThrow();
  }

  /** The report with the later card that the address names. */
  Report report(Context ctx) {
    return report(ctx, ctx.pathParam("card"));
  }

  Report report(Context ctx, String card) {
    return workshop
        .rescoring()
        .find(sessions.report(ctx).session().id(), card)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "This session has no such card; its report lists those that it has."));
  }

  private void list(Context ctx) {
    Report first = sessions.report(ctx);
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    out.put("first", first.card().overall()).put("offers", workshop.rescoring().offers(first));
    var cards = out.putArray("cards");
    workshop.rescoring().cards(first.session().id()).forEach(c -> cards.add(card(c)));
    Bodies.json(ctx, out);
  }

  private void rescore(Context ctx) {
    ctx.status(201);
    Bodies.json(ctx, card(card(ctx)));
  }

  private static ObjectNode card(RescoredCard card) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", card.id())
        .put("at", card.at().toString())
        .put("overall", card.card().overall())
        .put("level", card.card().verdict().level());
  }
}
