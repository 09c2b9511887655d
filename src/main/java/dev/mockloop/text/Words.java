package dev.mockloop.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Parts text into {@link Word}s, alike for answers and for the phrases that are looked for in them.
 *
 * <p>Capitals and accents fall away; hyphens and slashes part words; articles are left out; {@code
 * 's} is dropped and other contractions are spelled out ("don't" is "do", "not"); a number and its
 * unit are two words ("50ms", "99.9%"), while a letter with digits behind it is one ("p99", "k8s"),
 * as are "c++" and "c#". The phrase page of the manual promises exactly this.
 */
public final class Words {
  /** Longer words are cut: no phrase is that long, and an index has a limit. */
  static final int LONGEST = 80;

  private static final Set<String> ARTICLES = Set.of("a", "an", "the");
  private static final Set<String> NUMBER_WORDS =
      Set.of(
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "fifteen",
          "twenty",
          "thirty",
          "forty",
          "fifty",
          "sixty",
          "seventy",
          "eighty",
          "ninety",
          "hundred",
          "thousand",
          "million",
          "billion",
          "dozen");
  private static final Map<String, List<String>> ENDINGS =
      Map.of(
          "s",
          List.of(),
          "d",
          List.of("would"),
          "ll",
          List.of("will"),
          "ve",
          List.of("have"),
          "re",
          List.of("are"),
          "m",
          List.of("am"));
  private static final Map<String, String> IRREGULAR_NOT =
      Map.of("ca", "can", "wo", "will", "sha", "shall");

  private final String text;
  private final int end;
  private final List<Word> words = new ArrayList<>();
  private int at;

  private Words(String text, Span span) {
    this.text = text;
    this.at = span.start();
    this.end = span.end();
  }

  /** The words of a whole text. */
  public static List<Word> of(String text) {
    return of(text, new Span(0, text.length()));
  }

  /** The words within a span of a text; their offsets are those of the whole text. */
  public static List<Word> of(String text, Span span) {
    Words scan = new Words(text, span);
    while (scan.at < scan.end) {
      scan.step();
    }
    return List.copyOf(scan.words);
  }

  private void step() {
    int c = text.codePointAt(at);
    if (Character.isDigit(c)) {
      number();
    } else if (isWordChar(c)) {
      word();
    } else {
      if (c == '%') {
        words.add(new Word(new Span(at, at + 1), "%", false));
      }
      at += Character.charCount(c);
    }
  }

  private void number() {
    int start = at;
    at = digits(at);
    while (at + 1 < end
        && (text.charAt(at) == '.' || text.charAt(at) == ',')
        && Character.isDigit(text.codePointAt(at + 1))) {
      at = digits(at + 1);
    }
    words.add(
        new Word(new Span(start, at), fold(text.substring(start, at).replace(",", "")), true));
  }

  private int digits(int from) {
    int to = from;
    while (to < end && Character.isDigit(text.codePointAt(to))) {
      to += Character.charCount(text.codePointAt(to));
    }
    return to;
  }

  private void word() {
    int start = at;
    at = wordEnd(at);
    int firstEnd = at;
    if (at < end
        && isApostrophe(text.charAt(at))
        && at + 1 < end
        && Character.isLetter(text.codePointAt(at + 1))) {
      int endingEnd = wordEnd(at + 1);
      String ending = fold(text.substring(at + 1, endingEnd));
      at = endingEnd;
      contraction(start, firstEnd, endingEnd, ending);
      return;
    }
    int sharpEnd = firstEnd;
    while (firstEnd - start <= 2
        && sharpEnd < end
        && (text.charAt(sharpEnd) == '+' || text.charAt(sharpEnd) == '#')) {
      sharpEnd++;
    }
    boolean language =
        sharpEnd - firstEnd == 2 || (sharpEnd - firstEnd == 1 && text.charAt(firstEnd) == '#');
    at = language ? sharpEnd : firstEnd;
    add(start, at, fold(text.substring(start, at)));
  }

  private void contraction(int start, int firstEnd, int endingEnd, String ending) {
    String first = fold(text.substring(start, firstEnd));
    if (ending.equals("t") && first.endsWith("n")) {
      String verb = first.substring(0, first.length() - 1);
      add(start, firstEnd, first.equals("can") ? "can" : IRREGULAR_NOT.getOrDefault(verb, verb));
      add(firstEnd, endingEnd, "not");
    } else if (ENDINGS.containsKey(ending)) {
      add(start, firstEnd, first);
      ENDINGS.getOrDefault(ending, List.of()).forEach(w -> add(firstEnd, endingEnd, w));
    } else {
      add(start, endingEnd, first + ending);
    }
  }

  private void add(int start, int wordEnd, String form) {
    if (!form.isEmpty() && !ARTICLES.contains(form)) {
      words.add(new Word(new Span(start, wordEnd), form, NUMBER_WORDS.contains(form)));
    }
  }

  private int wordEnd(int from) {
    int to = from;
    while (to < end && isWordChar(text.codePointAt(to))) {
      to += Character.charCount(text.codePointAt(to));
    }
    return Math.min(to, end);
  }

  private static boolean isWordChar(int c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '’' || c == 'ʼ';
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  private static String fold(String raw) {
    String cut = raw.length() <= LONGEST ? raw : raw.substring(0, LONGEST);
    String lower = cut.toLowerCase(Locale.ROOT);
    if (isAscii(lower)) {
      return lower;
    }
    return Normalizer.normalize(lower, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .replace("ß", "ss")
        .replace("ø", "o")
        .replace("ł", "l")
        .replace("æ", "ae")
        .replace("œ", "oe");
  }
}
