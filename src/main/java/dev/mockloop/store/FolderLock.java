package dev.mockloop.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One writer at a time in a folder: of all threads, and of all processes. */
final class FolderLock implements Closeable {
  // a file lock is held by the process, so that its own stores need another
  private static final ConcurrentMap<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();

  private final Disk disk;
  private final Path file;
  private final ReentrantLock here;
  private Disk.@Nullable Handle handle;

  FolderLock(Disk disk, Path file) {
    this.disk = disk;
    this.file = file;
    this.here = HERE.computeIfAbsent(file.toAbsolutePath().normalize(), f -> new ReentrantLock());
  }

  /** Waits to be alone; until the returned lock is closed. */
  Closeable alone() throws IOException {
    here.lock();
    try {
      Disk.Handle open = handle;
      if (open == null) {
        open = disk.open(file);
        handle = open;
      }
      Closeable lock = open.lock();
      return () -> {
        try {
          lock.close();
        } finally {
          here.unlock();
        }
      };
    } catch (IOException | RuntimeException e) {
      here.unlock();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    here.lock();
    try {
      if (handle != null) {
        handle.close();
      }
    } finally {
      here.unlock();
    }
  }
}
