package dev.mockloop.team;

import dev.mockloop.interview.Mode;
import dev.mockloop.interview.SessionId;
import dev.mockloop.rating.Rater;
import java.time.Instant;

/** What happened to a team. Nothing of it is ever changed; later ones add. */
public sealed interface TeamEvent {
  Instant at();

  /** Things of accounts. */
  sealed interface OfAccount extends TeamEvent {
    /** The account's id. */
    String account();
  }

  record AccountAdded(String account, Rater name, EmailAddress email, Role role, Instant at)
      implements OfAccount {}

  record LinkMade(String account, PasswordLink link, Instant at) implements OfAccount {}

  record PasswordSet(String account, String hash, Instant at) implements OfAccount {}

  /** The hash was made anew with the parameters of today. */
  record Rehashed(String account, String hash, Instant at) implements OfAccount {}

  record OpenIdBound(String account, OpenIdSubject subject, Instant at) implements OfAccount {}

  record RoleChanged(String account, Role role, Instant at) implements OfAccount {}

  record Disabled(String account, Instant at) implements OfAccount {}

  record Enabled(String account, Instant at) implements OfAccount {}

  /** Things of invites. */
  sealed interface OfInvite extends TeamEvent {
    /** The invite's id. */
    String invite();
  }

  record Invited(
      String invite,
      String tokenHash,
      String candidate,
      String loop,
      Mode mode,
      String by,
      Instant expires,
      Instant at)
      implements OfInvite {}

  /** A browser used the link; from then on no other can. */
  record InviteUsed(String invite, String arrival, Instant at) implements OfInvite {}

  record InviteBegan(String invite, SessionId session, Instant at) implements OfInvite {}

  record InviteRenewed(String invite, String tokenHash, Instant expires, Instant at)
      implements OfInvite {}

  record InviteWithdrawn(String invite, Instant at) implements OfInvite {}

  /** A member made a session to practise. */
  record Practised(String account, SessionId session, Instant at) implements TeamEvent {}

  record Assigned(Assignment assignment, String by, Instant at) implements TeamEvent {}

  record Unassigned(Assignment assignment, String by, Instant at) implements TeamEvent {}
}
