package dev.mockloop.matching;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;

/** All terms and beginnings of terms that the phrases of a rubric look for, numbered. */
final class Dictionary {
  private final Map<String, Integer> terms = new HashMap<>();
  private final Map<String, Integer> prefixes = new HashMap<>();

  /** The number of a term. */
  int term(String term) {
    return terms.computeIfAbsent(term, t -> next());
  }

  /** The number of all terms with a beginning. */
  int prefix(String start) {
    return prefixes.computeIfAbsent(start, s -> next());
  }

  private int next() {
    return terms.size() + prefixes.size();
  }

  /** The places, by number, in an answer. */
  Places[] lookUp(NavigableMap<String, Places> answer) {
    Places[] held = new Places[next()];
    java.util.Arrays.fill(held, Places.NONE);
    answer.forEach(
        (term, places) -> {
          Integer number = terms.get(term);
          if (number != null) {
            held[number] = places;
          }
        });
    prefixes.forEach(
        (start, number) -> {
          for (Map.Entry<String, Places> entry : answer.tailMap(start, true).entrySet()) {
            if (!entry.getKey().startsWith(start)) {
              break;
            }
            held[number] = held[number].with(entry.getValue());
          }
        });
    return held;
  }
}
