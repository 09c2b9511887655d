package dev.mockloop.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** How far ledgers go. What is known is held against the file's length, as others may add to it. */
final class Tails {
  private final Disk disk;
  private final Layout layout;
  private final ConcurrentMap<Name, Tail> known = new ConcurrentHashMap<>();

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
    Path file = layout.ledger(ledger);
    long size = disk.size(file);
    if (size < 0) {
      return Tail.NONE;
    }
    @Nullable Tail before = known.get(ledger);
    return before != null && before.size() == size ? before : of(text(file));
  }

  /** Whether it is known, without a look inside, that nothing stands behind some lines. */
  boolean endsWith(Name ledger, int lines, long size) {
    @Nullable Tail tail = known.get(ledger);
    return tail != null && tail.size() == size && lines >= tail.lines();
  }

  LedgerText text(Path file) throws IOException {
    return LedgerText.of(disk.read(file, 0));
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
    known.keySet().removeIf(n -> n.folder().equals(folder) || n.folder().startsWith(folder + "/"));
  }

  private static Tail of(LedgerText text) {
    return new Tail(text.lines().size(), text.length());
  }
}
