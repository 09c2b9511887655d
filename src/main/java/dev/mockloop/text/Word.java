package dev.mockloop.text;

/**
 * A word as the matcher sees it.
 *
 * @param span its place in the text as typed
 * @param form lower case, without accents
 * @param number whether it is a number, in digits or spelled out
 */
public record Word(Span span, String form, boolean number) {}
