package dev.mockloop.web;

import dev.mockloop.interview.Command;
import dev.mockloop.interview.Place;
import dev.mockloop.interview.Session;
import dev.mockloop.live.Progress;
import dev.mockloop.live.Report;
import dev.mockloop.live.Workshop;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What was typed and scored: read, replayed, rewritten, compared, kept in order. */
final class ReviewPages {
  private final Workshop workshop;
  private final SessionApi api;
  private final Templates templates;

  ReviewPages(Workshop workshop, SessionApi api, Templates templates) {
    this.workshop = workshop;
    this.api = api;
    this.templates = templates;
  }

  void register(JavalinConfig config) {
    config.routes.get(
        "/sessions/{id}/report",
        ctx -> {
          Report report = api.report(ctx);
          templates.render(
              ctx,
              "report",
              Map.of("report", report, "cards", ReportCards.of(workshop, report, "")));
        });
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

  private void transcripts(Context ctx) {
    templates.render(
        ctx,
        "transcripts",
        Map.of("list", TranscriptList.of(workshop, Visit.of(ctx), TranscriptFilter.of(ctx))));
  }

  private void progress(Context ctx) {
    Visit visit = Visit.of(ctx);
    List<Report> all =
        workshop.reports().all().stream().filter(r -> visit.reads(r.session().id())).toList();
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
    templates.render(
        ctx, "compare", Map.of("attempts", Attempts.of(workshop, Visit.of(ctx), first, second)));
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

  private static Place place(Context ctx) {
    return Places.read(ctx.pathParam("place"));
  }
}
