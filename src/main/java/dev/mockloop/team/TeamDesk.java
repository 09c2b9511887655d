package dev.mockloop.team;

import dev.mockloop.interview.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What may happen to a team: each call takes the team as it is and gives the events that follow, or
 * throws a {@link TeamException} that says why not.
 */
public final class TeamDesk {
  private TeamDesk() {}

  /** One account for an address and a name, whether it is disabled or not. */
  public static List<TeamEvent> add(Team team, TeamEvent.AccountAdded added) {
    if (team.account(added.email()).isPresent()) {
      throw new TeamException("There is an account for " + added.email() + " already");
    }
    if (team.account(added.name()).isPresent()) {
      throw new TeamException(
          "There is an account named "
              + added.name()
              + " already, and ratings are signed with names; take another, such as with a surname");
    }
    return List.of(added);
  }

  /** A link to set a password, in the place of any other. */
  public static List<TeamEvent> link(Team team, TeamEvent.LinkMade made) {
    if (account(team, made.account()).disabled()) {
      throw new TeamException("This account is disabled; enable it first");
    }
    return List.of(made);
  }

  /** Sets a password by a link, which is used up by that. */
  public static List<TeamEvent> setPassword(Team team, Secret token, String hash, Instant now) {
    return List.of(new TeamEvent.PasswordSet(linked(team, token, now).id(), hash, now));
  }

  /** The account whose password a link may set now. */
  public static Account linked(Team team, Secret token, Instant now) {
    return team.accountOfLink(token.hash())
        .filter(a -> !a.disabled())
        .filter(a -> a.link().filter(l -> now.isBefore(l.expires())).isPresent())
        .orElseThrow(
            () ->
                new TeamException(
                    "This link was used, is too old, or another was made; ask an admin for a new one"));
  }

  /** No change leaves a team without an admin who can sign in. */
  public static List<TeamEvent> disable(Team team, String account, Instant now) {
    keepsAnAdmin(team, account(team, account));
    return List.of(new TeamEvent.Disabled(account, now));
  }

  public static List<TeamEvent> enable(Team team, String account, Instant now) {
    account(team, account);
    return List.of(new TeamEvent.Enabled(account, now));
  }

  public static List<TeamEvent> role(Team team, String account, Role role, Instant now) {
    Account before = account(team, account);
    if (before.role() == role) {
      return List.of();
    }
    keepsAnAdmin(team, before);
    return List.of(new TeamEvent.RoleChanged(account, role, now));
  }

  /**
   * Uses an invite's link from a browser. The same browser may do so again, which changes nothing.
   *
   * @param arrival SHA-256 of what the browser holds
   */
  public static List<TeamEvent> arrive(Team team, Secret token, String arrival, Instant now) {
    Invite invite = invited(team, token);
    return switch (invite.standing(now)) {
      case WAITING -> List.of(new TeamEvent.InviteUsed(invite.id(), arrival, now));
      case USED -> {
        if (!invite.arrival().orElseThrow().equals(arrival)) {
          throw new TeamException(
              "This link was used from another browser, and it works once; ask who invited you for a new one");
        }
        yield List.of();
      }
      case EXPIRED ->
          throw new TeamException("This link is too old; ask who invited you for a new one");
      case WITHDRAWN -> throw new TeamException("This invite was withdrawn; ask who invited you");
    };
  }

  /** The invite that a link is for. */
  public static Invite invited(Team team, Secret token) {
    return team.inviteOfToken(token.hash())
        .orElseThrow(
            () ->
                new TeamException(
                    "This link is not known; copy all of it, or ask who invited you for a new one"));
  }

  /** Notes the session that came of an invite, unless there is one. */
  public static List<TeamEvent> begin(Team team, String invite, SessionId session, Instant now) {
    Invite known = invite(team, invite);
    return known.session().isPresent()
        ? List.of()
        : List.of(new TeamEvent.InviteBegan(invite, session, now));
  }

  /** Another link to the same session; the one before and who came by it are out. */
  public static List<TeamEvent> renew(Team team, TeamEvent.InviteRenewed renewed) {
    invite(team, renewed.invite());
    return List.of(renewed);
  }

  public static List<TeamEvent> withdraw(Team team, String invite, Instant now) {
    return invite(team, invite).withdrawn()
        ? List.of()
        : List.of(new TeamEvent.InviteWithdrawn(invite, now));
  }

  public static List<TeamEvent> assign(Team team, Assignment assignment, String by, Instant now) {
    if (account(team, assignment.account()).disabled()) {
      throw new TeamException("This account is disabled; enable it first");
    }
    return team.assignments().contains(assignment)
        ? List.of()
        : List.of(new TeamEvent.Assigned(assignment, by, now));
  }

  public static List<TeamEvent> unassign(Team team, Assignment assignment, String by, Instant now) {
    return team.assignments().contains(assignment)
        ? List.of(new TeamEvent.Unassigned(assignment, by, now))
        : List.of();
  }

  /** Binds a provider's subject to an account, once. */
  public static List<TeamEvent> bind(
      Team team, String account, OpenIdSubject subject, Instant now) {
    Optional<OpenIdSubject> before = account(team, account).openId();
    if (before.isPresent() && !before.get().equals(subject)) {
      throw new TeamException(
          "This address belongs to another person at the provider now; ask an admin");
    }
    return before.isPresent()
        ? List.of()
        : List.of(new TeamEvent.OpenIdBound(account, subject, now));
  }

  private static void keepsAnAdmin(Team team, Account leaving) {
    boolean another =
        team.accounts().stream()
            .anyMatch(a -> a.role() == Role.ADMIN && !a.disabled() && !a.id().equals(leaving.id()));
    if (leaving.role() == Role.ADMIN && !another) {
      throw new TeamException("This is the last admin; make another one first");
    }
  }

  private static Account account(Team team, String id) {
    return team.account(id).orElseThrow(() -> new TeamException("There is no such account"));
  }

  private static Invite invite(Team team, String id) {
    return team.invite(id).orElseThrow(() -> new TeamException("There is no such invite"));
  }
}
