package dev.mockloop.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Real files that hold only what was forced: the rest is in this process, and is gone when it is
 * killed. So a kill is as a loss of power, and an acknowledgement in front of its force is found
 * out.
 */
final class UnforcedDisk implements Disk {
  private static final long SLOW = TimeUnit.MILLISECONDS.toNanos(40);

  private final Disk files = new FileDisk();
  private final Map<Path, byte[]> unforced = new HashMap<>();
  private final Faults faults;

  UnforcedDisk(Faults faults) {
    this.faults = faults;
  }

  @Override
  public Handle open(Path file) throws IOException {
    faults.atCall();
    return new Open(file, files.open(file));
  }

  @Override
  public synchronized byte[] read(Path file, long from) throws IOException {
    faults.atCall();
    byte[] bytes = unforced.get(file);
    return bytes == null
        ? files.read(file, from)
        : Arrays.copyOfRange(bytes, (int) Math.min(from, bytes.length), bytes.length);
  }

  @Override
  public synchronized long size(Path file) throws IOException {
    faults.atCall();
    byte[] bytes = unforced.get(file);
    return bytes == null ? files.size(file) : bytes.length;
  }

  @Override
  public List<Path> list(Path folder) throws IOException {
    faults.atCall();
    return files.list(folder);
  }

  @Override
  public void makeFolders(Path folder) throws IOException {
    faults.atCall();
    files.makeFolders(folder);
  }

  @Override
  public synchronized void move(Path from, Path to) throws IOException {
    faults.atCall();
    files.move(from, to);
    for (Path path : List.copyOf(unforced.keySet())) {
      if (path.startsWith(from)) {
        byte[] bytes = unforced.remove(path);
        unforced.put(path.equals(from) ? to : to.resolve(from.relativize(path)), bytes);
      }
    }
  }

  @Override
  public synchronized void deleteIfExists(Path file) throws IOException {
    faults.atCall();
    files.deleteIfExists(file);
    unforced.remove(file);
  }

  @Override
  public void forceFolder(Path folder) throws IOException {
    if (faults.atForce() == Faults.Fault.BROKEN) {
      throw Faults.broken();
    }
  }

  private final class Open implements Handle {
    private final Path path;
    private final Handle file;

    Open(Path path, Handle file) {
      this.path = path;
      this.file = file;
    }

    private byte[] now() throws IOException {
      byte[] bytes = unforced.get(path);
      return bytes == null ? files.read(path, 0) : bytes;
    }

    @Override
    public long size() throws IOException {
      return UnforcedDisk.this.size(path);
    }

    @Override
    public int write(ByteBuffer from, long at) throws IOException {
      synchronized (UnforcedDisk.this) {
        Faults.Fault fault = faults.atWrite();
        int some = fault == Faults.Fault.NONE ? from.remaining() : faults.upTo(from.remaining());
        byte[] bytes = now();
        byte[] grown = Arrays.copyOf(bytes, Math.max(bytes.length, Math.toIntExact(at) + some));
        from.get(grown, (int) at, some);
        unforced.put(path, grown);
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
      Faults.Fault fault = faults.atForce();
      if (fault == Faults.Fault.SLOW) {
        LockSupport.parkNanos(SLOW);
      }
      synchronized (UnforcedDisk.this) {
        byte[] bytes = unforced.get(path);
        if (bytes == null) {
          return;
        }
        boolean broken = fault == Faults.Fault.BROKEN;
        ByteBuffer forced =
            ByteBuffer.wrap(bytes, 0, broken ? faults.upTo(bytes.length) : bytes.length);
        while (forced.hasRemaining()) {
          file.write(forced, forced.position());
        }
        if (broken) {
          throw Faults.broken();
        }
        file.truncate(bytes.length);
        unforced.remove(path);
      }
    }

    @Override
    public void truncate(long size) throws IOException {
      synchronized (UnforcedDisk.this) {
        faults.atCall();
        byte[] bytes = now();
        if (size < bytes.length) {
          unforced.put(path, Arrays.copyOf(bytes, (int) size));
        }
      }
    }

    @Override
    public boolean tryLock() throws IOException {
      return file.tryLock();
    }

    @Override
    public Closeable lock() throws IOException {
      return file.lock();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
