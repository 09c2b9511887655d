package dev.mockloop.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts a typed text into {@link Block}s.
 *
 * <p>People type answers as paragraphs, one thought a line, or lists; a sentence detector takes
 * none of the line ends for an end of sentence. Here every line is a block of its own, but for a
 * line that goes on the one before it, as in text pasted with hard line ends: the line before is
 * long and has no closing mark, and this one starts in lower case.
 */
public final class Blocks {
  private static final Pattern LINE = Pattern.compile("[^\\r\\n\\u0085\\u2028\\u2029]+");

  /** Nothing is tried twice, so that ten thousand markers in a row take neither time nor stack. */
  private static final Pattern MARKER =
      Pattern.compile(
          "\\s*+(?:[-*+•‣▪◦·–—>]++\\s++|\\(?\\d{1,2}[.)]\\s++|\\(?[a-h]\\)\\s++|#{1,6}\\s++|\\[[ xX]]\\s++)++");

  private static final int SHORTEST_WRAPPED_LINE = 50;

  private Blocks() {}

  /** The blocks of a text in order; none is empty and none overlaps another. */
  public static List<Block> of(String text) {
    List<Block> blocks = new ArrayList<>();
    Matcher lines = LINE.matcher(text);
    int previousEnd = -1;
    while (lines.find()) {
      Matcher marker = MARKER.matcher(text).region(lines.start(), lines.end());
      boolean listItem = marker.lookingAt();
      int start = skipBlank(text, listItem ? marker.end() : lines.start(), lines.end());
      int end = trimBlank(text, start, lines.end());
      if (start >= end) {
        previousEnd = -1;
        continue;
      }
      Block line = new Block(new Span(start, end), listItem);
      if (previousEnd >= 0 && goesOn(text, blocks.getLast(), previousEnd, line)) {
        Block first = blocks.removeLast();
        blocks.add(new Block(first.span().cover(line.span()), first.listItem()));
      } else {
        blocks.add(line);
      }
      previousEnd = lines.end();
    }
    return List.copyOf(blocks);
  }

  private static boolean goesOn(String text, Block before, int lineEnd, Block line) {
    boolean nextLine =
        text.substring(lineEnd, line.span().start()).chars().filter(c -> c == '\n').count() <= 1;
    int lastLine = lastLineLength(text, before.span());
    char last = text.charAt(before.span().end() - 1);
    return nextLine
        && !line.listItem()
        && lastLine >= SHORTEST_WRAPPED_LINE
        && ".!?:;".indexOf(last) < 0
        && Character.isLowerCase(text.codePointAt(line.span().start()));
  }

  private static int lastLineLength(String text, Span span) {
    int from =
        Math.max(text.lastIndexOf('\n', span.end() - 1), text.lastIndexOf('\r', span.end() - 1));
    return span.end() - Math.max(from + 1, span.start());
  }

  private static int skipBlank(String text, int from, int to) {
    int at = from;
    while (at < to && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int trimBlank(String text, int from, int to) {
    int at = to;
    while (at > from && isBlank(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
  }
}
