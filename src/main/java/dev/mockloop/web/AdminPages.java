package dev.mockloop.web;

import dev.mockloop.entry.Reception;
import dev.mockloop.live.Workshop;
import dev.mockloop.team.Account;
import dev.mockloop.team.Invite;
import dev.mockloop.team.Role;
import dev.mockloop.team.TeamException;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Accounts, invites, assignments and the audit log. Links are shown once, where they are made. */
final class AdminPages {
  private static final int MOST_SHOWN = 200;

  private final Workshop workshop;
  private final TeamMode mode;
  private final Reception reception;
  private final Templates templates;

  AdminPages(Workshop workshop, TeamMode mode, Templates templates) {
    this.workshop = workshop;
    this.mode = mode;
    this.reception = mode.reception();
    this.templates = templates;
  }

  void register(JavalinConfig config) {
    config.routes.get("/admin", ctx -> accounts(ctx, Optional.empty(), ""));
    config.routes.post("/admin/accounts", this::addAccount);
    config.routes.post("/admin/accounts/{account}/link", this::newLink);
    config.routes.post(
        "/admin/accounts/{account}/disable", ctx -> account(ctx, reception::disable));
    config.routes.post("/admin/accounts/{account}/enable", ctx -> account(ctx, reception::enable));
    config.routes.post(
        "/admin/accounts/{account}/role",
        ctx ->
            account(
                ctx, (id, actor) -> reception.role(id, Role.ofAccount(field(ctx, "role")), actor)));
    config.routes.get("/admin/invites", ctx -> invites(ctx, Optional.empty(), ""));
    config.routes.post("/admin/invites", this::invite);
    config.routes.post("/admin/invites/{invite}/renew", this::renew);
    config.routes.post("/admin/invites/{invite}/withdraw", this::withdraw);
    config.routes.get("/admin/assignments", ctx -> assignments(ctx, ""));
    config.routes.post("/admin/assignments", ctx -> assign(ctx, true));
    config.routes.post("/admin/assignments/remove", ctx -> assign(ctx, false));
    config.routes.get("/admin/audit", this::audit);
  }

  static Reception.Actor actor(Context ctx) {
    if (Visit.of(ctx) instanceof Visit.Known known) {
      return known.actor();
    }
    throw new IllegalStateException("the pages of a team are served in team mode only");
  }

  private interface AccountWork {
    void on(String account, Reception.Actor actor);
  }

  private void accounts(Context ctx, Optional<AdminTables.Shown> shown, String problem) {
    templates.render(
        ctx,
        "admin",
        Map.of(
            "accounts",
            reception.team().accounts(),
            "shown",
            shown,
            "problem",
            problem,
            "name",
            field(ctx, "name"),
            "email",
            field(ctx, "email")));
  }

  private void addAccount(Context ctx) {
    try {
      Reception.Linked<Account> added =
          reception.addAccount(
              field(ctx, "name"),
              field(ctx, "email"),
              Role.ofAccount(field(ctx, "role")),
              actor(ctx));
      ctx.status(201);
      templates.render(
          ctx,
          "admin",
          Map.of(
              "accounts",
              reception.team().accounts(),
              "shown",
              Optional.of(shown(added)),
              "problem",
              "",
              "name",
              "",
              "email",
              ""));
    } catch (TeamException e) {
      ctx.status(400);
      accounts(ctx, Optional.empty(), e.says() + ".");
    }
  }

  private AdminTables.Shown shown(Reception.Linked<Account> linked) {
    return new AdminTables.Shown(
        "Send this link to "
            + linked.value().name()
            + ". It sets a password, once, within "
            + Reception.LINK_WORKS.toHours()
            + " hours.",
        mode.link("/set-password/" + linked.token().value()));
  }

  private void newLink(Context ctx) {
    try {
      accounts(
          ctx, Optional.of(shown(reception.newLink(ctx.pathParam("account"), actor(ctx)))), "");
    } catch (TeamException e) {
      ctx.status(400);
      accounts(ctx, Optional.empty(), e.says() + ".");
    }
  }

