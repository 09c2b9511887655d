package dev.mockloop.web;

import dev.mockloop.live.Report;
import dev.mockloop.live.Workshop;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Map;

/** Old sessions scored again: the later card, and both side by side. */
final class RescorePages {
  private final Workshop workshop;
  private final SessionApi sessions;
  private final RescoreApi api;
  private final Templates templates;

  RescorePages(Workshop workshop, SessionApi sessions, RescoreApi api, Templates templates) {
    this.workshop = workshop;
    this.sessions = sessions;
    this.api = api;
    this.templates = templates;
  }

  void register(JavalinConfig config) {
    config.routes.post("/sessions/{id}/rescore", this::rescore);
    config.routes.get("/sessions/{id}/cards/{card}", this::report);
    config.routes.get("/sessions/{id}/cards/{card}/compare", this::compare);
  }

  private void rescore(Context ctx) {
    String card = api.card(ctx).id();
    ctx.status(303)
        .header("Location", "/sessions/%s/cards/%s/compare".formatted(ctx.pathParam("id"), card));
  }

  private void report(Context ctx) {
    Report report = api.report(ctx);
    templates.render(
        ctx,
        "report",
        Map.of("report", report, "cards", ReportCards.of(workshop, report, ctx.pathParam("card"))));
  }

  private void compare(Context ctx) {
    Report before = sessions.report(ctx);
    Report after = api.report(ctx);
    templates.render(
        ctx,
        "rescored",
        Map.of(
            "before",
            before,
            "after",
            after,
            "card",
            ctx.pathParam("card"),
            "changes",
            CardChange.of(workshop, before, after)));
  }
}
