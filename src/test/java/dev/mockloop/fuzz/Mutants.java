package dev.mockloop.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Changes good texts into bad ones: pieces are cut out, doubled, swapped between texts, repeated
 * without end, and mixed with marks that parsers trip over.
 */
public final class Mutants {
  private static final int LONGEST = 30_000;
  private static final int MOST_CHANGES = 5;
  private static final List<String> MARKS =
      List.of(
          "\u0000",
          "\n",
          "\r\n",
          "\r",
          "\t",
          " ",
          "\u2028",
          "\ufeff",
          "\ud83d",
          "\ude80",
          "🚀",
          "é\u0301",
          "\u202e",
          "ﬁ",
          "İ",
          "ß",
          "\"",
          "'",
          "`",
          "\\",
          "/",
          "..",
          "../",
          "%2e%2e%2f",
          "%00",
          "%",
          "&",
          "&amp;",
          "<",
          ">",
          "<script>alert(1)</script>",
          "<!--",
          "]]>",
          "{",
          "}",
          "[",
          "]",
          "[[",
          "{{",
          "(",
          ")",
          "((",
          "|",
          "~",
          "~9",
          ">5",
          "=",
          "*",
          "?",
          "!",
          "#",
          "-",
          "- ",
          "---",
          "...",
          ": ",
          ":",
          ",",
          ";",
          "@",
          "^",
          "$",
          "&a ",
          "*a",
          "!!java.net.URL ",
          "!!binary ",
          "<<: *a",
          "? ",
          "| ",
          "|-\n ",
          ">-\n ",
          "null",
          "true",
          "yes",
          "no",
          "~ ",
          "NaN",
          ".inf",
          "-0",
          "0",
          "-1",
          "1e999",
          "1e-999",
          "9".repeat(400),
          "2147483648",
          "9223372036854775808",
          "0x10",
          "1_000",
          "12:30:45",
          "2024-01-01",
          "CON",
          "nul.txt",
          "$(x)",
          "=1+1",
          "+1",
          "@SUM(A1)",
          "javascript:alert(1)",
          "```mermaid\n",
          "> ",
          "* ",
          "1. ",
          "![a](b)",
          "[a](<b>)",
          "not ",
          "because ",
          "I ",
          "AND",
          "OR",
          "\\u0000",
          "\\ud800");

  private final RandomGenerator random;

  public Mutants(RandomGenerator random) {
    this.random = random;
  }

  /** A mutant of one of these, with a piece of another here and there. */
  public String of(List<String> good) {
    String text = pick(good);
    for (int n = 1 + random.nextInt(MOST_CHANGES); n > 0; n--) {
      text = changed(text, good);
    }
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  private String changed(String text, List<String> good) {
    int from = random.nextInt(text.length() + 1);
    int to = from + random.nextInt(Math.min(200, text.length() - from) + 1);
    String piece = text.substring(from, to);
    String changed =
        switch (random.nextInt(9)) {
          case 0 -> "";
          case 1 -> piece + piece;
          case 2 -> pick(MARKS) + piece;
          case 3 -> pick(MARKS);
          case 4 -> pick(MARKS).repeat(1 + random.nextInt(2_000));
          case 5 -> piece(pick(good));
          case 6 -> piece.repeat(1 + random.nextInt(50));
          case 7 -> new StringBuilder(piece).reverse().toString();
          default -> String.valueOf((char) random.nextInt(0x10000)) + piece;
        };
    return text.substring(0, from) + changed + text.substring(to);
  }

  private String piece(String text) {
    int from = random.nextInt(text.length() + 1);
    return text.substring(from, from + random.nextInt(text.length() - from + 1));
  }

  /** One of these. */
  public <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
