package dev.mockloop.transcript;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Events as lines of a file, such as one session's {@code events.jsonl}. An append is written and
 * forced to disk before it returns; one that fails half way is taken back. A line without its end,
 * or a last line that is no event, was never acknowledged: it is what a crash leaves behind, and is
 * cut off.
 */
final class EventFile<E> {
  private final Path path;
  private final EventLines<E> lines;

  EventFile(Path path, EventLines<E> lines) {
    this.path = path;
    this.lines = lines;
  }

  boolean exists() {
    return Files.isRegularFile(path);
  }

  /** Adds events behind the {@code before} that are there. */
  void append(int before, List<E> events) {
    ByteBuffer bytes =
        ByteBuffer.wrap(lines.write(before, events).getBytes(StandardCharsets.UTF_8));
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      long size = channel.size();
      try {
        channel.position(size);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(false);
      } catch (IOException e) {
        takeBack(channel, size, e);
        throw e;
      }
    } catch (IOException e) {
      throw new StoreException(
          "the file "
              + path
              + " cannot be written ("
              + e.getMessage()
              + "); free some space or mend the folder's rights, nothing typed is lost from the page",
          e);
    }
  }

  private static void takeBack(FileChannel channel, long size, IOException cause) {
    try {
      channel.truncate(size);
    } catch (IOException again) {
      cause.addSuppressed(again);
    }
  }

  List<E> read() {
    try {
      return parse(Files.readAllBytes(path)).events();
    } catch (IOException e) {
      throw new StoreException("the file " + path + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Cuts off a torn end. */
  Optional<Repair> repair() {
    try {
      byte[] bytes = Files.readAllBytes(path);
      long sound = parse(bytes).length();
      if (sound == bytes.length) {
        return Optional.empty();
      }
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
        channel.truncate(sound);
        channel.force(true);
      }
      return Optional.of(new Repair(path, bytes.length - sound));
    } catch (IOException e) {
      throw new StoreException("the file " + path + " cannot be repaired: " + e.getMessage(), e);
    }
  }

  /** The events and how many bytes they take. */
  private record Parsed<E>(List<E> events, int length) {}

  private Parsed<E> parse(byte[] bytes) {
    List<E> events = new ArrayList<>();
    int start = 0;
    for (int end = lineEnd(bytes, start); end >= 0; end = lineEnd(bytes, start)) {
      String line = new String(bytes, start, end - start, StandardCharsets.UTF_8);
      try {
        events.add(lines.read(line, events.size() + 1));
      } catch (IllegalArgumentException e) {
        if (end == bytes.length - 1) {
          break;
        }
        throw new StoreException(
            path
                + ":"
                + (events.size() + 1)
                + ": this line is damaged ("
                + e.getMessage()
                + "); restore the file from a backup",
            e);
      }
      start = end + 1;
    }
    return new Parsed<>(List.copyOf(events), start);
  }

  private static int lineEnd(byte[] bytes, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }
}
