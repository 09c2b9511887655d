package dev.mockloop.matching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** All terms and beginnings of terms that the phrases of a rubric look for, numbered. */
final class Dictionary {
  private final Map<String, Integer> terms = new HashMap<>();
  private final Map<String, Integer> prefixes = new HashMap<>();

  /** The prefixes that begin with each letter, so that a term is held against few. */
  private final Map<Character, Map<String, Integer>> byLetter = new HashMap<>();

  /** The number of a term. */
  int term(String term) {
    return terms.computeIfAbsent(term, t -> next());
  }

  /** The number of all terms with a beginning. */
  int prefix(String start) {
    int number = prefixes.computeIfAbsent(start, s -> next());
    byLetter.computeIfAbsent(start.charAt(0), c -> new HashMap<>()).put(start, number);
    return number;
  }

  private int next() {
    return terms.size() + prefixes.size();
  }

  /** The places, by number, in an answer. */
  Places[] lookUp(Map<String, Places> answer) {
    Places[] held = new Places[next()];
    Arrays.fill(held, Places.NONE);
    answer.forEach(
        (term, places) -> {
          Integer number = terms.get(term);
          if (number != null) {
            held[number] = places;
          }
          byLetter
              .getOrDefault(term.charAt(0), Map.of())
              .forEach(
                  (start, prefix) -> {
                    if (term.startsWith(start)) {
                      held[prefix] = held[prefix].with(places);
                    }
                  });
        });
    return held;
  }
}
