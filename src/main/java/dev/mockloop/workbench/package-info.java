/**
 * Working on a rubric with rated answers at hand: {@link dev.mockloop.workbench.WhatIf} scores them
 * under a changed rubric and says what would move, {@link dev.mockloop.workbench.ItemAnalysis} says
 * which criteria, ideas and phrases tell good answers from others, {@link
 * dev.mockloop.workbench.Proposals} finds words that the rubric lacks, and {@link
 * dev.mockloop.workbench.WeightFit} fits weights and thresholds to ratings.
 *
 * <p>All of it is computed from rated answers and rubrics that are passed in. Nothing here knows
 * files, the web or the time.
 */
@NullMarked
package dev.mockloop.workbench;

import org.jspecify.annotations.NullMarked;
