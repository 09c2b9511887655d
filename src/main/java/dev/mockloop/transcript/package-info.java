/**
 * The durable record of sessions. {@link dev.mockloop.transcript.TranscriptStore} is the port:
 * events go in and are on disk before the call returns. {@link dev.mockloop.transcript.FolderStore}
 * keeps one folder a session, with {@code events.jsonl} as the only source of truth beside the
 * rubrics that the session was run with; {@code scorecard.json}, {@code transcript.json} and {@code
 * transcript.md} can always be made again from those.
 */
@NullMarked
package dev.mockloop.transcript;

import org.jspecify.annotations.NullMarked;
