/**
 * The whole check of a rubric folder: what {@code dev.mockloop.rubric.yaml} finds by reading, and
 * what only shows when the phrases are run: examples that are not found, or found where they must
 * not be.
 */
@NullMarked
package dev.mockloop.check;

import org.jspecify.annotations.NullMarked;
