package dev.mockloop.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store in a folder: a ledger is a file of lines, {@code <name>.jsonl}, and a document is a file.
 * What goes into ledgers is forced to disk in a journal first ({@code .journal}), so that many
 * appends wait for the disk together. Several processes may use one folder. A copy of the folder,
 * taken with plain tools while it is in use, is a sound store.
 */
public final class FolderStore implements Store {
  private static final Logger LOG = LoggerFactory.getLogger(FolderStore.class);

  private final Disk disk;
  private final Layout layout;
  private final FolderLock lock;
  private final Tails tails;
  private final GroupCommit writer;
  private final List<Repair> repairs;
  private final AtomicLong fresh = new AtomicLong();

  private FolderStore(Disk disk, Layout layout, FolderLock lock, List<Repair> repairs) {
    this.disk = disk;
    this.layout = layout;
    this.lock = lock;
    this.tails = new Tails(disk, layout);
    this.writer = new GroupCommit(disk, layout, lock, tails);
    this.repairs = repairs;
  }

  /**
   * Opens a folder, makes it when it is not there, and mends what a crash left; see {@link
   * #repairs()}.
   *
   * @throws StoreException when the folder cannot be made or read
   */
  public static FolderStore open(Path folder) {
    return open(folder, new FileDisk());
  }

  static FolderStore open(Path folder, Disk disk) {
    Layout layout = new Layout(folder);
    try {
      layout.makeRoot(disk);
    } catch (IOException e) {
      throw new StoreException(
          "the transcript folder " + folder + " cannot be made; name another with --transcripts",
          e);
    }
    FolderLock lock = new FolderLock(disk, layout.lock());
    try {
      return new FolderStore(disk, layout, lock, new Recovery(disk, layout).run(lock));
    } catch (IOException e) {
      throw new StoreException(
          "the transcript folder " + folder + " cannot be opened: " + e.getMessage(), e);
    }
  }

  @Override
  public List<Repair> repairs() {
    return repairs;
  }

  @Override
  public String where(Name name) {
    Path ledger = layout.ledger(name);
    return (Files.exists(ledger) ? ledger : layout.root().resolve(name.value())).toString();
  }

  @Override
  public List<String> lines(Name ledger, int after) {
    Path file = layout.ledger(ledger);
    try {
      long size = tails.size(ledger);
      if (size < 0 || tails.endsWith(ledger, after, size)) {
        return List.of();
      }
      LedgerText text = tails.text(ledger);
      tails.knowIfNew(ledger, text);
      return after >= text.lines().size()
          ? List.of()
          : List.copyOf(text.lines().subList(after, text.lines().size()));
    } catch (NoSuchFileException e) {
      // deleted meanwhile
      return List.of();
    } catch (IOException e) {
      throw new StoreException("the file " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void append(Name ledger, int before, List<String> lines) {
    for (String line : lines) {
      if (line.indexOf('\n') >= 0 || line.isEmpty()) {
        throw new IllegalArgumentException("a line of a ledger is one line, got: " + line);
      }
    }
    if (!lines.isEmpty()) {
      writer.append(ledger, before, lines);
    }
  }

  @Override
  public List<Name> ledgers(String folder) {
    return listed(layout.folder(folder), layout::ledgerAt);
  }

  @Override
  public List<Name> documents(String folder) {
    return listed(layout.folder(folder), layout::documentAt);
  }

  private List<Name> listed(Path folder, Function<Path, Optional<Name>> name) {
    return list(folder).stream()
        .filter(f -> Files.isRegularFile(f))
        .flatMap(f -> name.apply(f).stream())
        .sorted()
        .toList();
  }

  @Override
  public List<String> folders(String folder) {
    return list(layout.folder(folder)).stream()
        .filter(f -> Files.isDirectory(f))
        .flatMap(f -> layout.documentAt(f).stream())
        .map(Name::value)
        .toList();
  }

  @Override
  public List<String> foldersWith(String ledger) {
    return folders("").stream()
        .filter(f -> Files.isRegularFile(layout.ledger(Name.in(f, ledger))))
        .toList();
  }

  private List<Path> list(Path folder) {
    try {
      return disk.list(folder);
    } catch (IOException e) {
      throw new StoreException("the folder " + folder + " cannot be listed: " + e.getMessage(), e);
    }
  }

  @Override
  public Optional<String> document(Name document) {
    Path file = layout.document(document);
    try {
      return disk.size(file) < 0
          ? Optional.empty()
          : Optional.of(new String(disk.read(file, 0), StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new StoreException("the file " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void put(Name document, String text) {
    keep(layout.document(document), text, true);
  }

  @Override
  public boolean putIfAbsent(Name document, String text) {
    return keep(layout.document(document), text, false);
  }

  private boolean keep(Path file, String text, boolean replace) {
    Path written =
        file.resolveSibling(
            ".%s.%d-%d.new"
                .formatted(
                    file.getFileName(), ProcessHandle.current().pid(), fresh.incrementAndGet()));
    try {
      layout.makeFolder(disk, Layout.above(file));
      write(written, text);
      try (Closeable alone = lock.alone()) {
        if (!replace && disk.size(file) >= 0) {
          disk.deleteIfExists(written);
          // it may be there because its own force failed
          disk.forceFolder(Layout.above(file));
          return false;
        }
        disk.move(written, file);
      }
      disk.forceFolder(Layout.above(file));
      return true;
    } catch (IOException e) {
      drop(written);
      throw StoreException.unwritable(file, e);
    }
  }

  private void write(Path file, String text) throws IOException {
    try (Disk.Handle handle = disk.open(file)) {
      handle.truncate(0);
      handle.writeAll(text.getBytes(StandardCharsets.UTF_8), 0);
      handle.force();
    }
  }

  private void drop(Path file) {
    try {
      disk.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} is left over and can be deleted: {}", file, e.getMessage());
    }
  }

  @Override
  public void delete(Name document) {
    Path file = layout.document(document);
    try {
      if (disk.size(file) >= 0) {
        disk.deleteIfExists(file);
        disk.forceFolder(Layout.above(file));
      }
    } catch (IOException e) {
      throw new StoreException("the file " + file + " cannot be deleted: " + e.getMessage(), e);
    }
  }

  @Override
  public void deleteFolder(String folder) {
    writer.deleteFolder(new Name(folder).value());
  }

  /** Nobody is told anything: whoever reads looks at the files. */
  @Override
  public Runnable watch(Watcher watcher) {
    return () -> {};
  }

  @Override
  public void close() {
    writer.close();
    try {
      lock.close();
    } catch (IOException e) {
      LOG.warn("{} cannot be closed: {}", layout.lock(), e.getMessage());
    }
  }
}
