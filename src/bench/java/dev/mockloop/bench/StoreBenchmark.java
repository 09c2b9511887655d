package dev.mockloop.bench;

import dev.mockloop.store.FolderStore;
import dev.mockloop.store.Name;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Drafts of 2 kB from 64 writers, each into a ledger of its own: forced together by the store's journal, against a
 * force for each. Look at the ratio, not at the numbers.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(64)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class StoreBenchmark {
  private static final String LINE = "{\"text\":\"" + "x".repeat(2000) + "\"}";
  private static final AtomicInteger WRITERS = new AtomicInteger();

  @State(Scope.Benchmark)
  public static class Folder {
    private Path path;
    private FolderStore store;

    @Setup
    public void open() throws IOException {
      path = Files.createTempDirectory("store");
      store = FolderStore.open(path);
    }

    @TearDown
    public void delete() throws IOException {
      store.close();
      try (Stream<Path> files = Files.walk(path)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @State(Scope.Thread)
  public static class Writer {
    private final int number = WRITERS.incrementAndGet();
    private final Name ledger = new Name("s" + number + "/events");
    private int lines;
  }

  /** The baseline. */
  @Benchmark
  public void forceEach(Folder folder, Writer writer) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            folder.path.resolve("each-" + writer.number),
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND)) {
      channel.write(ByteBuffer.wrap((LINE + "\n").getBytes(StandardCharsets.UTF_8)));
      channel.force(false);
    }
  }

  @Benchmark
  public void groupCommit(Folder folder, Writer writer) {
    folder.store.append(writer.ledger, writer.lines++, List.of(LINE));
  }
}
