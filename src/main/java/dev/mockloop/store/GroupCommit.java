package dev.mockloop.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes ledgers. It takes all appends that wait, writes them to the journal,
 * forces that once, puts the lines into the ledgers, and only then lets the callers go on. While
 * the disk is busy with one group, the next gathers (group commit, as in DeWitt and others,
 * "Implementation techniques for main memory database systems", 1984).
 */
final class GroupCommit implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
  private static final int MOST_WAITING = 10_000;
  private static final int MOST_IN_GROUP = 1_000;
  private static final long FULL_JOURNAL = 16L << 20;

  private final Disk disk;
  private final Layout layout;
  private final FolderLock lock;
  private final Tails tails;
  private final BlockingQueue<Task> queue = new ArrayBlockingQueue<>(MOST_WAITING);
  private final ExecutorService checkpoints =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("store-checkpoint").factory());
  private final Thread writer =
      Thread.ofPlatform().daemon().name("store-commit").unstarted(this::run);
  private final String journalPrefix =
      "%016x-%d-".formatted(System.currentTimeMillis(), ProcessHandle.current().pid())
          + Long.toHexString(System.nanoTime());
  // what has to stand in the journal before anything else does
  private final List<Journal.Entry> owed = new ArrayList<>();
  // touched by the checkpoints alone
  private final List<Journal> retired = new ArrayList<>();
  private int journals;
  private @Nullable Journal journal;
  private boolean started;
  private boolean closed;

  GroupCommit(Disk disk, Layout layout, FolderLock lock, Tails tails) {
    this.disk = disk;
    this.layout = layout;
    this.lock = lock;
    this.tails = tails;
  }

  private sealed interface Task {}

  private record Append(
      Name ledger, int before, int count, byte[] bytes, CompletableFuture<@Nullable Void> done)
      implements Task {}

  private record Deletion(String folder, CompletableFuture<@Nullable Void> done) implements Task {}

  private record Stop() implements Task {}

  /** Returns when the lines are durable and can be read. */
  void append(Name ledger, int before, List<String> lines) {
    CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
    hand(new Append(ledger, before, lines.size(), LedgerText.bytes(lines), done), done);
  }

  /** Returns when the folder is gone for good. */
  void deleteFolder(String folder) {
    CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
    hand(new Deletion(folder, done), done);
  }

  private void hand(Task task, CompletableFuture<@Nullable Void> done) {
    try {
      synchronized (this) {
        if (closed) {
          throw new StoreException(
              "the store " + layout.root() + " is closed; start Mockloop again");
        }
        if (!started) {
          started = true;
          writer.start();
        }
        queue.put(task);
      }
      done.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("the wait for the disk was interrupted; send it again", e);
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private void run() {
    List<Task> tasks = new ArrayList<>();
    boolean going = true;
    while (going) {
      tasks.clear();
      try {
        tasks.add(queue.take());
      } catch (InterruptedException e) {
        return;
      }
      queue.drainTo(tasks, MOST_IN_GROUP - 1);
      List<Append> group = new ArrayList<>();
      for (Task task : tasks) {
        switch (task) {
          case Append append -> group.add(append);
          case Deletion deletion -> {
            commit(group);
            group.clear();
            delete(deletion);
          }
          case Stop stop -> going = false;
        }
      }
      commit(group);
    }
    retire();
  }

  /** An append with the end of the ledger that it was held against. */
  private record Planned(Append append, Tails.Tail behind) {}

  private void commit(List<Append> group) {
    if (group.isEmpty()) {
      return;
    }
    try (Closeable alone = lock.alone()) {
      List<Planned> planned = plan(group);
      if (!planned.isEmpty()) {
        write(planned);
      }
    } catch (IOException e) {
      group.forEach(
          a ->
              a.done()
                  .completeExceptionally(StoreException.unwritable(layout.ledger(a.ledger()), e)));
    } catch (RuntimeException e) {
      LOG.error("a group could not be written", e);
      group.forEach(a -> a.done().completeExceptionally(e));
    }
    if (journal != null && journal.size() > FULL_JOURNAL) {
      retire();
    }
  }

  private List<Planned> plan(List<Append> group) {
    List<Planned> planned = new ArrayList<>();
    Map<Name, Tails.Tail> ends = new HashMap<>();
    for (Append append : group) {
      try {
        Tails.@Nullable Tail end = ends.get(append.ledger());
        if (end == null) {
          end = tails.now(append.ledger());
        }
        if (end.lines() != append.before()) {
          append
              .done()
              .completeExceptionally(
                  new ConflictException(
                      "%s has %d lines by now, not %d"
                          .formatted(append.ledger(), end.lines(), append.before())));
          continue;
        }
        if (end.lines() == 0) {
          // a recovery makes no folder, so that it never brings back what was deleted
          layout.makeFolder(disk, Layout.above(layout.ledger(append.ledger())));
        }
        planned.add(new Planned(append, end));
        ends.put(append.ledger(), end.plus(append.count(), append.bytes().length));
      } catch (IOException e) {
        append
            .done()
            .completeExceptionally(StoreException.unwritable(layout.ledger(append.ledger()), e));
      }
    }
    return planned;
  }

  private void write(List<Planned> planned) throws IOException {
    keep(
        planned.stream()
            .map(Planned::append)
            .map(p -> new Journal.Entry(p.ledger(), p.before(), p.bytes()))
            .toList());
    for (Planned plan : planned) {
      apply(plan);
    }
  }

  /** Has entries in the journal, durably, behind what is owed. */
  private void keep(List<Journal.Entry> more) throws IOException {
    List<Journal.Entry> entries = new ArrayList<>(owed);
    entries.addAll(more);
    try {
      journal().add(entries);
      owed.clear();
    } catch (IOException e) {
      abandon(e);
      throw e;
    }
  }

  private Journal journal() throws IOException {
    Journal open = journal;
    if (open == null) {
      layout.makeFolder(disk, layout.journals());
      open =
          Journal.create(
              disk, layout.journals().resolve(journalPrefix + "-%06d".formatted(++journals)));
      journal = open;
    }
    return open;
  }

  /**
   * After a failure nobody knows what the disk holds of a file, so that none is written further:
   * see Rebello and others, "Can applications recover from fsync failures?", 2020.
   */
  private void abandon(IOException cause) {
    if (journal != null) {
      try {
        journal.takeBack();
      } catch (IOException again) {
        cause.addSuppressed(again);
      }
      retire();
    }
  }

  private void apply(Planned plan) {
    Append append = plan.append();
    Path file = layout.ledger(append.ledger());
    long at = plan.behind().size();
    try {
      if (tails.now(append.ledger()).lines() != append.before()) {
        throw new IOException("what was to stand before could not be written");
      }
      try (Disk.Handle handle = disk.open(file)) {
        put(append.ledger(), handle, at, append.bytes());
      }
      tails.know(append.ledger(), plan.behind().plus(append.count(), append.bytes().length));
      append.done().complete(null);
    } catch (IOException e) {
      tails.forget(append.ledger());
      append.done().completeExceptionally(StoreException.unwritable(file, e));
    }
  }

  private void put(Name ledger, Disk.Handle handle, long at, byte[] lines) throws IOException {
    if (handle.size() > at) {
      // a torn end, or what a failure left
      handle.truncate(at);
    }
    try {
      handle.writeAll(lines, at);
      tails.readWhole(ledger);
    } catch (IOException e) {
      takeBack(ledger, handle, at, e);
      throw e;
    }
  }

  private void takeBack(Name ledger, Disk.Handle handle, long at, IOException cause) {
    try {
      handle.truncate(at);
    } catch (IOException again) {
      // what was refused stands there until the next append, and must not be read
      tails.readUpTo(ledger, at);
      cause.addSuppressed(again);
    }
  }

  private void delete(Deletion deletion) {
    Path there = layout.folder(deletion.folder());
    // under another name first, so that nobody sees half of it
    Path doomed = layout.doomed(deletion.folder());
    try (Closeable alone = lock.alone()) {
      if (disk.size(there) >= 0) {
        layout.deleteAll(disk, doomed);
        disk.move(there, doomed);
        // only now: a deletion that failed must not take lines away when the store is opened next
        owed.add(new Journal.Entry(new Name(deletion.folder()), Journal.DELETED, new byte[0]));
      }
      tails.forgetFolder(deletion.folder());
      if (!owed.isEmpty()) {
        disk.forceFolder(layout.root());
        keep(List.of());
      }
      layout.deleteAll(disk, doomed);
      deletion.done().complete(null);
    } catch (IOException e) {
      deletion
          .done()
          .completeExceptionally(
              new StoreException(
                  "the folder " + there + " cannot be deleted: " + e.getMessage(), e));
    } catch (RuntimeException e) {
      deletion.done().completeExceptionally(e);
    }
  }

  /** Has the journal's ledgers forced beside the writing, and the journal deleted behind that. */
  private void retire() {
    Journal full = journal;
    journal = null;
    if (full != null) {
      boolean tidy = takeBackLeft();
      checkpoints.execute(() -> checkpoint(full, tidy));
    }
  }

  /** Cuts off what was refused and could not be taken back before; whether all is cut off now. */
  private boolean takeBackLeft() {
    for (Map.Entry<Name, Long> left : tails.limits().entrySet()) {
      try (Disk.Handle handle = disk.open(layout.ledger(left.getKey()))) {
        handle.truncate(left.getValue());
        tails.readWhole(left.getKey());
      } catch (IOException e) {
        LOG.warn("{} holds lines that were refused: {}", left.getKey(), e.getMessage());
        return false;
      }
    }
    return true;
  }

  /**
   * Journals go in their order: one that tells of a deletion must not go before one that tells of
   * what was deleted. Where a force failed, it is not tried again, as the disk may have dropped
   * what it could not write; the journals stay and are read when the store is opened next.
   *
   * @param tidy whether no ledger holds a part of what was refused; the journal has the whole
   */
  private void checkpoint(Journal full, boolean tidy) {
    retired.add(full);
    if (retired.size() > 1) {
      return;
    }
    if (!tidy) {
      LOG.warn("the journals from {} on are kept", full.path());
      return;
    }
    try {
      force(full);
    } catch (IOException e) {
      LOG.warn("the journals from {} on are kept: {}", full.path(), e.getMessage());
      return;
    }
    retired.remove(full);
    try (full) {
      disk.deleteIfExists(full.path());
      disk.forceFolder(layout.journals());
    } catch (IOException e) {
      LOG.warn("the journal {} may be left over: {}", full.path(), e.getMessage());
    }
  }

  private void force(Journal full) throws IOException {
    Set<Path> folders = new LinkedHashSet<>();
    for (Name ledger : full.ledgers()) {
      Path file = layout.ledger(ledger);
      if (disk.size(file) >= 0) {
        try (Disk.Handle handle = disk.open(file)) {
          handle.force();
        }
        folders.add(Layout.above(file));
      }
    }
    for (Path folder : folders) {
      if (disk.size(folder) >= 0) {
        disk.forceFolder(folder);
      }
    }
  }

  @Override
  public void close() {
    boolean running;
    synchronized (this) {
      running = started && !closed;
      closed = true;
    }
    try {
      if (running) {
        queue.put(new Stop());
        writer.join();
      }
      checkpoints.shutdown();
      checkpoints.awaitTermination(1, TimeUnit.MINUTES);
      for (Journal kept : retired) {
        kept.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warn("a journal cannot be closed: {}", e.getMessage());
    }
  }
}
