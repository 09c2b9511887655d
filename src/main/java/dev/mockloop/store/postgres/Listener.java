package dev.mockloop.store.postgres;

import dev.mockloop.store.Watcher;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what other nodes announce, over one connection of its own. Whenever it begins to listen
 * anew, and once a minute for what a node was killed before announcing, watchers are told that they
 * may have missed something. Where its own announcement does not come back to it, as over an engine
 * or a pooler without LISTEN, watchers are told so every two seconds instead.
 */
final class Listener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
  private static final Duration POLLING = Duration.ofSeconds(2);
  private static final Duration LOOK_ANYWAY = Duration.ofMinutes(1);
  private static final Duration RETRY = Duration.ofMillis(500);
  private static final int QUIET_MILLIS = 10_000;
  private static final int ECHO_MILLIS = 10_000;

  private final Server server;
  private final String node;
  private volatile boolean polls;
  private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private @Nullable Thread thread;
  private volatile @Nullable Connection listening;

  /**
   * @param polls whether the engine is known to announce nothing
   */
  Listener(Server server, String node, boolean polls) {
    this.server = server;
    this.node = node;
    this.polls = polls;
  }

  synchronized Runnable add(Watcher watcher) {
    watchers.add(watcher);
    if (thread == null) {
      thread = Thread.ofPlatform().daemon().name("store-listener").start(this::run);
    }
    return () -> watchers.remove(watcher);
  }

  private void run() {
    boolean told = false;
    while (!isClosed()) {
      if (polls) {
        poll();
        continue;
      }
      try (Connection connection = server.connect()) {
        listening = connection;
        listen(connection);
        told = false;
      } catch (SQLException e) {
        if (!isClosed() && !told) {
          told = true;
          LOG.warn("{}", Trouble.told(server, e).getMessage());
        }
      }
      pause(RETRY);
    }
  }

  private void listen(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN " + Bulletin.CHANNEL);
    }
    PGConnection notifications = connection.unwrap(PGConnection.class);
    if (!hearsItself(connection, notifications)) {
      LOG.info("the database does not pass announcements on; other nodes' changes are polled for");
      polls = true;
      return;
    }
    tellAll(Watcher::missed);
    long looked = System.nanoTime();
    while (!isClosed()) {
      if (System.nanoTime() - looked > LOOK_ANYWAY.toNanos()) {
        tellAll(Watcher::missed);
        looked = System.nanoTime();
      }
      PGNotification[] heard = notifications.getNotifications(QUIET_MILLIS);
      if (heard == null || heard.length == 0) {
        // a connection that is broken without a word is found out
        try (Statement statement = connection.createStatement()) {
          statement.execute("SELECT 1");
        }
        continue;
      }
      for (PGNotification notification : heard) {
        tell(notification.getParameter());
      }
    }
  }

  private boolean hearsItself(Connection connection, PGConnection notifications)
      throws SQLException {
    String echo = node + " echo";
    try (PreparedStatement statement = connection.prepareStatement("SELECT pg_notify(?, ?)")) {
      statement.setString(1, Bulletin.CHANNEL);
      statement.setString(2, echo);
      statement.execute();
    }
    long start = System.nanoTime();
    while (System.nanoTime() - start < Duration.ofMillis(ECHO_MILLIS).toNanos()) {
      PGNotification[] heard = notifications.getNotifications(ECHO_MILLIS);
      for (PGNotification notification : heard == null ? new PGNotification[0] : heard) {
        if (notification.getParameter().equals(echo)) {
          return true;
        }
      }
    }
    return false;
  }

  private void tell(String payload) {
    Bulletin.read(payload)
        .ifPresentOrElse(
            bulletin -> {
              if (!bulletin.node().equals(node)) {
                bulletin.names().forEach(name -> tellAll(w -> w.changed(name)));
              }
            },
            () -> tellAll(Watcher::missed));
  }

  private void tellAll(Consumer<Watcher> word) {
    for (Watcher watcher : watchers) {
      try {
        word.accept(watcher);
      } catch (RuntimeException e) {
        // one watcher's trouble is not the others'
        LOG.warn("a change made by another node could not be taken in", e);
      }
    }
  }

  private void poll() {
    if (!pause(POLLING)) {
      tellAll(Watcher::missed);
    }
  }

  /** Whether it ended because all is closed. */
  private boolean pause(Duration time) {
    try {
      return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closed.countDown();
      return true;
    }
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  @Override
  public void close() {
    closed.countDown();
    Connection connection = listening;
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        LOG.debug("the listening connection was broken already", e);
      }
    }
  }
}