  private void account(Context ctx, AccountWork work) {
    try {
      work.on(ctx.pathParam("account"), actor(ctx));
      see(ctx, "/admin");
    } catch (TeamException e) {
      ctx.status(400);
      accounts(ctx, Optional.empty(), e.says() + ".");
    }
  }

  private void invites(Context ctx, Optional<AdminTables.Shown> shown, String problem) {
    templates.render(
        ctx,
        "admininvites",
        Map.of(
            "rows",
            AdminTables.invites(workshop, reception.team(), workshop.sessions().now()),
            "loops",
            AdminTables.loops(workshop),
            "shown",
            shown,
            "problem",
            problem,
            "candidate",
            shown.isPresent() ? "" : field(ctx, "candidate"),
            "loop",
            field(ctx, "loop")));
  }

  private void invite(Context ctx) {
    try {
      Reception.Linked<Invite> made =
          reception.invite(
              field(ctx, "candidate"),
              AdminForms.loop(workshop, field(ctx, "loop")),
              AdminForms.mode(field(ctx, "mode")),
              AdminForms.days(field(ctx, "days")),
              actor(ctx));
      ctx.status(201);
      invites(ctx, Optional.of(invitation(made)), "");
    } catch (TeamException e) {
      ctx.status(400);
      invites(ctx, Optional.empty(), e.says() + ".");
    }
  }

  private AdminTables.Shown invitation(Reception.Linked<Invite> made) {
    return new AdminTables.Shown(
        "Send this link to " + made.value().candidate() + ". It works in one browser, once.",
        mode.link("/invite/" + made.token().value()));
  }

  private void renew(Context ctx) {
    try {
      invites(
          ctx,
          Optional.of(
              invitation(
                  reception.renew(
                      ctx.pathParam("invite"), AdminForms.days(field(ctx, "days")), actor(ctx)))),
          "");
    } catch (TeamException e) {
      ctx.status(400);
      invites(ctx, Optional.empty(), e.says() + ".");
    }
  }

  private void withdraw(Context ctx) {
    try {
      reception.withdraw(ctx.pathParam("invite"), actor(ctx));
      see(ctx, "/admin/invites");
    } catch (TeamException e) {
      ctx.status(400);
      invites(ctx, Optional.empty(), e.says() + ".");
    }
  }

  private void assignments(Context ctx, String problem) {
    templates.render(
        ctx,
        "adminassignments",
        Map.of(
            "rows",
            AdminTables.rateable(workshop, reception.team()),
            "interviewers",
            interviewers(),
            "problem",
            problem));
  }

  private List<Account> interviewers() {
    return reception.team().accounts().stream()
        .filter(a -> !a.disabled() && a.role() == Role.INTERVIEWER)
        .toList();
  }

  private void assign(Context ctx, boolean give) {
    try {
      var assignment =
          AdminForms.assignment(
              workshop, field(ctx, "account"), field(ctx, "session"), field(ctx, "question"));
      if (give) {
        reception.assign(assignment, actor(ctx));
      } else {
        reception.unassign(assignment, actor(ctx));
      }
      see(ctx, "/admin/assignments");
    } catch (TeamException e) {
      ctx.status(400);
      assignments(ctx, e.says() + ".");
    }
  }

  private void audit(Context ctx) {
    String words = field(ctx, "q");
    templates.render(
        ctx,
        "adminaudit",
        Map.of(
            "entries",
            reception.audit().newest(words, MOST_SHOWN),
            "words",
            words,
            "most",
            MOST_SHOWN));
  }

  private static void see(Context ctx, String address) {
    ctx.status(303).header("Location", address);
  }

  private static String field(Context ctx, String name) {
    return Optional.ofNullable(ctx.formParam(name))
        .or(() -> Optional.ofNullable(ctx.queryParam(name)))
        .map(Objects::toString)
        .orElse("");
  }
}
