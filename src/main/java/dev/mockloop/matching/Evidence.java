package dev.mockloop.matching;

import dev.mockloop.text.Span;

/**
 * A stretch of an answer that an idea was read from.
 *
 * @param criterion the criterion's id
 * @param idea the idea's id
 * @param span where, in the answer as typed
 * @param phrase the phrase that found it, as the rubric's author wrote it
 */
public record Evidence(String criterion, String idea, Span span, String phrase) {}
