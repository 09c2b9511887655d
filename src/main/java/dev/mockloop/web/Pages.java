package dev.mockloop.web;

import dev.mockloop.interview.Command;
import dev.mockloop.interview.Phase;
import dev.mockloop.interview.Place;
import dev.mockloop.interview.Session;
import dev.mockloop.live.Kept;
import dev.mockloop.live.Progress;
import dev.mockloop.live.Report;
import dev.mockloop.live.Workshop;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The pages. Forms work without script; scripts use the API. */
final class Pages {
  private final Workshop workshop;
  private final SessionApi api;
  private final Templates templates;

  Pages(Workshop workshop, SessionApi api, Templates templates) {
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
    config.routes.get("/sessions/{id}", this::session);
    config.routes.post("/sessions/{id}/start", ctx -> command(ctx, new Command.Start()));
    config.routes.post("/sessions/{id}/next", ctx -> command(ctx, new Command.NextRound()));
    config.routes.post("/sessions/{id}/pause", this::pause);
    config.routes.post("/sessions/{id}/resume", ctx -> command(ctx, new Command.Resume()));
    config.routes.post("/sessions/{id}/answers/{place}", this::submit);
    config.routes.get(
        "/sessions/{id}/report",
        ctx -> templates.render(ctx, "report", Map.of("report", api.report(ctx))));
    config.routes.get(
        "/sessions/{id}/rewrite/{place}",
        ctx -> rewriting(ctx, Rewriting.begin(SessionApi.item(api.report(ctx), place(ctx)))));
    config.routes.post("/sessions/{id}/rewrite/{place}", this::rewrite);
    config.routes.post("/sessions/{id}/name", this::rename);
    config.routes.get(
        "/sessions/{id}/delete",
        ctx -> templates.render(ctx, "delete", Map.of("doomed", api.session(ctx))));
    config.routes.post("/sessions/{id}/delete", this::delete);
    config.routes.get("/sessions/{id}/replay/{place}", this::replay);
    config.routes.get("/progress", this::progress);
    config.routes.get("/compare", this::compare);
    config.routes.get("/transcripts", this::transcripts);
    config.routes.get(
        "/api",
        ctx -> templates.render(ctx, "api", Map.of("operations", ApiDocument.operations())));
    config.routes.get(
        "/openapi.json", ctx -> ctx.contentType("application/json").result(ApiDocument.text()));
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
    go(ctx, session);
  }

  private void ownLoop(Context ctx, String pasted) {
    templates.render(ctx, "own", Map.of("sheet", OwnLoopSheet.of(workshop, pasted)));
  }

  private void createOwn(Context ctx) {
    go(
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

  private void rewrite(Context ctx) {
    Report.Item item = SessionApi.item(api.report(ctx), place(ctx));
    String more = SessionApi.checked(ctx.formParam("text"));
    rewriting(
        ctx,
        Rewriting.of(
            item, more, workshop.rehearsal().rewrite(api.session(ctx), item.place(), more)));
  }

  private void rewriting(Context ctx, Rewriting rewriting) {
    templates.render(ctx, "rewrite", Map.of("session", api.session(ctx), "rewriting", rewriting));
  }

  private static Place place(Context ctx) {
    return Places.read(ctx.pathParam("place"));
  }

  private static void go(Context ctx, Session session) {
    ctx.status(303).header("Location", "/sessions/" + session.id());
  }

  private void session(Context ctx) {
    Session session = api.session(ctx);
    ctx.header("Cache-Control", "no-store");
    switch (session.phase()) {
      case Phase.Lobby lobby -> templates.render(ctx, "lobby", Map.of("planned", session));
      case Phase.Answering answering -> answering(ctx, session, answering.place());
      case Phase.Break pause ->
          templates.render(
              ctx,
              "pause",
              Map.of("running", session, "pause", pause, "now", workshop.sessions().now()));
      case Phase.Paused paused -> templates.render(ctx, "paused", Map.of("running", session));
      case Phase.Over over -> templates.render(ctx, "over", Map.of("ended", session, "over", over));
    }
  }

  private void answering(Context ctx, Session session, Place place) {
    Kept kept = workshop.sessions().kept(session.id()).orElseThrow();
    templates.render(
        ctx,
        "answer",
        Map.of("sheet", AnswerSheet.of(session, kept, place, workshop.sessions().now())));
  }

  private void transcripts(Context ctx) {
    templates.render(
        ctx, "transcripts", Map.of("list", TranscriptList.of(workshop, TranscriptFilter.of(ctx))));
  }

  private void replay(Context ctx) {
    Report report = api.report(ctx);
    Place place = place(ctx);
    templates.render(
        ctx,
        "replay",
        Map.of(
            "session",
            report.session(),
            "item",
            SessionApi.item(report, place.main()),
            "place",
            place,
            "replay",
            workshop.replay(report.session().id(), place)));
  }

  private void progress(Context ctx) {
    List<Report> all = workshop.reports().all();
    List<String> candidates =
        all.stream()
            .map(r -> r.session().candidate())
            .filter(c -> !c.isEmpty())
            .distinct()
            .sorted()
            .toList();
    String candidate = Objects.requireNonNullElse(ctx.queryParam("candidate"), "");
    List<Report> shown =
        all.stream()
            .filter(r -> candidate.isEmpty() || r.session().candidate().equals(candidate))
            .toList();
    templates.render(
        ctx,
        "progress",
        Map.of("progress", Progress.of(shown), "candidates", candidates, "candidate", candidate));
  }

  private void compare(Context ctx) {
    String first = Objects.requireNonNullElse(ctx.queryParam("a"), "");
    String second = Objects.requireNonNullElse(ctx.queryParam("b"), "");
    templates.render(ctx, "compare", Map.of("attempts", Attempts.of(workshop, first, second)));
  }

  private void rename(Context ctx) {
    String name = ctx.formParam("name");
    Session session = api.carryOut(ctx, new Command.Rename(name == null ? "" : name));
    ctx.status(303)
        .header("Location", "/sessions/" + session.id() + (session.isOver() ? "/report" : ""));
  }

  private void delete(Context ctx) {
    workshop.sessions().delete(api.session(ctx).id());
    ctx.status(303).header("Location", "/transcripts");
  }
}
