package dev.mockloop.search;

import dev.mockloop.interview.Place;
import dev.mockloop.interview.SessionId;

/**
 * A text that can be found.
 *
 * @param session where it was typed
 * @param place the question, or its follow-up
 * @param question the question's title, which is searched too
 * @param text what was typed
 */
public record Passage(SessionId session, Place place, String question, String text) {}
