package dev.mockloop.team;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody signed in with one browser. It ends when it is signed out of, too old, idle for too
 * long, or when the account or invite was changed in a way that ends all sign-ins.
 *
 * @param account whether it is an account's; else it is an invite's
 * @param id the account's or invite's
 * @param generation the account's or invite's when it was made
 */
public record SignIn(boolean account, String id, int generation, Instant madeAt) {

  /**
   * Members, as OWASP ASVS 4.0.3, 3.3.2 has it for level 2: anew after 12 hours, or after half an
   * hour in which nothing was done.
   */
  public static final Limits MEMBER = new Limits(Duration.ofHours(12), Duration.ofMinutes(30));

  /** Candidates: a loop takes hours and its report is read days later. */
  public static final Limits CANDIDATE = new Limits(Duration.ofDays(14), Duration.ofDays(3));

  /**
   * How long a sign-in holds.
   *
   * @param longest from its making
   * @param idle from when it was last used
   */
  public record Limits(Duration longest, Duration idle) {}

  public Limits limits() {
    return account ? MEMBER : CANDIDATE;
  }

  /**
   * Who that is now; empty when it has ended.
   *
   * @param seenAt when it was last used
   */
  public Optional<Visitor> visitor(Team team, Instant seenAt, Instant now) {
    if (now.isAfter(madeAt.plus(limits().longest())) || now.isAfter(seenAt.plus(limits().idle()))) {
      return Optional.empty();
    }
    return account
        ? team.account(id)
            .filter(a -> !a.disabled() && a.generation() == generation)
            .map(Visitor.Member::new)
        : team.invite(id)
            .filter(i -> !i.withdrawn() && i.generation() == generation)
            .map(Visitor.Candidate::new);
  }
}
