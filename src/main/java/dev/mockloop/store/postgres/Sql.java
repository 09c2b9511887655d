package dev.mockloop.store.postgres;

/**
 * The statements. One that changes something is one statement where it can be, so that it takes one
 * way to the database and back, and holds nothing in between.
 */
final class Sql {
  private static final String ANNOUNCED =
      """
      SELECT total, pg_notify('mockloop', ?)
      FROM (SELECT count(*) AS total FROM changed) AS counted WHERE total > 0""";
  private static final String UNANNOUNCED =
      """
      SELECT total, cast(? AS text) AS told
      FROM (SELECT count(*) AS total FROM changed) AS counted WHERE total > 0""";

  /** name, top, folder, writer, lines, payload. */
  private static final String BEGIN =
      """
      WITH head AS (
        INSERT INTO ledger (name, top, folder) VALUES (?, ?, ?)
        ON CONFLICT (name) DO NOTHING RETURNING name),
      changed AS (
        INSERT INTO ledger_line (ledger, number, line, writer)
        SELECT head.name, added.number, added.line, ?
        FROM head, unnest(?) WITH ORDINALITY AS added (line, number) RETURNING number)
      """;

  /**
   * name, before, writer, lines, name, before, name, before. The lock keeps the ledger from being
   * deleted meanwhile; appends do not wait for each other's.
   */
  static final String GO_ON =
      """
      WITH head AS (
        SELECT name FROM ledger WHERE name = ? FOR KEY SHARE),
      changed AS (
        INSERT INTO ledger_line (ledger, number, line, writer)
        SELECT head.name, cast(? AS integer) + added.number, added.line, ?
        FROM head, unnest(?) WITH ORDINALITY AS added (line, number)
        WHERE EXISTS (SELECT 1 FROM ledger_line WHERE ledger = ? AND number = ?)
          AND NOT EXISTS (SELECT 1 FROM ledger_line WHERE ledger = ? AND number = ? + 1)
        RETURNING number)
      SELECT total FROM (SELECT count(*) AS total FROM changed) AS counted WHERE total > 0""";

  /** name, top, folder, content, writer, payload. */
  private static final String PUT =
      """
      WITH changed AS (
        INSERT INTO document (name, top, folder, content, writer) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (name) DO UPDATE SET content = excluded.content, writer = excluded.writer
        RETURNING name)
      """;

  /** name, top, folder, content, writer, payload. */
  private static final String PUT_IF_ABSENT =
      """
      WITH changed AS (
        INSERT INTO document (name, top, folder, content, writer) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (name) DO NOTHING RETURNING name)
      """;

  /** name, payload. */
  private static final String DELETE =
      """
      WITH changed AS (DELETE FROM document WHERE name = ? RETURNING name)
      """;

  static final String WRITTEN_LINES =
      "SELECT count(*) FROM ledger_line WHERE ledger = ? AND writer = ?";
  static final String WRITTEN_DOCUMENT =
      "SELECT count(*) FROM document WHERE name = ? AND writer = ?";
  static final String LINES =
      "SELECT line FROM ledger_line WHERE ledger = ? AND number > ? ORDER BY number";
  static final String DOCUMENT = "SELECT content FROM document WHERE name = ?";
  static final String LEDGERS = "SELECT name FROM ledger WHERE folder = ?";
  static final String DOCUMENTS = "SELECT name FROM document WHERE folder = ?";
  static final String TOPS = "SELECT top FROM ledger UNION SELECT top FROM document";
  static final String FOLDERS =
      "SELECT folder FROM ledger WHERE top = ? UNION SELECT folder FROM document WHERE top = ?";
  static final String FOLDERS_WITH = "SELECT top FROM ledger WHERE name = top || '/' || ?";
  static final String DELETE_LEDGERS = "DELETE FROM ledger WHERE top = ? RETURNING name";
  static final String DELETE_DOCUMENTS = "DELETE FROM document WHERE top = ? RETURNING name";
  static final String ANNOUNCE = "SELECT pg_notify('mockloop', ?)";

  private final String end;

  /**
   * @param announces whether the engine has announcements
   */
  Sql(boolean announces) {
    this.end = announces ? ANNOUNCED : UNANNOUNCED;
  }

  String begin() {
    return BEGIN + end;
  }

  String put() {
    return PUT + end;
  }

  String putIfAbsent() {
    return PUT_IF_ABSENT + end;
  }

  String delete() {
    return DELETE + end;
  }
}
