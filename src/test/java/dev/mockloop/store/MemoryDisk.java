package dev.mockloop.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A disk that loses what disks may lose. Bytes that were not forced are kept or lost block by
 * block; entries of a folder that was not forced are kept or lost folder by folder. When a force
 * fails, blocks that it did not keep count as clean, so that a later force does not keep them
 * either (Rebello and others, "Can applications recover from fsync failures?", 2020).
 */
final class MemoryDisk implements Disk {
  private static final int BLOCK = 16;

  private final Faults faults;
  private final Map<Path, Inode> files;
  private final Map<Path, Inode> durableFiles;
  private final Set<Path> folders;
  private final Set<Path> durableFolders;

  private static final class Inode {
    private byte[] bytes = {};
    private byte[] durable = {};
    private final BitSet dirty = new BitSet();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean taken;
  }

  private MemoryDisk(Faults faults, Map<Path, Inode> files, Set<Path> folders) {
    this.faults = faults;
    this.files = new HashMap<>(files);
    this.durableFiles = new HashMap<>(files);
    this.folders = new HashSet<>(folders);
    this.durableFolders = new HashSet<>(folders);
  }

  /** An empty disk. */
  MemoryDisk(Faults faults) {
    this(faults, Map.of(), Set.of());
  }

  /** What is found after the power was cut: what was forced, and what made it by chance. */
  synchronized MemoryDisk afterPowerCut(Faults next) {
    Set<Path> lucky = new HashSet<>();
    Set<Path> all = new HashSet<>(files.keySet());
    all.addAll(durableFiles.keySet());
    all.addAll(folders);
    all.addAll(durableFolders);
    for (Path path : all) {
      if (path.getParent() != null && faults.toss()) {
        lucky.add(path.getParent());
      }
    }
    Map<Path, Inode> found = new HashMap<>();
    Set<Path> foundFolders = new HashSet<>();
    for (Path path : all) {
      boolean made = lucky.contains(path.getParent());
      Inode inode = (made ? files : durableFiles).get(path);
      if (inode != null) {
        found.put(path, afterPowerCut(inode));
      }
      if ((made ? folders : durableFolders).contains(path)) {
        foundFolders.add(path);
      }
    }
    found.keySet().removeIf(p -> !reachable(Layout.above(p), foundFolders));
    foundFolders.removeIf(p -> !reachable(p, foundFolders));
    return new MemoryDisk(next, found, foundFolders);
  }

  /** What is found when the process was killed and the machine went on: all, and no locks. */
  synchronized MemoryDisk afterKill(Faults next) {
    MemoryDisk same = new MemoryDisk(next);
    same.files.putAll(files);
    same.durableFiles.putAll(durableFiles);
    same.folders.addAll(folders);
    same.durableFolders.addAll(durableFolders);
    files.values().forEach(inode -> inode.taken = false);
    return same;
  }

  private static boolean reachable(Path folder, Set<Path> folders) {
    return folder.getNameCount() == 0
        || folder.equals(folder.getRoot())
        || (folders.contains(folder) && reachable(Layout.above(folder), folders));
  }

  private Inode afterPowerCut(Inode old) {
    Inode inode = new Inode();
    keepSome(old);
    inode.bytes = old.durable.clone();
    inode.durable = old.durable.clone();
    return inode;
  }

  /** Moves each block that was not forced to the durable bytes, or does not. */
  private void keepSome(Inode inode) {
    int size = faults.toss() ? inode.bytes.length : inode.durable.length;
    byte[] kept = Arrays.copyOf(inode.durable, size);
    for (int block = inode.dirty.nextSetBit(0);
        block >= 0;
        block = inode.dirty.nextSetBit(block + 1)) {
      if (faults.toss()) {
        copyBlock(inode.bytes, kept, block);
      }
    }
    inode.durable = kept;
  }

  private static void copyBlock(byte[] from, byte[] to, int block) {
    int at = block * BLOCK;
    int length = Math.min(BLOCK, Math.min(from.length, to.length) - at);
    if (length > 0) {
      System.arraycopy(from, at, to, at, length);
    }
  }

  @Override
  public synchronized Handle open(Path file) throws IOException {
    faults.atCall();
    requireFolder(Layout.above(file));
    return new Open(files.computeIfAbsent(file, f -> new Inode()));
  }

  @Override
  public synchronized byte[] read(Path file, long from) throws IOException {
    faults.atCall();
    Inode inode = files.get(file);
    if (inode == null) {
      throw new NoSuchFileException(file.toString());
    }
    int start = (int) Math.min(from, inode.bytes.length);
    return Arrays.copyOfRange(inode.bytes, start, inode.bytes.length);
  }

  @Override
  public synchronized long size(Path file) throws IOException {
    faults.atCall();
    Inode inode = files.get(file);
    return inode != null
        ? inode.bytes.length
        : folders.contains(file) || file.getNameCount() == 0 ? 0 : -1;
  }

  @Override
  public synchronized List<Path> list(Path folder) throws IOException {
    faults.atCall();
    Set<Path> inside = new HashSet<>(files.keySet());
    inside.addAll(folders);
    return inside.stream().filter(p -> folder.equals(p.getParent())).sorted().toList();
  }

