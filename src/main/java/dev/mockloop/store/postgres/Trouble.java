package dev.mockloop.store.postgres;

import dev.mockloop.store.StoreException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What a failure of the database means: whether to try again, and what to tell. The states are
 * those of PostgreSQL's appendix A, error codes.
 */
final class Trouble {
  private static final Set<String> RUN_AGAIN =
      // serialization failure, deadlock, lock not available, and a server that stops or starts
      Set.of("40001", "40P01", "55P03", "57P01", "57P02", "57P03", "57P05", "53300");
  private static final Set<String> BEATEN =
      // a line of that number is there, or its ledger is gone
      Set.of("23505", "23503");
  private static final Set<String> UNKNOWN_FUNCTION = Set.of("42883", "0A000", "42601");

  private Trouble() {}

  /** Whether the same may work in a moment. */
  static boolean passes(SQLException e) {
    String state = state(e);
    // the pool's own time-out has no state, but for one that kept it from connecting
    return state.isEmpty()
        ? e instanceof SQLTransientException
        : state.startsWith("08") || RUN_AGAIN.contains(state);
  }

  /** Whether the connection is broken, and others like it are too. */
  static boolean broken(SQLException e) {
    String state = state(e);
    return state.startsWith("08") || state.startsWith("57P0");
  }

  /** Whether somebody else was first. */
  static boolean beaten(SQLException e) {
    return BEATEN.contains(state(e));
  }

  /** Whether the engine does not have what was asked for. */
  static boolean unsupported(SQLException e) {
    return UNKNOWN_FUNCTION.contains(state(e));
  }

  /** One sentence with the mend. */
  static StoreException told(Server server, SQLException e) {
    String database = "the database " + server.name();
    String state = state(e);
    String sentence =
        switch (state) {
          case "28000", "28P01" ->
              database + " does not let this user in; mend PGUSER and PGPASSWORD";
          case "3D000" -> database + " does not exist; make it with createdb";
          case "42501" ->
              database + " does not allow this to the user; grant all on its schema to the user";
          case "53100" -> database + " has no space left; free some on its disk";
          case "25006" ->
              database + " can only be read; add targetServerType=primary to its address";
          default ->
              passes(e)
                  ? "%s cannot be reached (%s); start it or mend --store"
                      .formatted(database, reason(e))
                  : "%s refused (%s); look into its log".formatted(database, reason(e));
        };
    return new StoreException(sentence, e);
  }

  private static String state(SQLException e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return "";
  }

  private static String reason(SQLException e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof PSQLException thrown) {
        ServerErrorMessage said = thrown.getServerErrorMessage();
        String message = said == null ? thrown.getMessage() : said.getMessage();
        return String.valueOf(message).replaceAll("\\s*\\n.*", "").replaceAll("\\.$", "");
      }
    }
    return "no connection in time";
  }
}
