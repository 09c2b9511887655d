package dev.mockloop.team;

import dev.mockloop.rating.Rater;
import java.util.Optional;

/**
 * An interviewer or an admin. Accounts are never deleted and their names never change, because
 * ratings and published rubrics are signed with them; an account that is no longer wanted is
 * disabled.
 *
 * @param id short and random
 * @param name signs ratings and rubrics; no two accounts have the same
 * @param passwordHash as the library writes it, with its parameters; empty when none was set
 * @param openId bound at the first sign-in through a provider
 * @param link a link by which the password may be set, until it is used
 * @param generation rises with each change that ends all sign-ins of the account
 */
public record Account(
    String id,
    Rater name,
    EmailAddress email,
    Role role,
    Optional<String> passwordHash,
    Optional<OpenIdSubject> openId,
    Optional<PasswordLink> link,
    boolean disabled,
    int generation) {

  public Account {
    if (role == Role.CANDIDATE) {
      throw new TeamException("A candidate has no account; send an invite");
    }
  }

  Account withPassword(String hash) {
    return new Account(
        id,
        name,
        email,
        role,
        Optional.of(hash),
        openId,
        Optional.empty(),
        disabled,
        generation + 1);
  }

  /** The same password under a newer hash; nobody is signed out for that. */
  Account rehashed(String hash) {
    return new Account(
        id, name, email, role, Optional.of(hash), openId, link, disabled, generation);
  }

  Account withOpenId(OpenIdSubject subject) {
    return new Account(
        id, name, email, role, passwordHash, Optional.of(subject), link, disabled, generation);
  }

  Account withLink(PasswordLink fresh) {
    return new Account(
        id, name, email, role, passwordHash, openId, Optional.of(fresh), disabled, generation);
  }

  Account withRole(Role other) {
    return new Account(
        id, name, email, other, passwordHash, openId, link, disabled, generation + 1);
  }

  Account disabled(boolean now) {
    return new Account(
        id, name, email, role, passwordHash, openId, Optional.empty(), now, generation + 1);
  }
}