  @Override
  public synchronized void makeFolders(Path folder) throws IOException {
    faults.atCall();
    for (Path p = folder; p != null && p.getNameCount() > 0; p = p.getParent()) {
      folders.add(p);
    }
  }

  @Override
  public synchronized void move(Path from, Path to) throws IOException {
    faults.atCall();
    if (folders.contains(from)) {
      // durable at once: the kindest of what a file system may do
      moveAll(from, to, files);
      moveAll(from, to, durableFiles);
      moveAll(from, to, folders);
      moveAll(from, to, durableFolders);
    } else {
      Inode inode = files.remove(from);
      if (inode == null) {
        throw new NoSuchFileException(from.toString());
      }
      files.put(to, inode);
    }
  }

  private static void moveAll(Path from, Path to, Map<Path, Inode> entries) {
    for (Path path : List.copyOf(entries.keySet())) {
      if (path.startsWith(from)) {
        entries.put(to.resolve(from.relativize(path)), entries.remove(path));
      }
    }
  }

  private static void moveAll(Path from, Path to, Set<Path> entries) {
    for (Path path : List.copyOf(entries)) {
      if (path.startsWith(from)) {
        entries.remove(path);
        entries.add(path.equals(from) ? to : to.resolve(from.relativize(path)));
      }
    }
  }

  @Override
  public synchronized void deleteIfExists(Path file) throws IOException {
    faults.atCall();
    files.remove(file);
    folders.remove(file);
  }

  @Override
  public synchronized void forceFolder(Path folder) throws IOException {
    if (faults.atForce() == Faults.Fault.BROKEN) {
      throw Faults.broken();
    }
    requireFolder(folder);
    settle(folder, files, durableFiles);
    durableFolders.removeIf(p -> folder.equals(p.getParent()) && !folders.contains(p));
    folders.stream().filter(p -> folder.equals(p.getParent())).forEach(durableFolders::add);
  }

  private static void settle(Path folder, Map<Path, Inode> now, Map<Path, Inode> durable) {
    durable.keySet().removeIf(p -> folder.equals(p.getParent()));
    now.forEach(
        (path, inode) -> {
          if (folder.equals(path.getParent())) {
            durable.put(path, inode);
          }
        });
  }

  private void requireFolder(Path folder) throws NoSuchFileException {
    if (folder.getNameCount() > 0 && !folders.contains(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
  }

  private final class Open implements Handle {
    private final Inode inode;
    private boolean took;

    Open(Inode inode) {
      this.inode = inode;
    }

    @Override
    public long size() throws IOException {
      synchronized (MemoryDisk.this) {
        faults.atCall();
        return inode.bytes.length;
      }
    }

    @Override
    public int write(ByteBuffer from, long at) throws IOException {
      synchronized (MemoryDisk.this) {
        Faults.Fault fault = faults.atWrite();
        int some =
            fault == Faults.Fault.NONE || fault == Faults.Fault.SLOW
                ? from.remaining()
                : faults.upTo(from.remaining());
        byte[] bytes = new byte[some];
        from.get(bytes);
        if (some > 0) {
          byte[] grown =
              Arrays.copyOf(inode.bytes, Math.max(inode.bytes.length, Math.toIntExact(at) + some));
          System.arraycopy(bytes, 0, grown, (int) at, some);
          inode.bytes = grown;
          inode.dirty.set((int) at / BLOCK, ((int) at + some + BLOCK - 1) / BLOCK);
        }
        if (fault == Faults.Fault.FULL) {
          throw Faults.full();
        }
        if (fault == Faults.Fault.BROKEN) {
          throw Faults.broken();
        }
        return some;
      }
    }

    @Override
    public void force() throws IOException {
      synchronized (MemoryDisk.this) {
        Faults.Fault fault = faults.atForce();
        if (fault == Faults.Fault.BROKEN) {
          keepSome(inode);
          inode.dirty.clear();
          throw Faults.broken();
        }
        byte[] kept = Arrays.copyOf(inode.durable, inode.bytes.length);
        for (int block = inode.dirty.nextSetBit(0);
            block >= 0;
            block = inode.dirty.nextSetBit(block + 1)) {
          copyBlock(inode.bytes, kept, block);
        }
        inode.durable = kept;
        inode.dirty.clear();
      }
    }

    @Override
    public void truncate(long size) throws IOException {
      synchronized (MemoryDisk.this) {
        faults.atCall();
        if (size < inode.bytes.length) {
          inode.bytes = Arrays.copyOf(inode.bytes, (int) size);
          // what a block holds behind the end is no longer of this file
          inode.dirty.set((int) size / BLOCK);
        }
      }
    }

    @Override
    public boolean tryLock() throws IOException {
      synchronized (MemoryDisk.this) {
        if (inode.taken) {
          return false;
        }
        inode.taken = true;
        took = true;
        return true;
      }
    }

    @Override
    public Closeable lock() {
      inode.lock.lock();
      return inode.lock::unlock;
    }

    @Override
    public void close() {
      synchronized (MemoryDisk.this) {
        if (took) {
          inode.taken = false;
        }
      }
    }
  }
}
