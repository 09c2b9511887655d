/**
 * Finds the ideas of a rubric in an answer: phrases compiled to Apache Lucene interval queries, run
 * over an index of the one answer. A {@link dev.mockloop.text.Prose} and a question go in, {@link
 * dev.mockloop.matching.Evidence} comes out, each piece with its place in the text as typed.
 *
 * <p>The door is {@link dev.mockloop.matching.RubricMatcher}. Whether a mention earns anything is
 * not decided here.
 */
@NullMarked
package dev.mockloop.matching;

import org.jspecify.annotations.NullMarked;
