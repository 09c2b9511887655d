/**
 * The content of an interview as an immutable model: {@link dev.mockloop.rubric.Loop}s of rounds,
 * {@link dev.mockloop.rubric.Question}s, and their {@link dev.mockloop.rubric.Rubric}s of criteria,
 * ideas and {@link dev.mockloop.rubric.Phrase}s, all held by a {@link
 * dev.mockloop.rubric.Catalogue}.
 *
 * <p>Nothing here knows files, a search library or the web; {@code dev.mockloop.rubric.yaml} reads
 * this model from a folder.
 */
@NullMarked
package dev.mockloop.rubric;

import org.jspecify.annotations.NullMarked;
