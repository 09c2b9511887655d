/**
 * Sessions being run: {@link dev.mockloop.live.LiveSessions} takes a command, lets the session
 * decide, has the events kept, and tells whoever listens. {@link dev.mockloop.live.Reports} scores
 * a session that is over, once, and keeps the card. {@link dev.mockloop.live.Content} holds the
 * rubrics on offer; {@link dev.mockloop.live.RubricDesk} lays over them what interviewers publish,
 * and {@link dev.mockloop.live.Rescoring} scores old sessions with it.
 */
@NullMarked
package dev.mockloop.live;

import org.jspecify.annotations.NullMarked;
