package dev.mockloop.entry;

import dev.mockloop.store.ConflictException;
import dev.mockloop.store.Name;
import dev.mockloop.store.Store;
import dev.mockloop.team.AuditEntry;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** What was done by whom, in the ledger {@code team/audit}. Lines are only ever added. */
public final class AuditLog {
  private static final Name LEDGER = new Name("team/audit");
  private static final int MOST_TRIES = 100;

  private final Store store;
  private final ReentrantLock lock = new ReentrantLock();
  private int known;

  AuditLog(Store store) {
    this.store = store;
  }

  void add(AuditEntry entry) {
    lock.lock();
    try {
      for (int tries = 1; ; tries++) {
        try {
          store.append(LEDGER, known, Json.lines(List.of(entry)));
          known++;
          return;
        } catch (ConflictException e) {
          if (tries == MOST_TRIES) {
            throw e;
          }
          known += store.lines(LEDGER, known).size();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * The entries that hold the words, newest first.
   *
   * @param words looked for in every field; empty for all
   * @param most how many at most
   */
  public List<AuditEntry> newest(String words, int most) {
    return store.lines(LEDGER, 0).reversed().stream()
        .map(line -> Json.read(line, AuditEntry.class, LEDGER))
        .filter(e -> e.holds(words))
        .limit(most)
        .toList();
  }
}
