package dev.mockloop.web;

import dev.mockloop.interview.Command;
import dev.mockloop.interview.Phase;
import dev.mockloop.interview.Session;
import dev.mockloop.live.Workshop;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Map;

/** A session being run. Forms work without script; scripts use the API. */
final class RunPages {
  private final Workshop workshop;
  private final SessionApi api;
  private final Templates templates;

  RunPages(Workshop workshop, SessionApi api, Templates templates) {
    this.workshop = workshop;
    this.api = api;
    this.templates = templates;
  }

  void register(JavalinConfig config) {
    config.routes.get("/sessions/{id}", this::session);
    config.routes.post("/sessions/{id}/start", ctx -> command(ctx, new Command.Start()));
    config.routes.post("/sessions/{id}/next", ctx -> command(ctx, SessionApi.next(ctx)));
    config.routes.post("/sessions/{id}/pause", this::pause);
    config.routes.post("/sessions/{id}/resume", ctx -> command(ctx, new Command.Resume()));
    config.routes.post("/sessions/{id}/answers/{place}", this::submit);
  }

  private void session(Context ctx) {
    Session session = api.session(ctx);
    String says = workshop.script().line(session);
    ctx.header("Cache-Control", "no-store");
    switch (session.phase()) {
      case Phase.Lobby lobby ->
          templates.render(
              ctx,
              "lobby",
              Map.of(
                  "planned", session, "catalogue", workshop.content().catalogue(), "says", says));
      case Phase.Answering answering ->
          templates.render(
              ctx, "answer", Map.of("sheet", AnswerSheet.of(workshop, session, answering.place())));
      case Phase.Break pause ->
          templates.render(
              ctx,
              "pause",
              Map.of(
                  "running",
                  session,
                  "pause",
                  pause,
                  "now",
                  workshop.sessions().now(),
                  "says",
                  says));
      case Phase.Paused paused ->
          templates.render(ctx, "paused", Map.of("running", session, "says", says));
      case Phase.Over over ->
          templates.render(ctx, "over", Map.of("ended", session, "over", over, "says", says));
    }
  }

  private void command(Context ctx, Command command) {
    go(ctx, api.carryOut(ctx, command));
  }

  /**
   * The form sends what is typed along: a pause before the page's script is there must not lose it.
   */
  private void pause(Context ctx) {
    Session session = api.session(ctx);
    String text = ctx.formParam("text");
    if (text != null && session.phase() instanceof Phase.Answering answering) {
      long number = session.given(answering.place()).orElseThrow().draftNumber() + 1;
      api.carryOut(ctx, new Command.SaveDraft(answering.place(), number, SessionApi.checked(text)));
    }
    command(ctx, new Command.Pause());
  }

  private void submit(Context ctx) {
    String text = SessionApi.checked(ctx.formParam("text"));
    command(ctx, new Command.Submit(Places.read(ctx.pathParam("place")), text));
  }

  /** Sends the browser on to wherever the session is. */
  static void go(Context ctx, Session session) {
    ctx.status(303).header("Location", "/sessions/" + session.id());
  }
}
