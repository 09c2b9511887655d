package dev.mockloop.team;

import dev.mockloop.interview.Mode;
import dev.mockloop.interview.SessionId;
import java.time.Instant;
import java.util.Optional;

/**
 * A link by which one candidate sits one session.
 *
 * @param id short and random; names the invite where its link must not be
 * @param tokenHash SHA-256 of the token in the link
 * @param candidate the candidate's name, 1 to 80 characters
 * @param loop the loop's id
 * @param by the account that made it
 * @param expires until when the link can be used for the first time
 * @param arrival SHA-256 of what the browser holds that used the link; empty until then
 * @param session the session that came of it; empty until it is made
 * @param generation rises with each change that ends all sign-ins by it
 */
public record Invite(
    String id,
    String tokenHash,
    String candidate,
    String loop,
    Mode mode,
    String by,
    Instant madeAt,
    Instant expires,
    Optional<String> arrival,
    Optional<SessionId> session,
    boolean withdrawn,
    int generation) {
  private static final int LONGEST_NAME = 80;

  public Invite {
    candidate = candidate.strip();
    if (candidate.isEmpty()
        || candidate.length() > LONGEST_NAME
        || candidate.codePoints().anyMatch(Character::isISOControl)) {
      throw new TeamException(
          "The candidate's name has 1 to " + LONGEST_NAME + " characters on one line");
    }
  }

  /** Where an invite stands. */
  public enum Standing {
    WAITING,
    USED,
    EXPIRED,
    WITHDRAWN
  }

  public Standing standing(Instant now) {
    if (withdrawn) {
      return Standing.WITHDRAWN;
    }
    if (arrival.isPresent()) {
      return Standing.USED;
    }
    return now.isBefore(expires) ? Standing.WAITING : Standing.EXPIRED;
  }

  Invite usedBy(String browser) {
    return new Invite(
        id,
        tokenHash,
        candidate,
        loop,
        mode,
        by,
        madeAt,
        expires,
        Optional.of(browser),
        session,
        withdrawn,
        generation);
  }

  Invite began(SessionId made) {
    return new Invite(
        id,
        tokenHash,
        candidate,
        loop,
        mode,
        by,
        madeAt,
        expires,
        arrival,
        Optional.of(made),
        withdrawn,
        generation);
  }

  /** With another link, for another browser; who came by the old one is signed out. */
  Invite renewed(String hash, Instant until) {
    return new Invite(
        id,
        hash,
        candidate,
        loop,
        mode,
        by,
        madeAt,
        until,
        Optional.empty(),
        session,
        false,
        generation + 1);
  }

  Invite withdraw() {
    return new Invite(
        id,
        tokenHash,
        candidate,
        loop,
        mode,
        by,
        madeAt,
        expires,
        arrival,
        session,
        true,
        generation + 1);
  }
}
