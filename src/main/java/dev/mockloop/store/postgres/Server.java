package dev.mockloop.store.postgres;

import dev.mockloop.store.StoreException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * Which database, and how it is reached. User and password come from the address, else from {@code
 * PGUSER} and {@code PGPASSWORD}; neither is ever part of a message.
 *
 * @param address as given, {@code jdbc:postgresql://...}
 * @param name for people: the database and where it is
 * @param settings of the driver
 */
record Server(String address, String name, Properties settings) {
  private static final String PROTOCOL = "jdbc:postgresql:";

  static Server at(String address, Map<String, String> environment) {
    Properties parsed = address.startsWith(PROTOCOL) ? Driver.parseURL(address, null) : null;
    if (parsed == null) {
      throw new StoreException(
          "a database is named like jdbc:postgresql://host:5432/mockloop; mend --store");
    }
    Properties settings = new Properties();
    // the driver's messages must not repeat what was being kept
    settings.setProperty("logServerErrorDetail", "false");
    settings.setProperty("ApplicationName", "mockloop");
    settings.setProperty("tcpKeepAlive", "true");
    settings.setProperty("connectTimeout", "5");
    settings.setProperty("socketTimeout", "30");
    environment("PGUSER", "user", environment, settings);
    environment("PGPASSWORD", "password", environment, settings);
    return new Server(address, nameOf(parsed), settings);
  }

  private static void environment(
      String variable, String property, Map<String, String> environment, Properties settings) {
    String value = environment.get(variable);
    if (value != null) {
      settings.setProperty(property, value);
    }
  }

  private static String nameOf(Properties parsed) {
    return "%s at %s:%s"
        .formatted(
            parsed.getProperty("PGDBNAME", "of the user"),
            parsed.getProperty("PGHOST", "localhost"),
            parsed.getProperty("PGPORT", "5432"));
  }

  /** A connection of one's own. */
  Connection connect() throws SQLException {
    return DriverManager.getConnection(address, settings);
  }
}
