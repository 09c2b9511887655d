package dev.mockloop.matching;

import dev.mockloop.text.Word;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The index terms of a word. An answer's word is indexed under its form, its stem, its lemma and
 * the lemma's stem, all at one position, and under {@code =form} for exact search and {@code <n>}
 * when it is a number. A phrase's word is looked for under its form, its stem and its lemma as a
 * verb, so that "told" in a phrase finds "tells".
 */
final class Terms {
  static final String NUMBER = "<n>";

  /** The lemma of a longer token is the token itself; no phrase holds such a word. */
  private static final int LONGEST = 80;

  private static final Set<String> SHORT_VERBS = Set.of("be", "do", "go");
  private static final int SHORTEST_LEMMA = 3;

  private static final int MOST_KEPT = 50_000;
  private static final ConcurrentMap<Form, List<String>> KEPT = new ConcurrentHashMap<>();

  private record Form(String form, boolean number, String lemma) {}

  private Terms() {}

  static String exact(String form) {
    return "=" + form;
  }

  /** The terms of a word with its lemma; the same words come back in every answer. */
  static List<String> indexed(Word word, String lemma) {
    Form form = new Form(word.form(), word.number(), lemma);
    List<String> kept = KEPT.get(form);
    if (kept != null) {
      return kept;
    }
    List<String> terms = List.copyOf(make(word, lemma));
    if (KEPT.size() < MOST_KEPT) {
      KEPT.put(form, terms);
    }
    return terms;
  }

  private static Set<String> make(Word word, String lemma) {
    Set<String> terms = new LinkedHashSet<>();
    terms.add(exact(word.form()));
    terms.add(word.form());
    terms.add(Stems.of(word.form()));
    if (!lemma.isEmpty() && lemma.length() <= LONGEST) {
      terms.add(lemma);
      terms.add(Stems.of(lemma));
    }
    if (word.number()) {
      terms.add(NUMBER);
    }
    return terms;
  }

  static Set<String> wanted(String form, String verbLemma) {
    Set<String> terms = new LinkedHashSet<>();
    terms.add(form);
    terms.add(Stems.of(form));
    if (isPlausible(form, verbLemma)) {
      terms.add(verbLemma);
    }
    return terms;
  }

  /**
   * A phrase's word is lemmatized out of context, where the model now and then invents a word
   * ("joins" becomes "in", "slo" becomes "s"). English verbs keep their first letter and have three
   * or more, but for a few.
   */
  private static boolean isPlausible(String form, String lemma) {
    return SHORT_VERBS.contains(lemma)
        || (lemma.length() >= SHORTEST_LEMMA && lemma.charAt(0) == form.charAt(0));
  }
}
