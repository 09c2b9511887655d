/**
 * Texts and requests that nobody would send on purpose: mutants of good ones, made from a seed that
 * a failure names.
 */
@NullMarked
package dev.mockloop.fuzz;

import org.jspecify.annotations.NullMarked;
