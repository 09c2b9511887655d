package dev.mockloop.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.BinaryOperator;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;

/**
 * A piece of a compiled phrase. For each answer it gives a query in which only those alternatives
 * stand that the answer has the terms for: a phrase has dozens, an answer meets two or three.
 *
 * @param presence where it could match at all
 * @param source the query for an answer that it could match in
 */
record Part(Presence presence, Query source) {
  private static final Part NOTHING =
      new Part(held -> Presence.NOWHERE, (held, here) -> Intervals.noIntervals("only articles"));

  /** Makes the query for an answer. */
  interface Query {
    /**
     * The query with only the alternatives that could match.
     *
     * @param held the sentences that hold each term
     * @param here the sentences in which the whole phrase could match
     */
    IntervalsSource in(long[] held, long here);
  }

  /** A piece whose query is the same for every answer. */
  static Part of(Presence presence, IntervalsSource source) {
    return new Part(presence, (held, here) -> source);
  }

  /**
   * One word in any of some forms.
   *
   * @param numbers the forms with their numbers in the dictionary
   */
  static Part terms(SortedMap<String, Integer> numbers) {
    String[] forms = numbers.keySet().toArray(String[]::new);
    int[] places = numbers.values().stream().mapToInt(Integer::intValue).toArray();
    IntervalsSource[] sources = new IntervalsSource[forms.length];
    for (int i = 0; i < forms.length; i++) {
      sources[i] = Intervals.term(forms[i]);
    }
    return new Part(
        held -> {
          long here = Presence.NOWHERE;
          for (int place : places) {
            here |= held[place];
          }
          return here;
        },
        (held, here) -> {
          List<IntervalsSource> present = new ArrayList<>();
          for (int i = 0; i < places.length; i++) {
            if ((held[places[i]] & here) != Presence.NOWHERE) {
              present.add(sources[i]);
            }
          }
          return or(present);
        });
  }

  /** Two pieces put together. */
  static Part both(Part left, Part right, BinaryOperator<IntervalsSource> together) {
    return new Part(
        left.presence.and(right.presence),
        (held, here) -> together.apply(left.source.in(held, here), right.source.in(held, here)));
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
        parts.stream().map(Part::presence).reduce(Presence::and).orElseThrow(),
        (held, here) ->
            Intervals.phrase(
                parts.stream().map(p -> p.source.in(held, here)).toArray(IntervalsSource[]::new)));
  }

  /** Any of several pieces. */
  static Part any(List<Part> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    return new Part(
        Presence.any(parts.stream().map(Part::presence).toList()),
        (held, here) -> {
          List<IntervalsSource> present = new ArrayList<>();
          for (Part part : parts) {
            if ((part.presence.in(held) & here) != Presence.NOWHERE) {
              present.add(part.source.in(held, here));
            }
          }
          return or(present);
        });
  }

  private static IntervalsSource or(List<IntervalsSource> sources) {
    return sources.size() == 1
        ? sources.getFirst()
        : Intervals.or(sources.toArray(IntervalsSource[]::new));
  }
}
