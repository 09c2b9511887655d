/**
 * From an answer to its score: a pure function of text, rubric and engine version. {@link
 * dev.mockloop.scoring.Scorer} reads the answer, has its ideas found, judges what each mention is
 * worth ({@link dev.mockloop.scoring.Standing}), and gives an {@link
 * dev.mockloop.scoring.AnswerCard} in which every point names the words that earned it. {@link
 * dev.mockloop.scoring.LoopCard} sums up rounds and loop.
 *
 * <p>All levels run from 1 to 5 and mean what the rating guide says they mean. Nothing here knows
 * the search library, files or the web.
 */
@NullMarked
package dev.mockloop.scoring;

import org.jspecify.annotations.NullMarked;
