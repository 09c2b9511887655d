package dev.mockloop.transcript;

import dev.mockloop.revision.Revision;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * The versions of one rubric, a line each. An append is forced to disk before it returns, one that
 * fails half way is taken back, and two processes never append at once.
 */
final class RevisionFile {
  private final Path path;

  RevisionFile(Path path) {
    this.path = path;
  }

  /** The versions and how many bytes they take. */
  private record Parsed(List<Revision> revisions, int length) {}

  List<Revision> read() {
    try {
      return Files.isRegularFile(path) ? parse(Files.readAllBytes(path)).revisions() : List.of();
    } catch (IOException e) {
      throw new StoreException(
          "the versions file " + path + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Whether the lines were added; not when the file holds another number of versions. */
  boolean append(int before, List<Revision> revisions) throws IOException {
    StringBuilder lines = new StringBuilder();
    revisions.forEach(r -> lines.append(Json.MAPPER.writeValueAsString(r)).append('\n'));
    ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
    try (FileChannel channel =
            FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock alone = channel.lock()) {
      Parsed there = parse(Files.readAllBytes(path));
      if (!alone.isValid() || there.revisions().size() != before) {
        return false;
      }
      try {
        channel.truncate(there.length());
        channel.position(there.length());
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
        return true;
      } catch (IOException e) {
        takeBack(channel, there.length(), e);
        throw e;
      }
    }
  }

  private static void takeBack(FileChannel channel, long size, IOException cause) {
    try {
      channel.truncate(size);
    } catch (IOException again) {
      cause.addSuppressed(again);
    }
  }

  /** Cuts off a torn end. */
  Optional<Repair> repair() {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
        FileLock alone = channel.lock()) {
      byte[] bytes = Files.readAllBytes(path);
      int sound = parse(bytes).length();
      if (!alone.isValid() || sound == bytes.length) {
        return Optional.empty();
      }
      channel.truncate(sound);
      channel.force(true);
      return Optional.of(new Repair(path, bytes.length - sound));
    } catch (IOException e) {
      throw new StoreException(
          "the versions file " + path + " cannot be repaired: " + e.getMessage(), e);
    }
  }

  private Parsed parse(byte[] bytes) {
    List<Revision> revisions = new ArrayList<>();
    int start = 0;
    for (int end = lineEnd(bytes, start); end >= 0; end = lineEnd(bytes, start)) {
      String line = new String(bytes, start, end - start, StandardCharsets.UTF_8);
      Optional<Revision> revision = read(line, revisions.size() + 1);
      if (revision.isEmpty() && end == bytes.length - 1) {
        break;
      }
      revisions.add(revision.orElseThrow(() -> damaged(revisions.size() + 1)));
      start = end + 1;
    }
    return new Parsed(List.copyOf(revisions), start);
  }

  private static Optional<Revision> read(String line, int number) {
    try {
      return Optional.of(Json.MAPPER.readValue(line, Revision.class))
          .filter(r -> r.number() == number);
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private StoreException damaged(int line) {
    return new StoreException(
        path + ":" + line + ": this version is damaged; restore the file from a backup");
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
