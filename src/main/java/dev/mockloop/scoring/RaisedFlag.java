package dev.mockloop.scoring;

import dev.mockloop.text.Span;

/**
 * A red flag that an answer raised.
 *
 * @param span the words that raised it, or the whole answer for something that is missing
 * @param penalty levels taken off, before all flags together are capped
 */
public record RaisedFlag(String id, String name, String reason, Span span, double penalty) {}
