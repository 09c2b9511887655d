/**
 * Who rated which answer how: ratings, adjudications and overrides as events, and what follows from
 * them. Knows no web, no files and no clock.
 */
@NullMarked
package dev.mockloop.rating;

import org.jspecify.annotations.NullMarked;
