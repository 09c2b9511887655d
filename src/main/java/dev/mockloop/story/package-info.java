/**
 * Reads an answer as a story: the {@link dev.mockloop.story.Role} of each sentence (situation,
 * task, action, result, reflection), and how complete the {@link dev.mockloop.story.Arc} is that
 * they make.
 */
@NullMarked
package dev.mockloop.story;

import org.jspecify.annotations.NullMarked;
