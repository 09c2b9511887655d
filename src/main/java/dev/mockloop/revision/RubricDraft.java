package dev.mockloop.revision;

import java.time.Instant;

/**
 * A text that is being worked on and not published.
 *
 * @param number how often the draft was saved, from 1; a save that knows an older number is refused
 * @param base the number of the version that the text was made from
 * @param savedAt when it was saved last
 * @param text the whole YAML as it was typed, sound or not
 */
public record RubricDraft(long number, int base, Instant savedAt, String text) {}
