/**
 * The durable record of sessions, of what people gave them, and of the rubrics' versions: how each
 * is written in the ledgers and documents of a {@link dev.mockloop.store.Store}. A session's events
 * are the only source of truth beside the rubrics that it was run with; {@code scorecard.json},
 * {@code transcript.json} and {@code transcript.md} can always be made again from those.
 */
@NullMarked
package dev.mockloop.transcript;

import org.jspecify.annotations.NullMarked;
