package dev.mockloop.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** What a folder store asks of the file system, so that its faults can be played in tests. */
interface Disk {

  /** Opens a file to write to, and makes it when it is not there. */
  Handle open(Path file) throws IOException;

  /** The bytes of a file from a position on. */
  byte[] read(Path file, long from) throws IOException;

  /** How long a file is; -1 when there is none. */
  long size(Path file) throws IOException;

  /** What lies in a folder, in order; nothing when there is no such folder. */
  List<Path> list(Path folder) throws IOException;

  void makeFolders(Path folder) throws IOException;

  /** Gives a file or folder another name, in the place of a file that has it. */
  void move(Path from, Path to) throws IOException;

  void deleteIfExists(Path file) throws IOException;

  /** A new entry of a folder is durable only when the folder is. */
  void forceFolder(Path folder) throws IOException;

  /** An open file. */
  interface Handle extends Closeable {
    long size() throws IOException;

    /** Writes some of the bytes at a position; how many is the return value. */
    int write(ByteBuffer bytes, long at) throws IOException;

    /** Writes all of the bytes from a position on. */
    default void writeAll(byte[] bytes, long at) throws IOException {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        write(left, at + left.position());
      }
    }

    /** Returns when all that was written is durable. */
    void force() throws IOException;

    void truncate(long size) throws IOException;

    /** Takes the file for this process for as long as it is open; whether it could. */
    boolean tryLock() throws IOException;

    /** Waits for the file to be free, then takes it until the returned lock is closed. */
    Closeable lock() throws IOException;
  }
}
