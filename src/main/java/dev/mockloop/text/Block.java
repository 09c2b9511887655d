package dev.mockloop.text;

/**
 * A paragraph, list item or heading: the stretch within which sentences are looked for.
 *
 * @param span without list marker and surrounding white space
 * @param listItem whether a bullet or number stood in front
 */
public record Block(Span span, boolean listItem) {}
