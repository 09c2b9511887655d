package dev.mockloop.web;

import dev.mockloop.team.Permission;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What each address of the server asks for in team mode: the one table. An address that is not in
 * it is closed; a test walks all of them.
 */
final class Rights {
  private static final Map<String, Rule> RULES = new LinkedHashMap<>();

  /** What a rule is about. */
  enum Target {
    /** Anybody may come, signed in or not. */
    OPEN,
    /** Nobody may, in team mode. */
    CLOSED,
    /** Who has the permission. */
    ALL,
    /** Who has it for the session that the address names with {@code id}. */
    SESSION,
    /** Who has it for the answer that the address names with session, kind and name. */
    ITEM
  }

  /**
   * @param noted what the audit log says when it was done; empty for nothing
   */
  record Rule(Target target, Permission permission, String noted) {}

  private Rights() {}

  static Optional<Rule> of(String method, String path) {
    return Optional.ofNullable(RULES.get(method + " " + path));
  }

  private static void rule(Target target, Permission permission, String noted, String... routes) {
    for (String route : routes) {
      if (RULES.put(route, new Rule(target, permission, noted)) != null) {
        throw new IllegalStateException(route + " stands twice in the table of rights");
      }
    }
  }

  private static void all(Permission permission, String... routes) {
    rule(Target.ALL, permission, "", routes);
  }

  private static void session(Permission permission, String... routes) {
    rule(Target.SESSION, permission, "", routes);
  }

