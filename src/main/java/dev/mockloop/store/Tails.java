package dev.mockloop.store;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** How far ledgers go. What is known is held against the file's length, as others may add to it. */
final class Tails {
  private final Disk disk;
  private final Layout layout;
  private final ConcurrentMap<Name, Tail> known = new ConcurrentHashMap<>();
  private final ConcurrentMap<Name, Long> limits = new ConcurrentHashMap<>();

  Tails(Disk disk, Layout layout) {
    this.disk = disk;
    this.layout = layout;
  }

  /** The lines of a ledger, and how many bytes they take. */
  record Tail(int lines, long size) {
    static final Tail NONE = new Tail(0, 0);

    Tail plus(int more, int bytes) {
      return new Tail(lines + more, size + bytes);
    }
  }

  /** How far a ledger goes now. */
  Tail now(Name ledger) throws IOException {
    long size = size(ledger);
    if (size < 0) {
      return Tail.NONE;
    }
    @Nullable Tail before = known.get(ledger);
    return before != null && before.size() == size ? before : of(text(ledger));
  }

  /** How many bytes of a ledger count; -1 when there is none. */
  long size(Name ledger) throws IOException {
    return Math.min(disk.size(layout.ledger(ledger)), limits.getOrDefault(ledger, Long.MAX_VALUE));
  }

  /** Has all behind a number of bytes left out: it was refused and could not be taken back. */
  void readUpTo(Name ledger, long bytes) {
    limits.put(ledger, bytes);
  }

  /** The ledgers that do not count as a whole, and how many of their bytes count. */
  Map<Name, Long> limits() {
    return Map.copyOf(limits);
  }

  /** What stands in the file counts again. */
  void readWhole(Name ledger) {
    limits.remove(ledger);
  }

  /** Whether it is known, without a look inside, that nothing stands behind some lines. */
  boolean endsWith(Name ledger, int lines, long size) {
    @Nullable Tail tail = known.get(ledger);
    return tail != null && tail.size() == size && lines >= tail.lines();
  }

  LedgerText text(Name ledger) throws IOException {
    byte[] bytes = disk.read(layout.ledger(ledger), 0);
    long limit = limits.getOrDefault(ledger, Long.MAX_VALUE);
    return LedgerText.of(
        limit < bytes.length ? Arrays.copyOf(bytes, Math.toIntExact(limit)) : bytes);
  }

  void know(Name ledger, Tail tail) {
    known.put(ledger, tail);
  }

  void knowIfNew(Name ledger, LedgerText text) {
    known.putIfAbsent(ledger, of(text));
  }

  void forget(Name ledger) {
    known.remove(ledger);
  }

  void forgetFolder(String folder) {
    known.keySet().removeIf(n -> isIn(n, folder));
    limits.keySet().removeIf(n -> isIn(n, folder));
  }

  private static boolean isIn(Name name, String folder) {
    return name.folder().equals(folder) || name.folder().startsWith(folder + "/");
  }

  private static Tail of(LedgerText text) {
    return new Tail(text.lines().size(), text.length());
  }
}
