package dev.mockloop.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/**
 * A quick test of where a phrase could match at all, as a set of sentences: a bit of a long for
 * each sentence, the 65th sharing that of the first and so on. It may say yes wrongly, never no.
 */
interface Presence {
  /** In no sentence. */
  long NOWHERE = 0;

  /**
   * The sentences in which it could match.
   *
   * @param terms the sentences that hold each term of the {@link Dictionary}
   */
  long in(long[] terms);

  /** Where both could match. */
  default Presence and(Presence other) {
    return terms -> {
      long here = in(terms);
      return here == NOWHERE ? NOWHERE : here & other.in(terms);
    };
  }

  /** Where any of several could match. */
  static Presence any(List<Presence> all) {
    Presence[] some = all.toArray(Presence[]::new);
    return terms -> {
      long here = NOWHERE;
      for (Presence presence : some) {
        here |= presence.in(terms);
      }
      return here;
    };
  }

  /** All terms and beginnings of terms that the phrases of a rubric look for, numbered. */
  final class Dictionary {
    private final Map<String, Integer> terms = new HashMap<>();
    private final Map<String, Integer> prefixes = new HashMap<>();

    /** The number of a term. */
    int number(String term) {
      return terms.computeIfAbsent(term, t -> next());
    }

    /** Where a term with this beginning stands. */
    Presence ofPrefix(String start) {
      int number = prefixes.computeIfAbsent(start, s -> next());
      return held -> held[number];
    }

    private int next() {
      return terms.size() + prefixes.size();
    }

    /** Looks all of it up in an answer's terms with their sentences. */
    long[] lookUp(NavigableMap<String, Long> answer) {
      long[] held = new long[next()];
      answer.forEach(
          (term, sentences) -> {
            Integer number = terms.get(term);
            if (number != null) {
              held[number] |= sentences;
            }
          });
      prefixes.forEach(
          (start, number) -> {
            for (Map.Entry<String, Long> entry : answer.tailMap(start, true).entrySet()) {
              if (!entry.getKey().startsWith(start)) {
                break;
              }
              held[number] |= entry.getValue();
            }
          });
      return held;
    }
  }
}
