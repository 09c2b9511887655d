package dev.mockloop.story;

import dev.mockloop.text.Span;

/** The role of one sentence of an answer. */
public record SentenceRole(Span span, Role role) {}
