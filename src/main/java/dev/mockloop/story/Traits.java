package dev.mockloop.story;

import dev.mockloop.text.Sentence;
import dev.mockloop.text.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What can be seen of a sentence that bears on its role.
 *
 * @param place where it stands in the answer, from 0 (first) to 1 (last)
 * @param words its words in lower case
 * @param text its text in lower case
 * @param self whether the candidate is its subject: "I", or a list item that begins with a verb
 * @param group whether "we" is its subject
 * @param past whether it tells of the past
 * @param number whether it holds a figure
 * @param hypothetical whether it says what would or should be done
 */
record Traits(
    double place,
    Set<String> words,
    String text,
    boolean self,
    boolean group,
    boolean past,
    boolean number,
    boolean hypothetical) {

  private static final Set<String> PAST_AUXILIARIES =
      Set.of("was", "were", "had", "did", "went", "could");

  static Traits of(Sentence sentence, String text, int index, int count) {
    Set<String> words = new HashSet<>();
    sentence.tokens().forEach(t -> words.add(t.text().toLowerCase(Locale.ROOT)));
    boolean firstIsVerb = !sentence.tokens().isEmpty() && sentence.tokens().getFirst().is("VERB");
    boolean would =
        hasAny(words, "would", "i'd", "we'd", "should", "they'd") && !hasAny(words, "had");
    return new Traits(
        count < 2 ? 0 : (double) index / (count - 1),
        words,
        text.toLowerCase(Locale.ROOT),
        hasAny(words, "i", "i'd", "i've", "my", "me", "myself")
            || (sentence.listItem() && firstIsVerb),
        hasAny(words, "we", "we'd", "we've", "our", "us"),
        sentence.tokens().stream().anyMatch(Traits::isPast),
        words.stream().anyMatch(w -> w.chars().anyMatch(Character::isDigit)),
        would);
  }

  boolean says(List<String> cues) {
    return cues.stream().anyMatch(text::contains);
  }

  private static boolean hasAny(Set<String> words, String... wanted) {
    return List.of(wanted).stream().anyMatch(words::contains);
  }

  private static boolean isPast(Token token) {
    String form = token.text().toLowerCase(Locale.ROOT);
    if (PAST_AUXILIARIES.contains(form)) {
      return true;
    }
    boolean inflected = !form.equals(token.lemma()) && !form.endsWith("ing") && !form.endsWith("s");
    return token.tag().equals("VERB") && (form.endsWith("ed") || inflected);
  }
}
