package dev.mockloop.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.mockloop.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pool of connections, and patience: work that meets a database that is being restarted, or a
 * conflict of two transactions, is done again for ten seconds.
 */
final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(3);
  private static final int CONNECTIONS = 10;
  private static final int SHORTEST_PAUSE_MILLIS = 20;
  private static final int LONGEST_PAUSE_MILLIS = 500;

  private final Server server;
  private final HikariDataSource pool;
  private final AtomicBoolean away = new AtomicBoolean();

  Database(Server server) {
    this.server = server;
    this.pool = new HikariDataSource(settings(server));
  }

  private static HikariConfig settings(Server server) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("store");
    config.setJdbcUrl(server.address());
    config.setDataSourceProperties(server.settings());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    // an acknowledged change is durable whatever the database's default is
    config.setConnectionInitSql(
        "select set_config('synchronous_commit', 'on', false)"
            + " where current_setting('synchronous_commit', true) = 'off'");
    // the first connection is made, with patience, by the first work
    config.setInitializationFailTimeout(-1);
    return config;
  }

  HikariDataSource pool() {
    return pool;
  }

  /** Something done with a connection. */
  interface Work<T> {
    /**
     * @param again whether it was begun before, and may have been done in full without its answer
     *     coming back
     */
    T with(Connection connection, boolean again) throws SQLException;
  }

  /**
   * Does work, again while it meets what passes.
   *
   * @throws StoreException when it cannot be done
   */
  <T> T call(Work<T> work) {
    long start = System.nanoTime();
    for (int attempt = 0; ; attempt++) {
      try (Connection connection = pool.getConnection()) {
        T result = work.with(connection, attempt > 0);
        if (away.compareAndSet(true, false)) {
          LOG.info("the database {} is there again", server.name());
        }
        return result;
      } catch (SQLException e) {
        if (!Trouble.passes(e) || System.nanoTime() - start > PATIENCE.toNanos()) {
          throw Trouble.told(server, e);
        }
        if (Trouble.broken(e)) {
          // else each of the pool's other connections would fail once
          pool.getHikariPoolMXBean().softEvictConnections();
        }
        if (away.compareAndSet(false, true)) {
          LOG.warn("{}; trying again", Trouble.told(server, e).getMessage());
        }
        pause(attempt, e);
      }
    }
  }

  private void pause(int attempt, SQLException e) {
    int longest = Math.min(LONGEST_PAUSE_MILLIS, SHORTEST_PAUSE_MILLIS << Math.min(attempt, 5));
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(SHORTEST_PAUSE_MILLIS, longest + 1));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw Trouble.told(server, e);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
