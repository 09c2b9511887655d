package dev.mockloop.agreement;

/** Cells of tables as they are read and shown. */
final class Cells {
  private static final int SHOWN = 40;

  private Cells() {}

  /** A text for a message: short, and on one line. */
  static String shown(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .limit(SHOWN)
        .forEach(c -> out.appendCodePoint(Character.isISOControl(c) ? '\u00B7' : c));
    return text.codePointCount(0, text.length()) <= SHOWN ? out.toString() : out + "...";
  }

  /** Whether a cell is a formula and neither a signed number nor plain text. */
  static boolean formula(String cell) {
    return !cell.isEmpty() && "=+@".indexOf(cell.charAt(0)) >= 0;
  }
}
