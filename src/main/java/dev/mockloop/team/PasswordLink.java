package dev.mockloop.team;

import java.time.Instant;

/**
 * A link by which a password can be set, once.
 *
 * @param tokenHash SHA-256 of the token in it
 * @param expires until when it works
 */
public record PasswordLink(String tokenHash, Instant expires) {}