  static {
    rule(
        Target.OPEN,
        Permission.LOOK,
        "",
        "GET /sign-in",
        "POST /sign-in",
        "GET /sign-in/openid",
        "GET /sign-in/openid/back",
        "POST /sign-out",
        "GET /set-password/{token}",
        "POST /set-password/{token}",
        "GET /invite/{token}",
        "POST /invite/{token}",
        "GET /api/team",
        "POST /api/team/sign-in",
        "POST /api/team/sign-out",
        "POST /api/team/password/{token}",
        "GET /api/invites/{token}",
        "POST /api/invites/{token}",
        "GET /api",
        "GET /openapi.json",
        "GET /health",
        "GET /health/live",
        "GET /health/ready",
        "GET /ready");
    // stories belong to one person, and a store keeps them for one
    rule(
        Target.CLOSED,
        Permission.LOOK,
        "",
        "GET /stories",
        "GET /stories/new",
        "POST /stories",
        "GET /stories/{id}",
        "POST /stories/{id}",
        "POST /stories/{id}/delete",
        "GET /api/stories",
        "POST /api/stories",
        "PUT /api/stories/{id}",
        "DELETE /api/stories/{id}",
        // the name of an account signs
        "POST /calibrate/rater");
    all(
        Permission.LOOK,
        "GET /",
        "GET /transcripts",
        "GET /api/sessions",
        "GET /api/search",
        "POST /api/preview",
        "GET /diagram");
    all(
        Permission.PRACTISE,
        "GET /progress",
        "GET /compare",
        "GET /own",
        "POST /own",
        "POST /own/sessions",
        "POST /sessions",
        "GET /api/loops",
        "GET /api/questions",
        "POST /api/sessions");
    session(
        Permission.SIT,
        "POST /sessions/{id}/start",
        "POST /sessions/{id}/next",
        "POST /sessions/{id}/pause",
        "POST /sessions/{id}/resume",
        "POST /sessions/{id}/answers/{place}",
        "POST /api/sessions/{id}/start",
        "POST /api/sessions/{id}/next",
        "POST /api/sessions/{id}/pause",
        "POST /api/sessions/{id}/resume",
        "PUT /api/sessions/{id}/drafts/{place}/{number}",
        "POST /api/sessions/{id}/answers/{place}",
        "POST /api/sessions/{id}/meter/{place}");
    session(
        Permission.READ,
        "GET /sessions/{id}",
        "GET /sessions/{id}/rewrite/{place}",
        "POST /sessions/{id}/rewrite/{place}",
        "GET /sessions/{id}/replay/{place}",
        "GET /sessions/{id}/cards/{card}",
        "GET /sessions/{id}/cards/{card}/compare",
        "GET /api/sessions/{id}",
        "GET /api/sessions/{id}/live",
        "POST /api/sessions/{id}/rewrite/{place}",
        "GET /api/sessions/{id}/cards",
        "GET /api/sessions/{id}/cards/{card}");
    rule(
        Target.SESSION,
        Permission.READ,
        "read a report",
        "GET /sessions/{id}/report",
        "GET /api/sessions/{id}/report");
    rule(
        Target.SESSION,
        Permission.READ,
        "exported a transcript",
        "GET /api/sessions/{id}/transcript.json",
        "GET /api/sessions/{id}/transcript.csv",
        "GET /api/sessions/{id}/transcript.html",
        "GET /api/sessions/{id}/transcript.pdf",
        "GET /api/sessions/{id}/transcript.md");
    session(Permission.TIDY, "GET /sessions/{id}/delete");
    rule(
        Target.SESSION,
        Permission.TIDY,
        "renamed a session",
        "POST /sessions/{id}/name",
        "PATCH /api/sessions/{id}");
    rule(
        Target.SESSION,
        Permission.TIDY,
        "deleted a session",
        "POST /sessions/{id}/delete",
        "DELETE /api/sessions/{id}");
    session(Permission.SETTLE, "GET /sessions/{id}/override/{place}");
    rule(
        Target.SESSION,
        Permission.SETTLE,
        "overrode a score",
        "POST /sessions/{id}/override/{place}");
    rule(
        Target.SESSION,
        Permission.SETTLE,
        "scored a session again",
        "POST /sessions/{id}/rescore",
        "POST /api/sessions/{id}/cards");
    all(
        Permission.RATE,
        "GET /calibrate",
        "GET /calibrate/rate",
        "GET /api/calibrate",
        "GET /api/calibrate/next");
    rule(
        Target.ITEM,
        Permission.RATE,
        "",
        "GET /calibrate/rate/{session}/{kind}/{name}",
        "GET /api/calibrate/items/{session}/{kind}/{name}");
    rule(
        Target.ITEM,
        Permission.RATE,
        "rated an answer",
        "POST /calibrate/rate/{session}/{kind}/{name}",
        "POST /api/calibrate/items/{session}/{kind}/{name}/ratings");
    rule(Target.ITEM, Permission.SETTLE, "", "GET /calibrate/adjudicate/{session}/{kind}/{name}");
    rule(
        Target.ITEM,
        Permission.SETTLE,
        "settled a disagreement",
        "POST /calibrate/adjudicate/{session}/{kind}/{name}",
        "POST /api/calibrate/items/{session}/{kind}/{name}/adjudication");
    rule(
        Target.ITEM,
        Permission.SETTLE,
        "overrode a score",
        "POST /api/calibrate/items/{session}/{kind}/{name}/override");
    all(Permission.SETTLE, "GET /calibrate/adjudicate");
    all(
        Permission.STUDY,
        "GET /calibrate/agreement",
        "GET /workbench/{kind}/{name}/analysis",
        "GET /workbench/{kind}/{name}/fit",
        "GET /workbench/{kind}/{name}/what-if",
        "POST /api/workbench/{kind}/{name}/what-if",
        "GET /api/workbench/{kind}/{name}/what-if/{id}",
        "DELETE /api/workbench/{kind}/{name}/what-if/{id}",
        "GET /api/workbench/{kind}/{name}/analysis",
        "GET /api/workbench/{kind}/{name}/fit",
        "POST /api/workbench/{kind}/{name}/fit/yaml");
    rule(Target.ALL, Permission.STUDY, "exported the ratings", "GET /api/calibrate/ratings.csv");
    rule(
        Target.ALL,
        Permission.STUDY,
        "imported ratings",
        "POST /calibrate/import",
        "POST /api/calibrate/ratings.csv");
    all(
        Permission.DRAFT_RUBRICS,
        "GET /workbench",
        "GET /workbench/{kind}/{name}",
        "POST /workbench/{kind}/{name}",
        "POST /workbench/{kind}/{name}/discard",
        "POST /workbench/{kind}/{name}/review",
        "GET /workbench/{kind}/{name}/versions",
        "GET /api/workbench",
        "GET /api/workbench/schema",
        "GET /api/workbench/{kind}/{name}",
        "PUT /api/workbench/{kind}/{name}/draft",
        "DELETE /api/workbench/{kind}/{name}/draft",
        "POST /api/workbench/{kind}/{name}/check",
        "POST /api/workbench/{kind}/{name}/preview");
    all(Permission.PUBLISH_RUBRICS, "GET /workbench/{kind}/{name}/rollback/{version}");
    rule(
        Target.ALL,
        Permission.PUBLISH_RUBRICS,
        "published a rubric",
        "POST /workbench/{kind}/{name}/publish",
        "POST /api/workbench/{kind}/{name}/publish");
    rule(
        Target.ALL,
        Permission.PUBLISH_RUBRICS,
        "rolled a rubric back",
        "POST /workbench/{kind}/{name}/rollback/{version}",
        "POST /api/workbench/{kind}/{name}/rollback");
    rule(
        Target.ALL,
        Permission.PUBLISH_RUBRICS,
        "kept a loop",
        "POST /own/loops",
        "POST /api/loops");
    all(
        Permission.MANAGE,
        "GET /metrics",
        "GET /admin",
        "POST /admin/accounts",
        "POST /admin/accounts/{account}/link",
        "POST /admin/accounts/{account}/disable",
        "POST /admin/accounts/{account}/enable",
        "POST /admin/accounts/{account}/role",
        "GET /admin/invites",
        "POST /admin/invites",
        "POST /admin/invites/{invite}/renew",
        "POST /admin/invites/{invite}/withdraw",
        "GET /admin/assignments",
        "POST /admin/assignments",
        "POST /admin/assignments/remove",
        "GET /admin/audit",
        "GET /api/team/accounts",
        "POST /api/team/accounts",
        "POST /api/team/accounts/{account}/link",
        "POST /api/team/accounts/{account}/disable",
        "POST /api/team/accounts/{account}/enable",
        "POST /api/team/accounts/{account}/role",
        "GET /api/team/invites",
        "POST /api/team/invites",
        "POST /api/team/invites/{invite}/renew",
        "POST /api/team/invites/{invite}/withdraw",
        "GET /api/team/assignments",
        "POST /api/team/assignments",
        "POST /api/team/assignments/remove",
        "GET /api/team/audit");
  }
}
