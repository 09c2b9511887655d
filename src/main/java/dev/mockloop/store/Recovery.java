package dev.mockloop.store;

import java.io.Closeable;
import java.io.IOException;
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

  /** What is to stand in the ledgers, each line by its number. */
  private Map<Name, NavigableMap<Integer, String>> entries(List<Path> journals) throws IOException {
    Map<String, Map<Name, NavigableMap<Integer, String>>> byWriter = new LinkedHashMap<>();
    for (Path journal : journals) {
      Map<Name, NavigableMap<Integer, String>> own =
          byWriter.computeIfAbsent(Journal.writer(journal), w -> new LinkedHashMap<>());
      for (Journal.Entry entry : Journal.read(disk.read(journal, 0))) {
        if (entry.before() == Journal.DELETED) {
          byWriter
              .values()
              .forEach(m -> m.keySet().removeIf(n -> n.value().startsWith(entry.ledger() + "/")));
        } else {
          add(own.computeIfAbsent(entry.ledger(), n -> new TreeMap<>()), entry);
        }
      }
    }
    Map<Name, NavigableMap<Integer, String>> all = new LinkedHashMap<>();
    byWriter
        .values()
        .forEach(
            m ->
                m.forEach(
                    (name, lines) ->
                        all.computeIfAbsent(name, n -> new TreeMap<>()).putAll(lines)));
    return all;
  }

  /** One writer's numbers rise: where one comes again, it and all behind it were refused before. */
  private static void add(NavigableMap<Integer, String> lines, Journal.Entry entry) {
    lines.tailMap(entry.before(), false).clear();
    int number = entry.before();
    for (String line : LedgerText.of(entry.lines()).lines()) {
      lines.put(++number, line);
    }
  }

  private void mend(Name ledger, NavigableMap<Integer, String> entries) throws IOException {
    Path file = layout.ledger(ledger);
    long size = Math.max(0, disk.size(file));
    LedgerText text = LedgerText.of(size == 0 ? new byte[0] : disk.read(file, 0));
    int sound = soundLines(text.lines(), entries);
    List<String> back = new ArrayList<>();
    for (String next = entries.get(sound + 1);
        next != null;
        next = entries.get(sound + back.size() + 1)) {
      back.add(next);
    }
    // written once more even where it stands: a disk that failed to force it may have dropped it
    int first = sound;
    while (entries.containsKey(first)) {
      first--;
    }
    List<String> lines = new ArrayList<>(text.lines().subList(first, sound));
    lines.addAll(back);
    long start = LedgerText.bytes(text.lines().subList(0, first)).length;
    long end = LedgerText.bytes(text.lines().subList(0, sound)).length;
    try (Disk.Handle handle = disk.open(file)) {
      if (size > end) {
        handle.truncate(end);
      }
      handle.writeAll(LedgerText.bytes(lines), start);
      handle.force();
    }
    disk.forceFolder(Layout.above(file));
    if (!back.isEmpty()) {
      repairs.add(
          new Repair(file + ": put back " + back.size() + " acknowledged lines from the journal"));
    } else if (size > end) {
      repairs.add(
          new Repair(
              file
                  + ": cut off "
                  + (size - end)
                  + " bytes of a torn last line that was never acknowledged"));
    }
  }

  /**
   * How many lines there are in front of the first that the journal has and the file has not. When
   * power was lost, a later part of the file may have reached the disk, and an earlier one not.
   */
  private static int soundLines(List<String> lines, NavigableMap<Integer, String> entries) {
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1);
      if (entries.containsKey(number)
          && !line.equals(entries.get(number))
          && !LedgerText.isObject(line)) {
        return number - 1;
      }
    }
    return lines.size();
  }
}
