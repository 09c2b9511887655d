/**
 * Who may come in and what they may do: accounts, invites, assignments, roles and their
 * permissions, and the audit log. Decisions only: it knows no web, no files and no clock.
 */
@NullMarked
package dev.mockloop.team;

import org.jspecify.annotations.NullMarked;
