package dev.mockloop.store.postgres;

import dev.mockloop.store.ConflictException;
import dev.mockloop.store.Name;
import dev.mockloop.store.Repair;
import dev.mockloop.store.Store;
import dev.mockloop.store.StoreException;
import dev.mockloop.store.Watcher;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store in PostgreSQL, or an engine that speaks its protocol: any number of servers may work over
 * one database, and the database puts their appends in order. What meets a database that is being
 * restarted is done again for ten seconds; an append whose answer was lost on the way is recognised
 * and not done twice. Where a call fails because the database stayed away, its change may still
 * come to be kept; whoever appends again is told so by a {@link ConflictException}.
 */
public final class PostgresStore implements Store {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresStore.class);
  private static final String LEDGER_ENDING = ".jsonl";

  private final Server server;
  private final Database database;
  private final boolean announces;
  private final Sql sql;
  private final String node = Long.toUnsignedString(new SecureRandom().nextLong(), 36);
  private final AtomicLong writes = new AtomicLong();
  private final Listener listener;
  private final Announcer announcer;

  private PostgresStore(Server server, Database database, boolean announces) {
    this.server = server;
    this.database = database;
    this.announces = announces;
    this.sql = new Sql(announces);
    this.listener = new Listener(server, node, !announces);
    this.announcer = new Announcer(database, node);
  }

  /**
   * Opens a database and brings its tables to this version.
   *
   * @param address such as {@code jdbc:postgresql://host:5432/mockloop}; user and password come
   *     from it, else from the environment's {@code PGUSER} and {@code PGPASSWORD}
   * @throws StoreException when it cannot be reached or used; the message never has the password
   */
  public static PostgresStore open(String address) {
    Server server = Server.at(address, System.getenv());
    Database database = new Database(server);
    try {
      warnOfHaste(database);
      Migrations.run(server, database);
      return new PostgresStore(server, database, announces(database));
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static void warnOfHaste(Database database) {
    String fsync =
        database.call(
            (connection, again) ->
                texts(connection, "SELECT coalesce(current_setting('fsync', true), 'on')")
                    .getFirst());
    if (fsync.equals("off")) {
      LOG.warn("the database runs with fsync=off: a power cut can lose what was acknowledged");
    }
  }

  private static boolean announces(Database database) {
    return database.call(
        (connection, again) -> {
          try {
            texts(connection, Sql.ANNOUNCE, "");
            return true;
          } catch (SQLException e) {
            if (Trouble.unsupported(e)) {
              return false;
            }
            throw e;
          }
        });
  }

  @Override
  public List<String> lines(Name ledger, int after) {
    return database.call(
        (connection, again) -> {
          try (PreparedStatement statement = connection.prepareStatement(Sql.LINES)) {
            statement.setString(1, ledger.value());
            statement.setInt(2, after);
            return read(statement).stream().map(Escapes::read).toList();
          }
        });
  }

  @Override
  public void append(Name ledger, int before, List<String> lines) {
    for (String line : lines) {
      if (line.isEmpty() || line.indexOf('\n') >= 0) {
        throw new IllegalArgumentException("a line of a ledger is one line, got: " + line);
      }
    }
    if (lines.isEmpty()) {
      return;
    }
    String writer = writer();
    boolean kept =
        database.call(
            (connection, again) -> {
              if (again && written(connection, Sql.WRITTEN_LINES, ledger, writer)) {
                return true;
              }
              boolean added =
                  before == 0
                      ? begin(connection, ledger, writer, lines)
                      : goOn(connection, ledger, before, writer, lines);
              // the first try may have come through between the two statements
              return added || again && written(connection, Sql.WRITTEN_LINES, ledger, writer);
            });
    if (!kept) {
      throw new ConflictException(
          "the ledger " + ledger + " does not end with line " + before + " any more");
    }
    if (before > 0 && announces) {
      announcer.add(ledger);
    }
  }

  private boolean begin(Connection connection, Name ledger, String writer, List<String> lines)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql.begin())) {
      name(statement, ledger);
      statement.setString(4, writer);
      statement.setArray(5, connection.createArrayOf("text", escaped(lines)));
      statement.setString(6, payload(ledger));
      return changed(statement);
    }
  }

  private boolean goOn(
      Connection connection, Name ledger, int before, String writer, List<String> lines)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(Sql.GO_ON)) {
      statement.setString(1, ledger.value());
      statement.setInt(2, before);
      statement.setString(3, writer);
      statement.setArray(4, connection.createArrayOf("text", escaped(lines)));
      statement.setString(5, ledger.value());
      statement.setInt(6, before);
      statement.setString(7, ledger.value());
      statement.setInt(8, before);
      return changed(statement);
    }
  }

  private static Object[] escaped(List<String> lines) {
    return lines.stream().map(Escapes::write).toArray();
  }

  private static boolean changed(PreparedStatement statement) throws SQLException {
    try (ResultSet counted = statement.executeQuery()) {
      return counted.next();
    } catch (SQLException e) {
      if (Trouble.beaten(e)) {
        return false;
      }
      throw e;
    }
  }

  private static boolean written(Connection connection, String query, Name name, String writer)
      throws SQLException {
    return !texts(connection, query, name.value(), writer).getFirst().equals("0");
  }

  @Override
  public List<Name> ledgers(String folder) {
    return names(Sql.LEDGERS, folder);
  }

  @Override
  public List<String> foldersWith(String ledger) {
    return query(Sql.FOLDERS_WITH, new Name(ledger).value()).stream().sorted().toList();
  }

  @Override
  public Optional<String> document(Name document) {
    return query(Sql.DOCUMENT, named(document).value()).stream().findFirst().map(Escapes::read);
  }

  @Override
  public void put(Name document, String text) {
    keep(sql.put(), document, text);
  }

  @Override
  public boolean putIfAbsent(Name document, String text) {
    return keep(sql.putIfAbsent(), document, text);
  }

  private boolean keep(String statementText, Name document, String text) {
    String writer = writer();
    return database.call(
        (connection, again) -> {
          if (again && written(connection, Sql.WRITTEN_DOCUMENT, document, writer)) {
            return true;
          }
          try (PreparedStatement statement = connection.prepareStatement(statementText)) {
            name(statement, named(document));
            statement.setString(4, Escapes.write(text));
            statement.setString(5, writer);
            statement.setString(6, payload(document));
            return changed(statement)
                || again && written(connection, Sql.WRITTEN_DOCUMENT, document, writer);
          }
        });
  }

  @Override
  public void delete(Name document) {
    query(sql.delete(), named(document).value(), payload(document));
  }

  @Override
  public List<Name> documents(String folder) {
    return names(Sql.DOCUMENTS, folder);
  }

  @Override
  public List<String> folders(String folder) {
    if (folder.isEmpty()) {
      return query(Sql.TOPS).stream().filter(top -> !top.isEmpty()).sorted().toList();
    }
    String top = top(new Name(folder));
    String within = folder + "/";
    return query(Sql.FOLDERS, top, top).stream()
        .filter(f -> f.startsWith(within))
        .map(f -> within + f.substring(within.length()).replaceFirst("/.*", ""))
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public void deleteFolder(String folder) {
    String top = new Name(folder).value();
    database.call(
        (connection, again) -> {
          // the pool takes it back, and what was not committed with it
          connection.setAutoCommit(false);
          List<Name> gone = new ArrayList<>();
          texts(connection, Sql.DELETE_LEDGERS, top).forEach(n -> gone.add(new Name(n)));
          texts(connection, Sql.DELETE_DOCUMENTS, top).forEach(n -> gone.add(new Name(n)));
          if (announces && !gone.isEmpty()) {
            for (String payload : Bulletin.payloads(node, gone)) {
              texts(connection, Sql.ANNOUNCE, payload);
            }
          }
          connection.commit();
          return gone;
        });
  }

  @Override
  public Runnable watch(Watcher watcher) {
    return listener.add(watcher);
  }

  @Override
  public String where(Name name) {
    return name + " in the database " + server.name();
  }

  @Override
  public boolean shared() {
    return true;
  }

  /** A database mends itself. */
  @Override
  public List<Repair> repairs() {
    return List.of();
  }

  @Override
  public void close() {
    announcer.close();
    listener.close();
    database.close();
  }

  private String writer() {
    return node + "-" + Long.toString(writes.incrementAndGet(), 36);
  }

  private String payload(Name name) {
    return Bulletin.payloads(node, List.of(name)).getFirst();
  }

  /** A folder of files could not hold both. */
  private static Name named(Name document) {
    if (document.value().endsWith(LEDGER_ENDING)) {
      throw new IllegalArgumentException(
          "a document's name does not end like a ledger's: " + document);
    }
    return document;
  }

  private static String top(Name name) {
    int slash = name.value().indexOf('/');
    return slash < 0 ? name.value() : name.value().substring(0, slash);
  }

  private static void name(PreparedStatement statement, Name name) throws SQLException {
    statement.setString(1, name.value());
    statement.setString(2, name.folder().isEmpty() ? "" : top(name));
    statement.setString(3, name.folder());
  }

  private List<Name> names(String query, String folder) {
    return query(query, folder).stream().map(Name::new).sorted().toList();
  }

  private List<String> query(String query, String... values) {
    return database.call((connection, again) -> texts(connection, query, values));
  }

  static List<String> texts(Connection connection, String query, String... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      return read(statement);
    }
  }

  /** The first column; nothing in it is ever null. */
  private static List<String> read(PreparedStatement statement) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        texts.add(String.valueOf(rows.getString(1)));
      }
    }
    return texts;
  }
}
