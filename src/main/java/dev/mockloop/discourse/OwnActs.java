package dev.mockloop.discourse;

import dev.mockloop.text.Sentence;
import dev.mockloop.text.Span;
import dev.mockloop.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds what the speaker did: "I asked her", "Took him to the ward". */
public final class OwnActs {
  private static final Set<String> MENTAL =
      Set.of(
          "be",
          "have",
          "think",
          "believe",
          "know",
          "feel",
          "like",
          "love",
          "want",
          "need",
          "enjoy",
          "hope",
          "remember",
          "guess",
          "say",
          "work",
          "will",
          "would",
          "can");

  /** How far behind "I" the verb may stand, in tokens: "I then quietly asked". */
  private static final int REACH = 4;

  private OwnActs() {}

  static List<Span> of(Sentence sentence) {
    List<Span> acts = new ArrayList<>();
    List<Token> tokens = sentence.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).form().equals("i")) {
        for (int j = i + 1; j < Math.min(tokens.size(), i + 1 + REACH); j++) {
          if (isPast(tokens.get(j)) && !MENTAL.contains(tokens.get(j).lemma())) {
            acts.add(tokens.get(i).span().cover(tokens.get(j).span()));
            break;
          }
        }
      }
    }
    if (!tokens.isEmpty()
        && isPast(tokens.getFirst())
        && !MENTAL.contains(tokens.getFirst().lemma())) {
      acts.add(tokens.getFirst().span());
    }
    return acts;
  }

  /** Whether a token is a verb in a past form, as far as its spelling shows it. */
  public static boolean isPast(Token token) {
    if (!token.is("VERB")) {
      return false;
    }
    String form = token.form();
    boolean inflected = !form.equals(token.lemma()) && !form.endsWith("ing") && !form.endsWith("s");
    return !form.contains("'") && (form.endsWith("ed") || inflected);
  }
}
