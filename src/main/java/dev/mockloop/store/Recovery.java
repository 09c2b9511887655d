package dev.mockloop.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Brings a folder to rest after a crash: what stands in the journals of writers that are gone is
 * put into the ledgers where it is missing, and torn ends are cut off.
 */
final class Recovery {
  private final Disk disk;
  private final Layout layout;
  private final List<Repair> repairs = new ArrayList<>();

  Recovery(Disk disk, Layout layout) {
    this.disk = disk;
    this.layout = layout;
  }

  List<Repair> run(FolderLock lock) throws IOException {
    List<Path> doomed = disk.list(layout.root()).stream().filter(layout::isDoomed).toList();
    if (doomed.isEmpty() && disk.list(layout.journals()).isEmpty()) {
      return List.of();
    }
    try (Closeable alone = lock.alone()) {
      for (Path folder : doomed) {
        layout.deleteAll(disk, folder);
      }
      List<Path> left = left();
      Map<Name, NavigableMap<Integer, String>> missing = entries(left);
      for (Map.Entry<Name, NavigableMap<Integer, String>> ledger : missing.entrySet()) {
        // a folder that is gone was deleted
        if (disk.size(Layout.above(layout.ledger(ledger.getKey()))) >= 0) {
          mend(ledger.getKey(), ledger.getValue());
        }
      }
      for (Path journal : left) {
        disk.deleteIfExists(journal);
      }
      if (!left.isEmpty()) {
        disk.forceFolder(layout.journals());
      }
    }
    return List.copyOf(repairs);
  }

  private List<Path> left() throws IOException {
    List<Path> left = new ArrayList<>();
    for (Path file : disk.list(layout.journals())) {
      try (Disk.Handle handle = disk.open(file)) {
        if (handle.tryLock()) {
          left.add(file);
        }
      }
    }
    return left;
  }

  /** Each ledger's lines by number. A number that comes twice was refused the first time. */
  private Map<Name, NavigableMap<Integer, String>> entries(List<Path> journals) throws IOException {
    Map<Name, NavigableMap<Integer, String>> all = new LinkedHashMap<>();
    for (Path journal : journals) {
      for (Journal.Entry entry : Journal.read(disk.read(journal, 0))) {
        if (entry.before() == Journal.DELETED) {
          all.keySet().removeIf(n -> n.value().startsWith(entry.ledger() + "/"));
        } else {
          NavigableMap<Integer, String> lines =
              all.computeIfAbsent(entry.ledger(), n -> new TreeMap<>());
          int number = entry.before();
          for (String line : LedgerText.of(entry.lines()).lines()) {
            lines.put(++number, line);
          }
        }
      }
    }
    return all;
  }

  private void mend(Name ledger, NavigableMap<Integer, String> entries) throws IOException {
    Path file = layout.ledger(ledger);
    long size = Math.max(0, disk.size(file));
    LedgerText text = size == 0 ? LedgerText.of(new byte[0]) : LedgerText.of(disk.read(file, 0));
    List<String> back = new ArrayList<>();
    String next = entries.get(text.lines().size() + 1);
    while (next != null) {
      back.add(next);
      next = entries.get(text.lines().size() + back.size() + 1);
    }
    try (Disk.Handle handle = disk.open(file)) {
      if (size > text.length()) {
        handle.truncate(text.length());
      }
      ByteBuffer bytes = ByteBuffer.wrap(LedgerText.bytes(back));
      long at = text.length();
      while (bytes.hasRemaining()) {
        at += handle.write(bytes, at);
      }
      handle.force();
    }
    disk.forceFolder(Layout.above(file));
    if (!back.isEmpty()) {
      repairs.add(
          new Repair(file + ": put back " + back.size() + " acknowledged lines from the journal"));
    } else if (size > text.length()) {
      repairs.add(
          new Repair(
              file
                  + ": cut off "
                  + (size - text.length())
                  + " bytes of a torn last line that was never acknowledged"));
    }
  }
}
