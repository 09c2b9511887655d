package dev.mockloop.agreement;

/** Cells of tables as they are read, shown and written. */
public final class Cells {
  /** A cell that begins so is taken for a formula by spreadsheets (OWASP, CSV injection). */
  private static final String FORMULA = "=+-@\t\r";

  private static final int SHOWN = 40;

  private Cells() {}

  /** A text that no spreadsheet takes for a formula: an apostrophe stands before what might be. */
  public static String safe(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

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
