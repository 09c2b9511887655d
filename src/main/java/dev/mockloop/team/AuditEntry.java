package dev.mockloop.team;

import java.time.Instant;
import java.util.Locale;

/**
 * One line of the audit log. It never holds what somebody typed in an answer, nor a token, nor an
 * e-mail address of somebody unknown.
 *
 * @param who an account's or invite's id; {@code -} when nobody was signed in
 * @param name as people know them; empty when unknown
 * @param what in the past, such as {@code signed in}
 * @param on what it was done to; empty when that says nothing more
 * @param address the network address that the request came from
 */
public record AuditEntry(
    Instant at, String who, String name, String what, String on, String address) {

  /** Whether any field holds the words; no words are in every line. */
  public boolean holds(String words) {
    String sought = words.strip().toLowerCase(Locale.ROOT);
    return String.join(" ", who, name, what, on, address).toLowerCase(Locale.ROOT).contains(sought);
  }
}
