package dev.mockloop.live;

import java.util.regex.Pattern;

/**
 * Cells that no spreadsheet takes for a formula: one that begins as a formula does gets an
 * apostrophe before it, and so does one that has an apostrophe there already, so that every cell
 * comes back as it was. (OWASP, CSV injection.)
 */
final class SafeCell {
  private static final Pattern RISKY = Pattern.compile("'*[=+\\-@\t\r\n＝＋－＠].*", Pattern.DOTALL);

  private SafeCell() {}

  static String write(String cell) {
    return RISKY.matcher(cell).matches() ? "'" + cell : cell;
  }

  static String read(String cell) {
    return cell.startsWith("'") && RISKY.matcher(cell).matches() ? cell.substring(1) : cell;
  }
}
