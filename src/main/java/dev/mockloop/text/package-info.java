/**
 * What was typed, read as language: {@link dev.mockloop.text.Prose} with its sentences and tokens,
 * each with its place in the text as typed.
 *
 * <p>All offsets in Mockloop are UTF-16 offsets into the text exactly as typed, half-open. Nothing
 * here knows rubrics, files or the web. {@link dev.mockloop.text.ProseReader} is the port that a
 * language library stands behind; {@code dev.mockloop.text.opennlp} is the one that ships.
 */
@NullMarked
package dev.mockloop.text;

import org.jspecify.annotations.NullMarked;
