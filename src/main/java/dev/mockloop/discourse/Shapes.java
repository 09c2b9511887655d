package dev.mockloop.discourse;

import dev.mockloop.text.Sentence;
import dev.mockloop.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells sentences that say something from bare lists of terms. */
final class Shapes {
  private static final Set<String> SEPARATORS = Set.of(",", "/", "|", "·", "•", ";", "+", "&");
  private static final int FEWEST_ITEMS = 3;
  private static final int LONGEST_ITEM = 4;
  private static final int LONGEST_TERM = 5;

  /** Commas a clause may have for each of its verbs before it is an enumeration. */
  private static final int ITEMS_PER_VERB = 5;

  private Shapes() {}

  static Shape of(Sentence sentence, List<MoveEvidence> moves) {
    List<Token> tokens = sentence.tokens();
    long verbs = tokens.stream().filter(Shapes::isVerb).count();
    List<Integer> items = itemLengths(tokens);
    boolean shortItems =
        items.size() >= FEWEST_ITEMS
            && items.stream().mapToInt(Integer::intValue).average().orElse(0) <= LONGEST_ITEM;
    boolean said =
        moves.stream()
            .anyMatch(
                m ->
                    m.move() != Move.OWN_ACT
                        && m.move() != Move.FAILURE
                        && m.move() != Move.EXAMPLE);
    if (shortItems && (verbs == 0 ? !said : items.size() >= ITEMS_PER_VERB * verbs)) {
      return Shape.LIST;
    }
    if (verbs > 0) {
      return Shape.CLAUSE;
    }
    return said || sentence.wordCount() > LONGEST_TERM ? Shape.NOTE : Shape.LIST;
  }

  /** A form in -ing alone makes no clause: "hashing" is a term. */
  private static boolean isVerb(Token token) {
    return token.is("AUX") || (token.is("VERB") && !token.form().endsWith("ing"));
  }

  private static List<Integer> itemLengths(List<Token> tokens) {
    List<Integer> lengths = new ArrayList<>();
    int words = 0;
    for (Token token : tokens) {
      String form = token.form();
      if (SEPARATORS.contains(form) || form.equals("and") || form.equals("or")) {
        if (words > 0) {
          lengths.add(words);
        }
        words = 0;
      } else if (form.equals(":")) {
        words = 0;
      } else if (token.isWord()) {
        words++;
      }
    }
    if (words > 0) {
      lengths.add(words);
    }
    return lengths;
  }
}
