package dev.mockloop.rubric;

import dev.mockloop.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the phrase language into a {@link Phrase}, by recursive descent. From loose to tight:
 *
 * <pre>
 * together = near { "&amp;" near }
 * near     = run { ( "~" | ">" ) [ number ] run }
 * run      = item { item }
 * item     = ( word | word "*" | "=" word | "&lt;n>" | "(" together { "|" together } ")" ) [ "?" ]
 * </pre>
 */
public final class PhraseParser {
  /** The distance that {@code ~} and {@code >} mean when they name none, in words between. */
  public static final int DEFAULT_DISTANCE = 5;

  /** More words between two parts say nothing about either. */
  public static final int LONGEST_DISTANCE = 50;

  /** Nobody reads a longer one, and each part of it takes stack when it is compiled. */
  private static final int LONGEST = 2_000;

  private static final int SHORTEST_PREFIX = 3;
  private static final int DEEPEST_NESTING = 12;
  private static final String OPERATORS = "()|&~>?=*";

  private final String source;
  private int at;
  private int depth;

  private PhraseParser(String source) {
    this.source = source;
  }

  /**
   * Reads one phrase.
   *
   * @throws PhraseSyntaxException when it does not follow the language, or could never match
   */
  public static Phrase parse(String source) {
    if (source.length() > LONGEST) {
      throw new PhraseSyntaxException(
          LONGEST, "a phrase has at most " + LONGEST + " characters; write several");
    }
    PhraseParser parser = new PhraseParser(source);
    Phrase phrase = parser.together();
    if (parser.at < source.length()) {
      throw parser.wrong(
          parser.peek() == ')'
              ? "there is a ) without its ("
              : "'|' stands only inside brackets: (a | b)");
    }
    if (phrase instanceof Phrase.Maybe) {
      throw new PhraseSyntaxException(
          0, "the whole phrase is optional, so it would match everything; leave out the '?'");
    }
    return phrase;
  }

  private Phrase together() {
    Phrase left = near();
    while (take('&')) {
      left = new Phrase.SameSentence(left, near());
    }
    return left;
  }

  private Phrase near() {
    Phrase left = run();
    while (true) {
      if (take('~')) {
        int words = distance();
        left = new Phrase.Near(left, run(), words);
      } else if (take('>')) {
        int words = distance();
        left = new Phrase.Then(left, run(), words);
      } else {
        return left;
      }
    }
  }

  private Phrase run() {
    List<Phrase> parts = new ArrayList<>();
    while (startsItem()) {
      parts.add(item());
    }
    if (parts.isEmpty()) {
      throw wrong(
          at >= source.length()
              ? "something is missing at the end"
              : "a word is missing before '" + peek() + "'");
    }
    if (parts.stream().allMatch(Phrase.Maybe.class::isInstance) && parts.size() > 1) {
      throw wrong("every part is optional; at least one word must be there");
    }
    return parts.size() == 1 ? parts.getFirst() : new Phrase.Sequence(parts);
  }

  private boolean startsItem() {
    skipBlank();
    return at < source.length() && ")|&~>?*".indexOf(peek()) < 0;
  }

  private Phrase item() {
    Phrase item =
        peek() == '(' ? group() : peek() == '=' ? exact() : isNumberSign() ? number() : word();
    if (at < source.length() && peek() == '?') {
      at++;
      return new Phrase.Maybe(item);
    }
    return item;
  }

  private Phrase group() {
    int open = at++;
    if (++depth > DEEPEST_NESTING) {
      throw wrong(
          "brackets are nested deeper than " + DEEPEST_NESTING + "; split the phrase in two");
    }
    List<Phrase> alternatives = new ArrayList<>();
    do {
      alternatives.add(together());
    } while (take('|'));
    if (!take(')')) {
      throw new PhraseSyntaxException(open, "this ( has no )");
    }
    depth--;
    return alternatives.size() == 1 ? alternatives.getFirst() : new Phrase.AnyOf(alternatives);
  }

  private boolean isNumberSign() {
    return source.startsWith("<n>", at);
  }

  private Phrase number() {
    at += "<n>".length();
    return new Phrase.AnyNumber();
  }

  private Phrase exact() {
    at++;
    String text = plain();
    if (Words.of(text).size() != 1) {
      throw wrong("'=' needs one word right behind it, such as =Go");
    }
    return new Phrase.Exact(text);
  }

  private Phrase word() {
    int start = at;
    String text = plain();
    if (at < source.length() && peek() == '*') {
      at++;
      if (Words.of(text).size() != 1 || text.length() < SHORTEST_PREFIX) {
        throw new PhraseSyntaxException(
            start, "'*' needs at least " + SHORTEST_PREFIX + " letters of one word before it");
      }
      return new Phrase.Prefix(text);
    }
    if (Words.of(text).isEmpty() && !isArticle(text)) {
      throw new PhraseSyntaxException(
          start, "'" + text + "' holds no letter or digit, so nothing can match it; leave it out");
    }
    return new Phrase.Word(text);
  }

  /** Articles count for nothing, and an author may well write them. */
  private static boolean isArticle(String text) {
    return text.codePoints().allMatch(Character::isLetter);
  }

  private String plain() {
    int start = at;
    while (at < source.length()
        && !Character.isWhitespace(peek())
        && OPERATORS.indexOf(peek()) < 0) {
      at++;
    }
    return source.substring(start, at);
  }

  private int distance() {
    int start = at;
    while (at < source.length() && Character.isDigit(peek())) {
      at++;
    }
    if (start == at) {
      return DEFAULT_DISTANCE;
    }
    String digits = source.substring(start, at);
    int words = digits.length() > 3 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    if (words < 1 || words > LONGEST_DISTANCE) {
      throw new PhraseSyntaxException(
          start, "the distance " + digits + " is not between 1 and " + LONGEST_DISTANCE + " words");
    }
    return words;
  }

  private boolean take(char c) {
    skipBlank();
    if (at < source.length() && peek() == c) {
      at++;
      return true;
    }
    return false;
  }

  private void skipBlank() {
    while (at < source.length() && Character.isWhitespace(peek())) {
      at++;
    }
  }

  private char peek() {
    return source.charAt(at);
  }

  private PhraseSyntaxException wrong(String message) {
    return new PhraseSyntaxException(Math.min(at, source.length()), message);
  }
}
