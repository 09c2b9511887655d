/**
 * The way in: sign-ins, passwords, OpenID Connect, invites and the audit log, over the store. What
 * is allowed is decided in {@link dev.mockloop.team}; nothing here knows of pages.
 */
@NullMarked
package dev.mockloop.entry;

import org.jspecify.annotations.NullMarked;
