package dev.mockloop.store.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL server of our own, with nothing to install. It keeps what it acknowledged as a
 * server in production does, and can be killed and started again over the same files.
 */
public final class RealPostgres implements AutoCloseable {
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final String USER = "postgres";

  private final Path data;
  private EmbeddedPostgres running;

  private RealPostgres(Path data) throws IOException {
    this.data = data;
    this.running = start(data, 0);
  }

  private static final class Shared {
    static final RealPostgres SERVER = begin();

    private static RealPostgres begin() {
      try {
        return RealPostgres.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** One for all tests that do not kill it; it ends with this process. */
  public static RealPostgres shared() {
    return Shared.SERVER;
  }

  /** One of one's own, to be closed. */
  public static RealPostgres start() throws IOException {
    return new RealPostgres(Files.createTempDirectory("mockloop-postgres"));
  }

  private static EmbeddedPostgres start(Path data, int port) throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "100");
    return (port == 0 ? builder : builder.setPort(port)).start();
  }

  /** The address of a new, empty database. */
  public String newDatabase() throws SQLException {
    String name = "mockloop_" + DATABASES.incrementAndGet();
    try (Connection connection = running.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return running.getJdbcUrl(USER, name);
  }

  public int port() {
    return running.getPort();
  }

  /** SIGKILL to the server and all it started, as when the machine goes down. */
  public void kill() throws IOException, InterruptedException {
    ProcessHandle postmaster = postmaster();
    List<ProcessHandle> all =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(postmaster), postmaster.descendants())
            .toList();
    all.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle process : all) {
      try {
        process.onExit().get(30, TimeUnit.SECONDS);
      } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
        throw new IOException("PostgreSQL does not die", e);
      }
    }
    // gives its lock back
    running.close();
  }

  /** Starts it again over the same files, at the same port; it recovers by itself. */
  public void restart() throws IOException {
    running = start(data, running.getPort());
  }

  private ProcessHandle postmaster() throws IOException {
    String first = Files.readAllLines(data.resolve("postmaster.pid")).getFirst();
    return ProcessHandle.of(Long.parseLong(first.strip()))
        .orElseThrow(() -> new IOException("PostgreSQL is not running"));
  }

  @Override
  public void close() throws IOException {
    running.close();
    try (java.util.stream.Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
