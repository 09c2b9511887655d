package dev.mockloop.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;

/**
 * A piece of a compiled phrase. For each answer it gives a query in which only those alternatives
 * stand that the answer has the words for: a phrase has dozens, an answer meets two or three.
 *
 * @param presence where it could match at all
 * @param query the query for an answer that it could match in
 * @param word whether it always takes exactly one position
 */
record Part(Presence presence, Query query, boolean word) {
  static final long NOWHERE = 0;

  private static final Part NOTHING =
      new Part(held -> NOWHERE, (held, here) -> Intervals.noIntervals("only articles"), true);

  /**
   * A quick test of where a piece could match, as a set of sentences in the form of {@link
   * Places#sentences}. It may say yes wrongly, never no.
   */
  interface Presence {
    /**
     * The sentences in which it could match.
     *
     * @param held the places of each term of the {@link Dictionary}
     */
    long in(Places[] held);
  }

  /** Makes the query for an answer. */
  interface Query {
    /**
     * The query with only the alternatives that could match.
     *
     * @param held the places of each term of the {@link Dictionary}
     * @param here the sentences in which the whole phrase could match
     */
    IntervalsSource in(Places[] held, long here);
  }

  /** One word in any of some forms, given by their numbers in the dictionary. */
  static Part word(int... numbers) {
    return new Part(
        held -> {
          long here = NOWHERE;
          for (int number : numbers) {
            here |= held[number].sentences();
          }
          return here;
        },
        (held, here) -> {
          Places places = Places.NONE;
          for (int number : numbers) {
            places = places.with(held[number].within(here));
          }
          return new PlacesSource(places);
        },
        true);
  }

  /** Two pieces put together. */
  static Part both(Part left, Part right, BinaryOperator<IntervalsSource> together) {
    return new Part(
        held -> {
          long here = left.presence.in(held);
          return here == NOWHERE ? NOWHERE : here & right.presence.in(held);
        },
        (held, here) -> together.apply(left.query.in(held, here), right.query.in(held, here)),
        false);
  }

  /** Pieces side by side. */
  static Part inOrder(List<Part> parts) {
    if (parts.isEmpty()) {
      return NOTHING;
    }
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    return new Part(
        held -> {
          long here = -1;
          for (int i = 0; i < parts.size() && here != NOWHERE; i++) {
            here &= parts.get(i).presence.in(held);
          }
          return here;
        },
        (held, here) ->
            Intervals.phrase(
                parts.stream().map(p -> p.query.in(held, here)).toArray(IntervalsSource[]::new)),
        false);
  }

  /** Any of several pieces. */
  static Part any(List<Part> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    boolean words = parts.stream().allMatch(Part::word);
    return new Part(
        held -> {
          long here = NOWHERE;
          for (Part part : parts) {
            here |= part.presence.in(held);
          }
          return here;
        },
        (held, here) -> {
          List<IntervalsSource> present = new ArrayList<>();
          for (Part part : parts) {
            if ((part.presence.in(held) & here) != NOWHERE) {
              present.add(part.query.in(held, here));
            }
          }
          return or(present, words);
        },
        words);
  }

  /**
   * Lucene pulls a choice of alternatives out of what surrounds it, which matters when they differ
   * in length and multiplies the work when they do not.
   */
  private static IntervalsSource or(List<IntervalsSource> sources, boolean words) {
    return sources.size() == 1
        ? sources.getFirst()
        : Intervals.or(!words, sources.toArray(IntervalsSource[]::new));
  }
}
