package dev.mockloop.transcript;

import dev.mockloop.rating.RatingEvent;
import dev.mockloop.rating.RatingStore;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happened in calibration, in a transcript folder: {@code ratings/ratings.jsonl}. Before it
 * come the events that samples bring with them, {@code sample-*}{@code /ratings.jsonl}, which are
 * only read. Another process may append to the same file, as an import on the command line does
 * while a server runs: each looks again before it writes, behind a lock.
 */
public final class RatingFolder implements RatingStore {
  private static final String SAMPLE = "sample-";
  private static final String LOG = "ratings.jsonl";

  private final Path transcripts;
  private final Path home;
  private final Path log;
  private final EventFile<RatingEvent> file;
  private final List<RatingEvent> shipped;
  private final Optional<Repair> repair;
  private List<RatingEvent> all;
  private long size;

  private RatingFolder(Path transcripts, List<RatingEvent> shipped) {
    this.transcripts = transcripts;
    this.home = transcripts.resolve("ratings");
    this.log = home.resolve(LOG);
    this.file = new EventFile<>(log, EventLines.OF_RATINGS);
    this.shipped = shipped;
    this.all = shipped;
    this.repair = file.exists() ? file.repair() : Optional.empty();
    read();
  }

  /** Opens a transcript folder and cuts a torn end off; see {@link #repair()}. */
  public static RatingFolder open(Path transcripts) {
    return new RatingFolder(transcripts, shipped(transcripts));
  }

  /** What was cut off when the folder was opened. */
  public Optional<Repair> repair() {
    return repair;
  }

  @Override
  public synchronized List<RatingEvent> events() {
    if (sizeNow() != size) {
      read();
    }
    return all;
  }

  @Override
  public synchronized void append(List<RatingEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    try {
      Files.createDirectories(home);
      // a lock on the log itself would be lost with the first other handle on it that is closed
      try (FileChannel channel =
              FileChannel.open(
                  home.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var lock = channel.lock()) {
        boolean fresh = !file.exists();
        if (!fresh) {
          file.repair();
        }
        read();
        file.append(all.size() - shipped.size(), events);
        if (fresh) {
          Durable.forceFolder(home);
          Durable.forceFolder(transcripts);
        }
      }
    } catch (IOException e) {
      throw new StoreException(
          "the ratings in " + home + " cannot be written: " + e.getMessage(), e);
    }
    read();
  }

  private void read() {
    if (!file.exists()) {
      all = shipped;
      size = 0;
      return;
    }
    size = sizeNow();
    List<RatingEvent> together = new ArrayList<>(shipped);
    together.addAll(file.read());
    all = List.copyOf(together);
  }

  private long sizeNow() {
    try {
      return file.exists() ? Files.size(log) : 0;
    } catch (IOException e) {
      throw new StoreException("the ratings in " + log + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<RatingEvent> shipped(Path transcripts) {
    if (!Files.isDirectory(transcripts)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(transcripts)) {
      return folders
          .filter(f -> f.getFileName().toString().startsWith(SAMPLE))
          .sorted()
          .map(f -> new EventFile<>(f.resolve(LOG), EventLines.OF_RATINGS))
          .filter(EventFile::exists)
          .flatMap(f -> f.read().stream())
          .toList();
    } catch (IOException e) {
      throw new StoreException(
          "the transcript folder " + transcripts + " cannot be listed: " + e.getMessage(), e);
    }
  }
}
