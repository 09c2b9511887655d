package dev.mockloop.matching;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;

/**
 * All terms and beginnings of terms that the phrases of a rubric look for, numbered, and the
 * choices between them. Once the phrases are compiled, safe for many threads.
 */
final class Dictionary {
  private static final int MOST_KEPT = 50_000;
  private static final int[] NO_NUMBERS = {};

  private final Map<String, Integer> terms = new HashMap<>();
  private final Map<String, Integer> prefixes = new HashMap<>();

  /** The prefixes that begin with each letter, so that a term is held against few. */
  private final Map<Character, Map<String, Integer>> byLetter = new HashMap<>();

  private final Map<Part.AnyOf, Part.Choice> choices = new HashMap<>();

  /** The numbers that a term of an answer goes by; the same terms come back in every answer. */
  private final ConcurrentMap<String, int[]> numbers = new ConcurrentHashMap<>();

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

  /** The same choice for the same alternatives. */
  Part.Choice choice(Part.AnyOf alternatives) {
    return choices.computeIfAbsent(alternatives, a -> new Part.Choice(choices.size(), a));
  }

  /** What an answer holds, given its terms. */
  Held lookUp(Map<String, Places> answer) {
    Held held = new Held(next(), choices.size());
    answer.forEach(
        (term, places) -> {
          for (int number : numbers(term)) {
            held.add(number, places);
          }
        });
    return held;
  }

  private int[] numbers(String term) {
    int[] kept = numbers.get(term);
    if (kept != null) {
      return kept;
    }
    IntStream.Builder found = IntStream.builder();
    Integer whole = terms.get(term);
    if (whole != null) {
      found.add(whole);
    }
    byLetter
        .getOrDefault(term.charAt(0), Map.of())
        .forEach(
            (start, prefix) -> {
              if (term.startsWith(start)) {
                found.add(prefix);
              }
            });
    int[] all = found.build().toArray();
    if (numbers.size() < MOST_KEPT) {
      numbers.put(term, all.length == 0 ? NO_NUMBERS : all);
    }
    return all;
  }
}
