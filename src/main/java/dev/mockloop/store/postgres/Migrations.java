package dev.mockloop.store.postgres;

import dev.mockloop.store.StoreException;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables to the form that this version knows. Several nodes may start at once. */
final class Migrations {
  private Migrations() {}

  static void run(Server server, Database database) {
    try {
      Flyway.configure()
          .dataSource(database.pool())
          .locations("classpath:db/migration")
          .table("mockloop_schema")
          .validateMigrationNaming(true)
          .loggers("slf4j")
          .load()
          .migrate();
    } catch (FlywayException e) {
      for (Throwable t = e; t != null; t = t.getCause()) {
        if (t instanceof SQLException sql) {
          throw Trouble.told(server, sql);
        }
      }
      throw new StoreException(
          "the tables of the database "
              + server.name()
              + " cannot be brought to this version; use the version that wrote them, or an empty"
              + " database ("
              + String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ")
              + ")",
          e);
    }
  }
}
