/**
 * Sessions being run: {@link dev.mockloop.live.LiveSessions} takes a command, lets the session
 * decide, has the events kept, and tells whoever listens. {@link dev.mockloop.live.Reports} scores
 * a session that is over, once, and keeps the card. {@link dev.mockloop.live.Content} holds the
 * rubrics on offer.
 */
@NullMarked
package dev.mockloop.live;

import org.jspecify.annotations.NullMarked;
