package dev.mockloop.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Where ledgers and documents lie in a folder. What has no plain name is not the store's. */
record Layout(Path root, Set<Path> durable) {
  private static final String LEDGER = ".jsonl";
  private static final String DOOMED = ".deleted-";

  /** A layout that knows of no folder yet whether it is durable. */
  Layout(Path root) {
    this(root, ConcurrentHashMap.newKeySet());
  }

  /** The folder that a file of the store lies in. */
  static Path above(Path file) {
    return Objects.requireNonNull(file.getParent());
  }

  Path ledger(Name name) {
    return root.resolve(name.value() + LEDGER);
  }

  Path document(Name name) {
    if (name.value().endsWith(LEDGER)) {
      throw new IllegalArgumentException("a document's name does not end like a ledger's: " + name);
    }
    return root.resolve(name.value());
  }

  /** Makes the store's own folder when it is not there, durably with those above it. */
  void makeRoot(Disk disk) throws IOException {
    List<Path> fresh = new ArrayList<>();
    for (Path p = root.toAbsolutePath(); p != null && disk.size(p) < 0; p = p.getParent()) {
      fresh.add(p);
    }
    disk.makeFolders(root);
    for (Path made : fresh) {
      disk.forceFolder(above(made));
    }
  }

  /** Makes a folder that is not there, durably: also when it was made before, and not forced. */
  void makeFolder(Disk disk, Path folder) throws IOException {
    if (!durable.contains(folder) || disk.size(folder) < 0) {
      disk.makeFolders(folder);
      for (Path p = folder; p.startsWith(root) && !p.equals(root); ) {
        p = above(p);
        disk.forceFolder(p);
      }
      durable.add(folder);
    }
  }

  Path folder(String folder) {
    return folder.isEmpty() ? root : root.resolve(new Name(folder).value());
  }

  /** Where journals lie; no name in the store begins with a dot. */
  Path journals() {
    return root.resolve(".journal");
  }

  Path lock() {
    return root.resolve(".lock");
  }

  /** Where a folder lies while it is being deleted. */
  Path doomed(String folder) {
    return root.resolve(DOOMED + folder);
  }

  boolean isDoomed(Path folder) {
    return folder.getFileName().toString().startsWith(DOOMED);
  }

  void deleteAll(Disk disk, Path path) throws IOException {
    if (disk.size(path) >= 0) {
      for (Path inside : disk.list(path)) {
        deleteAll(disk, inside);
      }
      disk.deleteIfExists(path);
    }
  }

  Optional<Name> ledgerAt(Path file) {
    String path = relative(file);
    return path.endsWith(LEDGER)
        ? name(path.substring(0, path.length() - LEDGER.length()))
        : Optional.empty();
  }

  Optional<Name> documentAt(Path file) {
    String path = relative(file);
    return path.endsWith(LEDGER) ? Optional.empty() : name(path);
  }

  private String relative(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private static Optional<Name> name(String path) {
    try {
      return Optional.of(new Name(path));
    } catch (IllegalArgumentException e) {
      // somebody else's file
      return Optional.empty();
    }
  }
}
