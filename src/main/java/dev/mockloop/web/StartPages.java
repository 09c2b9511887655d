package dev.mockloop.web;

import dev.mockloop.interview.Session;
import dev.mockloop.live.Workshop;
import dev.mockloop.rubric.Loop;
import dev.mockloop.team.Permission;
import dev.mockloop.team.Visitor;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
    config.routes.post("/own/loops", this::keepOwn);
  }

  private void start(Context ctx) {
    Visit visit = Visit.of(ctx);
    if (visit instanceof Visit.Known known
        && known.visitor() instanceof Visitor.Candidate candidate) {
      candidate
          .invite()
          .session()
          .ifPresent(id -> ctx.status(303).header("Location", "/sessions/" + id));
      return;
    }
    List<Session> open =
        workshop.sessions().all().stream().filter(s -> !s.isOver() && visit.sits(s.id())).toList();
    templates.render(
        ctx,
        "start",
        Map.of(
            "catalogue",
            workshop.content().catalogue(),
            "open",
            open,
            "problems",
            visit.may(Permission.PUBLISH_RUBRICS) ? workshop.content().problems() : List.of()));
  }

  private void create(Context ctx) {
    Session session =
        api.create(
            ctx,
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
            ctx,
            new SessionApi.Choice(
                null, ctx.formParam("mode"), ctx.formParam("candidate"), null, null, own(ctx))));
  }

  private void keepOwn(Context ctx) {
    Loop kept = workshop.sessions().keep(SessionApi.own(own(ctx)));
    ctx.status(303).header("Location", "/#loop-" + kept.id());
  }

  /** The rounds come in the order of their numbers; fields left empty mean the usual. */
  private SessionApi.Own own(Context ctx) {
    Map<String, Double> minutes = new HashMap<>();
    for (String question : ctx.formParams("questions")) {
      number(ctx, "minutes-" + question).ifPresent(m -> minutes.put(question, m));
    }
    List<String> questions =
        ctx.formParams("questions").stream()
            .sorted(Comparator.comparingDouble(q -> number(ctx, "order-" + kind(q)).orElse(99.0)))
            .toList();
    return new SessionApi.Own(
        ctx.formParam("title"),
        ctx.formParam("level"),
        List.copyOf(questions),
        minutes,
        number(ctx, "pause").orElse(null));
  }

  private static String kind(String question) {
    return question.replaceFirst("/.*", "");
  }

  private static Optional<Double> number(Context ctx, String field) {
    String typed = Objects.requireNonNullElse(ctx.formParam(field), "").strip();
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Double.valueOf(typed));
    } catch (NumberFormatException e) {
      throw ProblemException.badRequest("Minutes are a number such as 20, not '" + typed + "'.");
    }
  }
}
