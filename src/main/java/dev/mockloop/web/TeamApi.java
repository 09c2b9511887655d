package dev.mockloop.web;

import dev.mockloop.entry.Reception;
import dev.mockloop.interview.SessionId;
import dev.mockloop.live.Workshop;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.team.Account;
import dev.mockloop.team.Assignment;
import dev.mockloop.team.AuditEntry;
import dev.mockloop.team.Invite;
import dev.mockloop.team.Permission;
import dev.mockloop.team.Role;
import dev.mockloop.team.TeamException;
import dev.mockloop.team.Visitor;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Signing in and managing a team over JSON. */
final class TeamApi {
  private static final int USUAL_ENTRIES = 200;
  private static final int MOST_ENTRIES = 10_000;

  private final Workshop workshop;
  private final TeamMode mode;
  private final Reception reception;
  private final TeamCookies cookies;

  TeamApi(Workshop workshop, TeamMode mode, TeamCookies cookies) {
    this.workshop = workshop;
    this.mode = mode;
    this.reception = mode.reception();
    this.cookies = cookies;
  }

  record Credentials(@Nullable String email, @Nullable String password) {}

  record NewPassword(@Nullable String password) {}

  record NewAccount(@Nullable String name, @Nullable String email, @Nullable String role) {}

  record NewRole(@Nullable String role) {}

  record NewInvite(
      @Nullable String candidate,
      @Nullable String loop,
      @Nullable String mode,
      @Nullable Integer days) {}

  record Renewal(@Nullable Integer days) {}

  record Assigned(@Nullable String account, @Nullable String session, @Nullable String question) {}

  void register(JavalinConfig config) {
    config.routes.get("/api/team", this::me);
    config.routes.post("/api/team/sign-in", this::signIn);
    config.routes.post("/api/team/sign-out", this::signOut);
    config.routes.post("/api/team/password/{token}", this::setPassword);
    config.routes.get("/api/team/accounts", this::accounts);
    config.routes.post("/api/team/accounts", this::addAccount);
    config.routes.post("/api/team/accounts/{account}/link", this::newLink);
    config.routes.post("/api/team/accounts/{account}/disable", this::disable);
    config.routes.post("/api/team/accounts/{account}/enable", this::enable);
    config.routes.post("/api/team/accounts/{account}/role", this::role);
    config.routes.get("/api/team/invites", this::invites);
    config.routes.post("/api/team/invites", this::invite);
    config.routes.post("/api/team/invites/{invite}/renew", this::renew);
    config.routes.post("/api/team/invites/{invite}/withdraw", this::withdraw);
    config.routes.get("/api/team/assignments", this::assignments);
    config.routes.post("/api/team/assignments", this::assign);
    config.routes.post("/api/team/assignments/remove", this::unassign);
    config.routes.get("/api/team/audit", this::audit);
  }

  private void me(Context ctx) {
    Frame frame = Frame.of(ctx);
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    if (Visit.of(ctx) instanceof Visit.Known known) {
      switch (known.visitor()) {
        case Visitor.Stranger stranger -> out.put("role", "none");
        case Visitor.Member member -> out.put("role", member.account().role().id());
        case Visitor.Candidate candidate -> {
          out.put("role", Role.CANDIDATE.id());
          candidate.invite().session().ifPresent(s -> out.put("session", s.value()));
        }
      }
    }
    out.put("name", frame.name());
    ArrayNode rights = out.putArray("permissions");
    for (Permission permission : Permission.values()) {
      if (frame.may(permission)) {
        rights.add(permission.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
      }
    }
    Bodies.json(ctx, out);
  }

  private void signIn(Context ctx) {
    Credentials typed = Bodies.read(ctx, Credentials.class);
    try {
      enter(
          ctx,
          reception.signIn(
              given(typed.email, "email"), given(typed.password, "password"), Gate.address(ctx)));
    } catch (TeamException e) {
      ctx.header("WWW-Authenticate", "Mockloop");
      throw new ProblemException(401, "Not signed in", e.says() + ".");
    }
  }

  private void setPassword(Context ctx) {
    enter(
        ctx,
        reception.setPassword(
            SignInPages.token(ctx),
            given(Bodies.read(ctx, NewPassword.class).password, "password"),
            Gate.address(ctx)));
  }

  private void enter(Context ctx, Reception.SignedIn signedIn) {
    cookies.signIn(ctx).ifPresent(reception::forget);
    cookies.signIn(ctx, signedIn.token(), signedIn.visitor());
    ctx.status(204);
  }

  private void signOut(Context ctx) {
    cookies.signIn(ctx).ifPresent(token -> reception.signOut(token, AdminPages.actor(ctx)));
    cookies.signOut(ctx);
    ctx.status(204);
  }

  private void accounts(Context ctx) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    reception.team().accounts().forEach(a -> list.add(account(a)));
    Bodies.json(ctx, list);
  }

  private void addAccount(Context ctx) {
    NewAccount typed = Bodies.read(ctx, NewAccount.class);
    linked(
        ctx,
        reception.addAccount(
            given(typed.name, "name"),
            given(typed.email, "email"),
            Role.ofAccount(given(typed.role, "role")),
            AdminPages.actor(ctx)));
  }

