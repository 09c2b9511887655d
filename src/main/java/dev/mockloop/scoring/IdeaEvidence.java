package dev.mockloop.scoring;

import dev.mockloop.text.Span;

/**
 * Words of the answer that an idea was read from, and what they earned.
 *
 * @param idea the idea's id
 * @param says the idea as a sentence
 * @param span where, in the answer as typed
 * @param standing how it stands there
 */
public record IdeaEvidence(String idea, String says, Span span, Standing standing) {}
