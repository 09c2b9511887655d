package dev.mockloop.discourse;

import dev.mockloop.text.Span;

/** The words that a {@link Move} was read from. */
public record MoveEvidence(Move move, Span span) {}
