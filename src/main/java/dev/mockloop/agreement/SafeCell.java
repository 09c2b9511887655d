package dev.mockloop.agreement;

import java.util.regex.Pattern;

/**
 * Cells that no spreadsheet takes for a formula: one that begins as a formula does gets an
 * apostrophe before it, and so does one that has an apostrophe there already, so that every cell
 * comes back as it was. (OWASP, CSV injection.)
 */
public final class SafeCell {
  private static final Pattern RISKY = Pattern.compile("'*[=+\\-@\0\t\r\n＝＋－＠].*", Pattern.DOTALL);

  private SafeCell() {}

  /** The cell as it is written into a table. */
  public static String write(String cell) {
    return RISKY.matcher(cell).matches() ? "'" + cell : cell;
  }

  /** The cell that {@link #write} wrote. */
  public static String read(String cell) {
    return cell.startsWith("'") && RISKY.matcher(cell).matches() ? cell.substring(1) : cell;
  }
}
