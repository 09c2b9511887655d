package dev.mockloop.store.postgres;

/**
 * PostgreSQL keeps every text but one: a NUL character is refused. So NUL is kept as U+0001 and a
 * {@code 0}, and U+0001 itself as U+0001 and a {@code 1}; a text without either is kept as it is.
 */
final class Escapes {
  private static final char NUL = '\0';
  private static final char MARK = '\1';
  private static final String KEPT_NUL = MARK + "0";
  private static final String KEPT_MARK = MARK + "1";

  private Escapes() {}

  static String write(String text) {
    return text.indexOf(NUL) < 0 && text.indexOf(MARK) < 0
        ? text
        : text.replace(String.valueOf(MARK), KEPT_MARK).replace(String.valueOf(NUL), KEPT_NUL);
  }

  static String read(String kept) {
    return kept.indexOf(MARK) < 0
        ? kept
        : kept.replace(KEPT_NUL, String.valueOf(NUL)).replace(KEPT_MARK, String.valueOf(MARK));
  }
}
