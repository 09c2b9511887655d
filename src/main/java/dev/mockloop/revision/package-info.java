/**
 * The versions of a rubric. {@link dev.mockloop.revision.History} holds those of one question, from
 * the text that shipped to the one in use, and says what publishing or rolling back adds; {@link
 * dev.mockloop.revision.RevisionStore} is the port that keeps them. No files and no clock here:
 * times are passed in.
 */
@NullMarked
package dev.mockloop.revision;

import org.jspecify.annotations.NullMarked;
