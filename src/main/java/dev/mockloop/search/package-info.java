/**
 * Full-text search over transcripts, with Lucene: {@link dev.mockloop.search.TranscriptIndex} holds
 * the passages of sessions and finds words in them.
 */
@NullMarked
package dev.mockloop.search;

import org.jspecify.annotations.NullMarked;
