package dev.mockloop.store;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * One file of a journal: what goes into many ledgers is written here first and forced once, so that
 * a hundred drafts cost one wait for the disk. When all ledgers that it names are forced too, it is
 * deleted. It is locked for as long as its writer lives; one that is not locked was left by a
 * crash.
 *
 * <p>A record is a line with the ledger, how many lines stand before, how many bytes follow and
 * their CRC-32C (RFC 3720), and then the bytes. A record that is not whole ends the journal.
 */
final class Journal implements Closeable {
  /** In the place of the lines before: the folder was deleted. */
  static final int DELETED = -1;

  private final Path path;
  private final Disk.Handle handle;
  private final Set<Name> ledgers = new LinkedHashSet<>();
  private long size;

  private Journal(Path path, Disk.Handle handle) throws IOException {
    this.path = path;
    this.handle = handle;
    this.size = handle.size();
  }

  /** What is to stand in a ledger behind the lines that were there before. */
  record Entry(Name ledger, int before, byte[] lines) {}

  /** Makes a journal in a folder that is there. */
  static Journal create(Disk disk, Path path) throws IOException {
    Journal journal = new Journal(path, disk.open(path));
    if (!journal.handle.tryLock()) {
      journal.close();
      throw new IOException(path + " is held by another process");
    }
    disk.forceFolder(Layout.above(path));
    return journal;
  }

  Path path() {
    return path;
  }

  /** Who wrote a journal: its name without the number behind the last hyphen. */
  static String writer(Path journal) {
    String name = journal.getFileName().toString();
    return name.substring(0, Math.max(0, name.lastIndexOf('-')));
  }

  long size() {
    return size;
  }

  /** The ledgers that are named in it. */
  Set<Name> ledgers() {
    return ledgers;
  }

  /** Writes entries and waits until they are durable. */
  void add(List<Entry> entries) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Entry entry : entries) {
      all.writeBytes(header(entry).getBytes(StandardCharsets.US_ASCII));
      all.writeBytes(entry.lines());
    }
    handle.writeAll(all.toByteArray(), size);
    handle.force();
    size += all.size();
    entries.forEach(e -> ledgers.add(e.ledger()));
  }

  /** Cuts off what a write that failed may have left behind. */
  void takeBack() throws IOException {
    handle.truncate(size);
  }

  private static String header(Entry entry) {
    return "%s %d %d %08x\n"
        .formatted(entry.ledger(), entry.before(), entry.lines().length, crc(entry.lines()));
  }

  private static int crc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  /** The whole records of a journal's text. */
  static List<Entry> read(byte[] bytes) {
    List<Entry> entries = new ArrayList<>();
    int at = 0;
    while (at < bytes.length) {
      int end = at;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      String[] header = new String(bytes, at, end - at, StandardCharsets.US_ASCII).split(" ", -1);
      if (end == bytes.length || header.length != 4) {
        break;
      }
      try {
        int length = Integer.parseInt(header[2]);
        int from = end + 1;
        if (length < 0 || length > bytes.length - from) {
          break;
        }
        byte[] lines = java.util.Arrays.copyOfRange(bytes, from, from + length);
        if (crc(lines) != Integer.parseUnsignedInt(header[3], 16)) {
          break;
        }
        entries.add(new Entry(new Name(header[0]), Integer.parseInt(header[1]), lines));
        at = from + length;
      } catch (IllegalArgumentException e) {
        break;
      }
    }
    return entries;
  }

  @Override
  public void close() throws IOException {
    handle.close();
  }
}
