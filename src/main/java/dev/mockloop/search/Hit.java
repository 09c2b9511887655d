package dev.mockloop.search;

import dev.mockloop.interview.Place;
import dev.mockloop.interview.SessionId;
import java.util.List;

/**
 * A passage that was found.
 *
 * @param excerpt the best sentences of it in order, in pieces; empty when only the question's title
 *     matched and nothing was typed
 */
public record Hit(SessionId session, Place place, String question, List<Piece> excerpt) {
  /** A piece of an excerpt; {@code found} where it is one of the words looked for. */
  public record Piece(String text, boolean found) {}

  public Hit {
    excerpt = List.copyOf(excerpt);
  }
}
