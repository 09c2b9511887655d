/** Stories that a candidate keeps and comes back to, in STAR form. */
@NullMarked
package dev.mockloop.storybank;

import org.jspecify.annotations.NullMarked;
