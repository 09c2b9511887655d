package dev.mockloop.team;

import dev.mockloop.interview.SessionId;
import dev.mockloop.rating.ItemId;
import dev.mockloop.rating.Rater;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A team as its events have made it. A value: what happens next makes another one. */
public final class Team {
  private final Map<String, Account> accounts;
  private final Map<String, Invite> invites;
  private final Map<SessionId, String> owners;
  private final Set<Assignment> assignments;

  private Team(
      Map<String, Account> accounts,
      Map<String, Invite> invites,
      Map<SessionId, String> owners,
      Set<Assignment> assignments) {
    this.accounts = accounts;
    this.invites = invites;
    this.owners = owners;
    this.assignments = assignments;
  }

  public static Team empty() {
    return new Team(Map.of(), Map.of(), Map.of(), Set.of());
  }

  /** The team after these. */
  public Team after(List<TeamEvent> events) {
    if (events.isEmpty()) {
      return this;
    }
    Team next =
        new Team(
            new LinkedHashMap<>(accounts),
            new LinkedHashMap<>(invites),
            new LinkedHashMap<>(owners),
            new LinkedHashSet<>(assignments));
    events.forEach(next::apply);
    return next;
  }

  public Collection<Account> accounts() {
    return List.copyOf(accounts.values());
  }

  public Optional<Account> account(String id) {
    return Optional.ofNullable(accounts.get(id));
  }

  public Optional<Account> account(EmailAddress email) {
    return accounts.values().stream().filter(a -> a.email().equals(email)).findFirst();
  }

  public Optional<Account> account(OpenIdSubject subject) {
    return accounts.values().stream()
        .filter(a -> a.openId().filter(subject::equals).isPresent())
        .findFirst();
  }

  public Optional<Account> account(Rater name) {
    return accounts.values().stream().filter(a -> a.name().equals(name)).findFirst();
  }

  /** Whose link has a token of this hash. */
  public Optional<Account> accountOfLink(String tokenHash) {
    return accounts.values().stream()
        .filter(a -> a.link().filter(l -> l.tokenHash().equals(tokenHash)).isPresent())
        .findFirst();
  }

  /** Newest first. */
  public List<Invite> invites() {
    return List.copyOf(invites.values()).reversed();
  }

  public Optional<Invite> invite(String id) {
    return Optional.ofNullable(invites.get(id));
  }

  public Optional<Invite> inviteOfToken(String tokenHash) {
    return invites.values().stream().filter(i -> i.tokenHash().equals(tokenHash)).findFirst();
  }

  public List<Assignment> assignments() {
    return List.copyOf(assignments);
  }

  public List<Assignment> assignments(String account) {
    return assignments.stream().filter(a -> a.account().equals(account)).toList();
  }

  /** Whose session it is: the id of an account or invite; empty for one made without a team. */
  public Optional<String> owner(SessionId session) {
    return Optional.ofNullable(owners.get(session));
  }

  /** Whether somebody may do something that is not done to a session. */
  public boolean may(Visitor visitor, Permission permission) {
    return scope(visitor, permission) != Scope.NONE;
  }

  /** Whether somebody may do it to this session. */
  public boolean may(Visitor visitor, Permission permission, SessionId session) {
    return switch (scope(visitor, permission)) {
      case NONE -> false;
      case OWN -> owns(visitor, session);
      case ASSIGNED ->
          owns(visitor, session)
              || assignedTo(visitor)
                  .anyMatch(a -> a.session().equals(session) && a.question().isEmpty());
      case ALL -> true;
    };
  }

  /** Whether somebody may do it to this answer. */
  public boolean may(Visitor visitor, Permission permission, ItemId item) {
    return switch (scope(visitor, permission)) {
      case NONE, OWN -> false;
      case ASSIGNED -> assignedTo(visitor).anyMatch(a -> a.covers(item));
      case ALL -> true;
    };
  }

  public boolean owns(Visitor visitor, SessionId session) {
    return owner(session).filter(visitor.id()::equals).isPresent();
  }

  private Stream<Assignment> assignedTo(Visitor visitor) {
    return assignments.stream().filter(a -> a.account().equals(visitor.id()));
  }

  private static Scope scope(Visitor visitor, Permission permission) {
    return switch (visitor) {
      case Visitor.Stranger stranger -> Scope.NONE;
      case Visitor.Candidate candidate -> permission.of(Role.CANDIDATE);
      case Visitor.Member member -> permission.of(member.account().role());
    };
  }

  private void apply(TeamEvent event) {
    switch (event) {
      case TeamEvent.OfAccount of -> accounts.put(of.account(), account(of));
      case TeamEvent.OfInvite of -> {
        invites.put(of.invite(), invite(of));
        if (of instanceof TeamEvent.InviteBegan began) {
          owners.put(began.session(), began.invite());
        }
      }
      case TeamEvent.Practised practised -> owners.put(practised.session(), practised.account());
      case TeamEvent.Assigned assigned -> assignments.add(assigned.assignment());
      case TeamEvent.Unassigned unassigned -> assignments.remove(unassigned.assignment());
    }
  }

  private Account account(TeamEvent.OfAccount event) {
    return switch (event) {
      case TeamEvent.AccountAdded added ->
          new Account(
              added.account(),
              added.name(),
              added.email(),
              added.role(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              false,
              0);
      case TeamEvent.LinkMade made -> known(event).withLink(made.link());
      case TeamEvent.PasswordSet set -> known(event).withPassword(set.hash());
      case TeamEvent.Rehashed again -> known(event).rehashed(again.hash());
      case TeamEvent.OpenIdBound bound -> known(event).withOpenId(bound.subject());
      case TeamEvent.RoleChanged changed -> known(event).withRole(changed.role());
      case TeamEvent.Disabled disabled -> known(event).disabled(true);
      case TeamEvent.Enabled enabled -> known(event).disabled(false);
    };
  }

  private Account known(TeamEvent.OfAccount event) {
    return account(event.account())
        .orElseThrow(() -> new TeamException("There is no account " + event.account()));
  }

  private Invite invite(TeamEvent.OfInvite event) {
    return switch (event) {
      case TeamEvent.Invited made ->
          new Invite(
              made.invite(),
              made.tokenHash(),
              made.candidate(),
              made.loop(),
              made.mode(),
              made.by(),
              made.at(),
              made.expires(),
              Optional.empty(),
              Optional.empty(),
              false,
              0);
      case TeamEvent.InviteUsed used -> known(event).usedBy(used.arrival());
      case TeamEvent.InviteBegan began -> known(event).began(began.session());
      case TeamEvent.InviteRenewed renewed ->
          known(event).renewed(renewed.tokenHash(), renewed.expires());
      case TeamEvent.InviteWithdrawn withdrawn -> known(event).withdraw();
    };
  }

  private Invite known(TeamEvent.OfInvite event) {
    return invite(event.invite())
        .orElseThrow(() -> new TeamException("There is no invite " + event.invite()));
  }
}
