package dev.mockloop.scoring;

import dev.mockloop.text.Span;
import java.util.Optional;

/**
 * What to do about one criterion.
 *
 * @param criterion the criterion's id
 * @param text what is missing, in a sentence or two
 * @param quote the candidate's own words that come nearest to it
 * @param question a question whose answer would close the gap
 */
public record Advice(String criterion, String text, Optional<Span> quote, String question) {}
