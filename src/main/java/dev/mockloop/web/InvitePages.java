package dev.mockloop.web;

import dev.mockloop.entry.Reception;
import dev.mockloop.interview.SessionId;
import dev.mockloop.live.NewSession;
import dev.mockloop.live.Workshop;
import dev.mockloop.rubric.Loop;
import dev.mockloop.team.Account;
import dev.mockloop.team.Invite;
import dev.mockloop.team.Secret;
import dev.mockloop.team.TeamException;
import dev.mockloop.team.Visitor;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where candidates come in. Looking at an invite changes nothing, so that a mail program that looks
 * ahead cannot use it up; the button does.
 */
final class InvitePages {
  private static final int SHORTEST_ARRIVAL = 16;

  private final Workshop workshop;
  private final Reception reception;
  private final TeamCookies cookies;
  private final Templates templates;
  private final SecureRandom random = new SecureRandom();

  InvitePages(Workshop workshop, TeamMode mode, TeamCookies cookies, Templates templates) {
    this.workshop = workshop;
    this.reception = mode.reception();
    this.cookies = cookies;
    this.templates = templates;
  }

  record Arriving(@Nullable String arrival) {}

  void register(JavalinConfig config) {
    config.routes.get("/invite/{token}", ctx -> landing(ctx, ""));
    config.routes.post("/invite/{token}", this::begin);
    config.routes.get("/api/invites/{token}", this::look);
    config.routes.post("/api/invites/{token}", this::arrive);
  }

  private void landing(Context ctx, String problem) {
    ctx.header("Cache-Control", "no-store").header("Referrer-Policy", "strict-origin");
    Optional<Invite> invite = Optional.empty();
    String refused = problem;
    try {
      Invite found = reception.invited(SignInPages.token(ctx));
      if (cookies.arrival(ctx).isEmpty()) {
        cookies.arrival(ctx, Secret.fresh(random));
      }
      String known = standing(ctx, found);
      refused = refused.isEmpty() ? known : refused;
      invite = Optional.of(found).filter(i -> known.isEmpty());
    } catch (TeamException e) {
      refused = e.says() + ".";
    }
    if (invite.isEmpty()) {
      ctx.status(404);
    }
    templates.render(
        ctx,
        "invite",
        Map.of(
            "invite",
            invite,
            "loop",
            invite.flatMap(i -> loop(i.loop())),
            "by",
            invite.map(this::by).orElse(""),
            "problem",
            refused));
  }

  /** Why the invite does not let this browser in; empty when it does. */
  private String standing(Context ctx, Invite invite) {
    return switch (invite.standing(workshop.sessions().now())) {
      case WAITING -> "";
      case USED ->
          cookies.arrival(ctx).map(Secret::hash).equals(invite.arrival())
              ? ""
              : "This link was used from another browser, and it works once. Ask who invited you for a new one.";
      case EXPIRED -> "This link is too old. Ask who invited you for a new one.";
      case WITHDRAWN -> "This invite was withdrawn. Ask who invited you.";
    };
  }

  private void begin(Context ctx) {
    Optional<Secret> arrival = cookies.arrival(ctx);
    if (arrival.isEmpty()) {
      ctx.status(400);
      landing(
          ctx,
          "Your browser did not send the cookie that it was given. Allow cookies for this site, then try again.");
      return;
    }
    try {
      SessionId session = enter(ctx, arrival.get());
      ctx.status(303).header("Location", "/sessions/" + session);
    } catch (TeamException e) {
      landing(ctx, e.says() + ".");
    }
  }

  private SessionId enter(Context ctx, Secret arrival) {
    Reception.SignedIn signedIn =
        reception.arrive(
            SignInPages.token(ctx),
            arrival,
            Gate.address(ctx),
            invite -> workshop.sessions().create(choice(invite)).id(),
            id -> workshop.sessions().delete(id));
    cookies.signIn(ctx).ifPresent(reception::forget);
    cookies.signIn(ctx, signedIn.token(), signedIn.visitor());
    return ((Visitor.Candidate) signedIn.visitor()).invite().session().orElseThrow();
  }

  private static NewSession choice(Invite invite) {
    return new NewSession(
        Optional.of(invite.loop()),
        invite.mode(),
        invite.candidate(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private void look(Context ctx) {
    Invite invite;
    try {
      invite = reception.invited(SignInPages.token(ctx));
    } catch (TeamException e) {
      throw ProblemException.notFound(e.says() + ".");
    }
    ObjectNode out =
        JsonNodeFactory.instance
            .objectNode()
            .put("candidate", invite.candidate())
            .put("by", by(invite))
            .put("loop", invite.loop())
            .put("mode", invite.mode().id())
            .put("expires", invite.expires().toString())
            .put("standing", AdminTables.id(invite.standing(workshop.sessions().now())));
    loop(invite.loop()).ifPresent(l -> out.put("title", l.title()));
    Bodies.json(ctx, out);
  }

  private void arrive(Context ctx) {
    String arrival = Bodies.read(ctx, Arriving.class).arrival;
    if (arrival == null || arrival.length() < SHORTEST_ARRIVAL) {
      throw ProblemException.badRequest(
          "The field 'arrival' is a random text of "
              + SHORTEST_ARRIVAL
              + " to 64 characters that you keep; with it the same request can be sent again.");
    }
    SessionId session = enter(ctx, new Secret(arrival));
    ctx.status(201).header("Location", "/api/sessions/" + session);
    Bodies.json(ctx, JsonNodeFactory.instance.objectNode().put("session", session.value()));
  }

  private Optional<Loop> loop(String id) {
    return workshop.content().catalogue().loops().stream()
        .filter(l -> l.id().equals(id))
        .findFirst();
  }

  private String by(Invite invite) {
    return reception
        .team()
        .account(invite.by())
        .map(Account::name)
        .map(Object::toString)
        .orElse("");
  }
}
