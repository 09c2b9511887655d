package dev.mockloop.store.postgres;

import dev.mockloop.store.Name;
import dev.mockloop.store.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Announces appends right after they are kept, as many as came together in one transaction.
 * PostgreSQL lets one transaction with an announcement commit at a time, so that appends that held
 * their own would wait for each other's turn at the disk. What a server that is killed could not
 * announce any more, others find at their next look; see {@link Listener}.
 */
final class Announcer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  /** Never announced; a ledger of this name would be another object. */
  private static final Name END = new Name("end");

  private final Database database;
  private final String node;
  private final BlockingQueue<Name> waiting = new LinkedBlockingQueue<>();
  private final Thread thread;

  Announcer(Database database, String node) {
    this.database = database;
    this.node = node;
    this.thread = Thread.ofVirtual().name("store-announcer").start(this::run);
  }

  void add(Name name) {
    waiting.add(name);
  }

  @SuppressWarnings("ReferenceEquality")
  private void run() {
    try {
      boolean open = true;
      while (open) {
        List<Name> names = new ArrayList<>(List.of(waiting.take()));
        waiting.drainTo(names);
        open = !names.removeIf(n -> n == END);
        announce(new LinkedHashSet<>(names));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void announce(Set<Name> names) {
    if (names.isEmpty()) {
      return;
    }
    List<String> payloads = Bulletin.payloads(node, List.copyOf(names));
    try {
      database.call(
          (connection, again) -> {
            for (String payload : payloads) {
              PostgresStore.texts(connection, Sql.ANNOUNCE, payload);
            }
            return payloads;
          });
    } catch (StoreException e) {
      LOG.warn("{} changes could not be announced: {}", names.size(), e.getMessage());
    }
  }

  @Override
  public void close() {
    waiting.add(END);
    try {
      thread.join(LAST_WORDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
