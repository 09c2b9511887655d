package dev.mockloop.web;

import java.util.concurrent.atomic.AtomicLong;

/** What a crash run came to. */
final class CrashTally {
  private final AtomicLong kills = new AtomicLong();
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicLong checked = new AtomicLong();
  private final AtomicLong told = new AtomicLong();
  private final AtomicLong repairs = new AtomicLong();
  private final AtomicLong finished = new AtomicLong();

  void killed() {
    kills.incrementAndGet();
  }

  /** A change was acknowledged. */
  void acknowledged() {
    acknowledged.incrementAndGet();
  }

  /** So many acknowledged changes were found again. */
  void checked(long more) {
    checked.addAndGet(more);
  }

  /** The server said that its disk failed. */
  void told() {
    told.incrementAndGet();
  }

  void repaired(int more) {
    repairs.addAndGet(more);
  }

  /** A session went on to its end, and all of it was there. */
  void finished() {
    finished.incrementAndGet();
  }

  long kills() {
    return kills.get();
  }

  long acknowledgements() {
    return acknowledged.get();
  }

  @Override
  public String toString() {
    return "%d kills, %d changes acknowledged, %d found again, %d faults told, %d repairs, %d sessions gone on to their end"
        .formatted(
            kills.get(),
            acknowledged.get(),
            checked.get(),
            told.get(),
            repairs.get(),
            finished.get());
  }
}
