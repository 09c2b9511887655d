package dev.mockloop.web;

import dev.mockloop.entry.OpenIdException;
import dev.mockloop.entry.TooManyTriesException;
import dev.mockloop.interview.SessionId;
import dev.mockloop.live.Workshop;
import dev.mockloop.rating.ItemId;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.team.Permission;
import dev.mockloop.team.Scope;
import dev.mockloop.team.Team;
import dev.mockloop.team.TeamException;
import dev.mockloop.team.Visitor;
import dev.mockloop.web.guard.Guard;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.Endpoint;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The one gate of team mode: every request passes it before anything else is done with it. Who may
 * not do a thing to a session is told that there is no such session, so that nobody learns of one.
 */
final class Gate {
  private static final String RULE = "mockloop.rule";

  private final TeamMode mode;
  private final Workshop workshop;
  private final TeamCookies cookies;
  private final Problems problems;
  private final Templates templates;

  Gate(
      TeamMode mode,
      Workshop workshop,
      TeamCookies cookies,
      Problems problems,
      Templates templates) {
    this.mode = mode;
    this.workshop = workshop;
    this.cookies = cookies;
    this.problems = problems;
    this.templates = templates;
  }

  void register(JavalinConfig config) {
    config.routes.beforeMatched(this::enter);
    config.routes.after(this::note);
    config.routes.exception(SignedOutException.class, (e, ctx) -> signedOut(ctx));
    config.routes.exception(
        TeamException.class,
        (e, ctx) -> problems.answer(ctx, new ProblemException(409, "Not done", e.says() + ".")));
    config.routes.exception(
        OpenIdException.class,
        (e, ctx) -> problems.answer(ctx, new ProblemException(502, "Not done", e.says() + ".")));
    config.routes.exception(
        TooManyTriesException.class,
        (e, ctx) -> {
          ctx.header("Retry-After", String.valueOf(e.seconds()));
          problems.answer(ctx, new ProblemException(429, "Too many tries", e.getMessage() + "."));
        });
  }

  /** Nobody is signed in, where somebody has to be. */
  private static final class SignedOutException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private void enter(Context ctx) {
    Visit.Known visit = visit(ctx);
    ctx.attribute(Visit.KEY, visit);
    Endpoint route = ctx.endpoints().matchedHttpEndpoint();
    if (route == null) {
      // a file that ships with the program
      return;
    }
    Rights.Rule rule = Rights.of(route.method.name(), route.path).orElseThrow(Gate::nothing);
    if (!(visit.visitor() instanceof Visitor.Stranger)) {
      ctx.header("Cache-Control", "no-store");
    }
    check(ctx, visit, rule);
    ctx.attribute(RULE, rule);
  }

  private Visit.Known visit(Context ctx) {
    Visitor visitor =
        cookies
            .signIn(ctx)
            .<Visitor>map(mode.reception()::visitor)
            .orElseGet(Visitor.Stranger::new);
    return new Visit.Known(
        mode.reception(), workshop, mode.reception().team(), visitor, address(ctx));
  }

  static String address(Context ctx) {
    return Guard.clientOf(ctx);
  }

  private void check(Context ctx, Visit.Known visit, Rights.Rule rule) {
    switch (rule.target()) {
      case OPEN -> {}
      case CLOSED -> {
        signedIn(visit);
        throw nothing();
      }
      case ALL -> {
        signedIn(visit);
        if (!visit.may(rule.permission())) {
          throw refused(ctx, visit);
        }
      }
      case SESSION -> {
        signedIn(visit);
        session(ctx, visit, rule.permission(), SessionApi.id(param(ctx, "id")));
      }
      case ITEM -> {
        signedIn(visit);
        ItemId item = item(ctx);
        if (!visit.team().may(visit.visitor(), rule.permission(), item)) {
          note(visit, "was refused " + ctx.method(), item.value());
          throw CalibratePages.none();
        }
      }
    }
  }

  private void session(Context ctx, Visit.Known visit, Permission permission, SessionId session) {
    Team team = visit.team();
    if (!team.may(visit.visitor(), permission, session)) {
      note(visit, "was refused " + ctx.method(), session.value());
      throw SessionApi.noSession();
    }
    if (permission == Permission.READ && visit.mustRateFirst(session)) {
      throw new ProblemException(
          409,
          "Not yet",
          "You can read this when you have rated what is assigned to you, so that your rating is blind.",
          Map.of("reason", "rate-first"));
    }
  }

  private static void signedIn(Visit.Known visit) {
    if (visit.visitor() instanceof Visitor.Stranger) {
      throw new SignedOutException();
    }
  }

  private ProblemException refused(Context ctx, Visit.Known visit) {
    note(visit, "was refused " + ctx.method(), ctx.path());
    return new ProblemException(
        403, "Not for you", "Your account may not do this; ask an admin of your team.");
  }

  private static ProblemException nothing() {
    return ProblemException.notFound("There is nothing at this address.");
  }

  private static ItemId item(Context ctx) {
    try {
      return new ItemId(
          new SessionId(param(ctx, "session")),
          new QuestionId(param(ctx, "kind") + "/" + param(ctx, "name")));
    } catch (IllegalArgumentException e) {
      throw CalibratePages.none();
    }
  }

  private static String param(Context ctx, String name) {
    return ctx.pathParam(name);
  }

  /** What was done is noted when it was done; who reads their own is nobody's business. */
  private void note(Context ctx) {
    Rights.Rule rule = ctx.attribute(RULE);
    if (rule != null
        && !rule.noted().isEmpty()
        && ctx.status().getCode() < HttpStatus.BAD_REQUEST.getCode()
        && Visit.of(ctx) instanceof Visit.Known visit
        && !isOwn(ctx, visit, rule)) {
      note(visit, rule.noted(), String.join("/", ctx.pathParamMap().values()));
    }
  }

  private static boolean isOwn(Context ctx, Visit.Known visit, Rights.Rule rule) {
    return rule.target() == Rights.Target.SESSION
        && rule.permission().of(dev.mockloop.team.Role.CANDIDATE) == Scope.OWN
        && visit.team().owns(visit.visitor(), SessionApi.id(param(ctx, "id")));
  }

  private static void note(Visit.Known visit, String what, String on) {
    visit.reception().note(visit.actor(), what, on);
  }

  /**
   * Sends a browser to sign in, and back to the page. What a form sent is given back to be sent
   * again, because nothing that was typed may be lost.
   */
  private void signedOut(Context ctx) {
    if (!Problems.wantsPage(ctx)) {
      ctx.header("WWW-Authenticate", "Mockloop");
      problems.answer(
          ctx,
          new ProblemException(
              401,
              "Not signed in",
              "Sign in first, with POST /api/team/sign-in or by an invite.",
              Map.of("reason", "signed-out")));
    } else if (ctx.method().name().equals("GET")) {
      String query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
      ctx.status(303)
          .header(
              "Location",
              ctx.path().equals("/")
                  ? "/sign-in"
                  : "/sign-in?next="
                      + URLEncoder.encode(ctx.path() + query, StandardCharsets.UTF_8));
    } else {
      ctx.status(401).header("WWW-Authenticate", "Mockloop").header("Cache-Control", "no-store");
      templates.render(
          ctx, "signedout", Map.of("action", ctx.path(), "fields", ctx.formParamMap()));
    }
  }
}
