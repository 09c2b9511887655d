package dev.mockloop.web;

import dev.mockloop.interview.Session;
import dev.mockloop.live.Workshop;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** Choosing what to run. */
final class StartPages {
  private final Workshop workshop;
  private final SessionApi api;
  private final Templates templates;

  StartPages(Workshop workshop, SessionApi api, Templates templates) {
    this.workshop = workshop;
    this.api = api;
    this.templates = templates;
  }

  void register(JavalinConfig config) {
    config.routes.get("/", this::start);
    config.routes.post("/sessions", this::create);
    config.routes.get("/own", ctx -> ownLoop(ctx, ""));
    config.routes.post("/own", ctx -> ownLoop(ctx, SessionApi.checked(ctx.formParam("pasted"))));
    config.routes.post("/own/sessions", this::createOwn);
  }

  private void start(Context ctx) {
    List<Session> open = workshop.sessions().all().stream().filter(s -> !s.isOver()).toList();
    templates.render(
        ctx,
        "start",
        Map.of(
            "catalogue",
            workshop.content().catalogue(),
            "open",
            open,
            "problems",
            workshop.content().problems()));
  }

  private void create(Context ctx) {
    Session session =
        api.create(
            new SessionApi.Choice(
                ctx.formParam("loop"),
                ctx.formParam("mode"),
                ctx.formParam("candidate"),
                ctx.formParam("round"),
                ctx.formParam("question"),
                null));
    RunPages.go(ctx, session);
  }

  private void ownLoop(Context ctx, String pasted) {
    templates.render(ctx, "own", Map.of("sheet", OwnLoopSheet.of(workshop, pasted)));
  }

  private void createOwn(Context ctx) {
    RunPages.go(
        ctx,
        api.create(
            new SessionApi.Choice(
                null,
                ctx.formParam("mode"),
                ctx.formParam("candidate"),
                null,
                null,
                new SessionApi.Own(
                    ctx.formParam("title"),
                    ctx.formParam("level"),
                    List.copyOf(ctx.formParams("questions"))))));
  }
}