  private void newLink(Context ctx) {
    linked(ctx, reception.newLink(ctx.pathParam("account"), AdminPages.actor(ctx)));
  }

  private void linked(Context ctx, Reception.Linked<Account> linked) {
    ctx.status(201);
    Bodies.json(
        ctx,
        account(linked.value()).put("link", mode.link("/set-password/" + linked.token().value())));
  }

  private void disable(Context ctx) {
    reception.disable(ctx.pathParam("account"), AdminPages.actor(ctx));
    ctx.status(204);
  }

  private void enable(Context ctx) {
    reception.enable(ctx.pathParam("account"), AdminPages.actor(ctx));
    ctx.status(204);
  }

  private void role(Context ctx) {
    Role role = Role.ofAccount(given(Bodies.read(ctx, NewRole.class).role, "role"));
    reception.role(ctx.pathParam("account"), role, AdminPages.actor(ctx));
    ctx.status(204);
  }

  private void invites(Context ctx) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    reception.team().invites().forEach(i -> list.add(invite(i)));
    Bodies.json(ctx, list);
  }

  private void invite(Context ctx) {
    NewInvite typed = Bodies.read(ctx, NewInvite.class);
    linked(
        ctx,
        reception.invite(
            given(typed.candidate, "candidate"),
            AdminForms.loop(workshop, given(typed.loop, "loop")),
            AdminForms.mode(Objects.requireNonNullElse(typed.mode, "")),
            AdminForms.days(days(typed.days)),
            AdminPages.actor(ctx)),
        201);
  }

  private void renew(Context ctx) {
    String days = ctx.body().isBlank() ? "" : days(Bodies.read(ctx, Renewal.class).days);
    linked(
        ctx,
        reception.renew(ctx.pathParam("invite"), AdminForms.days(days), AdminPages.actor(ctx)),
        200);
  }

  private void linked(Context ctx, Reception.Linked<Invite> linked, int status) {
    ctx.status(status);
    Bodies.json(
        ctx, invite(linked.value()).put("link", mode.link("/invite/" + linked.token().value())));
  }

  private void withdraw(Context ctx) {
    reception.withdraw(ctx.pathParam("invite"), AdminPages.actor(ctx));
    ctx.status(204);
  }

  private void assignments(Context ctx) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (Assignment assignment : reception.team().assignments()) {
      ObjectNode row =
          list.addObject()
              .put("account", assignment.account())
              .put("session", assignment.session().value());
      assignment.question().map(QuestionId::value).ifPresent(q -> row.put("question", q));
    }
    Bodies.json(ctx, list);
  }

  private void assign(Context ctx) {
    reception.assign(assignment(ctx), AdminPages.actor(ctx));
    ctx.status(204);
  }

  private void unassign(Context ctx) {
    reception.unassign(assignment(ctx), AdminPages.actor(ctx));
    ctx.status(204);
  }

  private Assignment assignment(Context ctx) {
    Assigned typed = Bodies.read(ctx, Assigned.class);
    return AdminForms.assignment(
        workshop,
        given(typed.account, "account"),
        given(typed.session, "session"),
        Objects.requireNonNullElse(typed.question, ""));
  }

  private void audit(Context ctx) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    String words = Objects.requireNonNullElse(ctx.queryParam("q"), "");
    for (AuditEntry entry : reception.audit().newest(words, entries(ctx))) {
      list.addObject()
          .put("at", entry.at().toString())
          .put("who", entry.who())
          .put("name", entry.name())
          .put("what", entry.what())
          .put("on", entry.on())
          .put("address", entry.address());
    }
    Bodies.json(ctx, list);
  }

  private static int entries(Context ctx) {
    String most = Objects.requireNonNullElse(ctx.queryParam("most"), "" + USUAL_ENTRIES);
    if (!most.matches("\\d{1,5}") || Integer.parseInt(most) > MOST_ENTRIES) {
      throw ProblemException.badRequest("'most' is a whole number up to " + MOST_ENTRIES + ".");
    }
    return Integer.parseInt(most);
  }

  private static ObjectNode account(Account account) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", account.id())
        .put("name", account.name().name())
        .put("email", account.email().value())
        .put("role", account.role().id())
        .put("disabled", account.disabled())
        .put("password", account.passwordHash().isPresent())
        .put("openId", account.openId().isPresent());
  }

  private ObjectNode invite(Invite invite) {
    ObjectNode out =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", invite.id())
            .put("candidate", invite.candidate())
            .put("loop", invite.loop())
            .put("mode", invite.mode().id())
            .put("expires", invite.expires().toString())
            .put("standing", AdminTables.id(invite.standing(workshop.sessions().now())));
    Optional<SessionId> session = invite.session();
    session.ifPresent(s -> out.put("session", s.value()));
    return out;
  }

  private static String days(@Nullable Integer days) {
    return days == null ? "" : String.valueOf(days);
  }

  private static String given(@Nullable String value, String field) {
    if (value == null) {
      throw ProblemException.badRequest("The field '" + field + "' is missing.");
    }
    return value;
  }
}
