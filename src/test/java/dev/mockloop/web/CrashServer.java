package dev.mockloop.web;

import dev.mockloop.live.Workshop;
import dev.mockloop.store.FaultyStores;
import dev.mockloop.store.FolderStore;
import dev.mockloop.store.Store;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A real server in a process of its own, over a disk that may be faulty, to be killed soon. */
final class CrashServer {
  private static final String READY = "ready ";
  private final Process process;

  private CrashServer(Process process) {
    this.process = process;
  }

  /** Where it is, and what it mended at its start. */
  record Ready(String url, int repairs) {}

  static CrashServer start(Path rubrics, Path folder, long seed, double faults) throws IOException {
    return new CrashServer(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx300m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                rubrics.toString(),
                folder.toString(),
                String.valueOf(seed),
                String.valueOf(faults))
            .redirectError(folder.resolveSibling("server.log").toFile())
            .start());
  }

  /** Waits until it answers; nothing when it ended before. */
  Optional<Ready> ready() throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(READY)) {
        String[] words = line.split(" ", -1);
        return Optional.of(new Ready(words[1], Integer.parseInt(words[2])));
      }
    }
    return Optional.empty();
  }

  /** SIGKILL: nothing is flushed, no hook is run. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(30, TimeUnit.SECONDS);
  }

  /** What runs in the process. Without faults its disk is the real one. */
  static final class Main {
    private Main() {}

    public static void main(String[] args) throws InterruptedException {
      Path folder = Path.of(args[1]);
      double faults = Double.parseDouble(args[3]);
      Store store =
          faults > 0
              ? FaultyStores.open(folder, Long.parseLong(args[2]), faults)
              : FolderStore.open(folder);
      MockloopServer server =
          MockloopServer.start(
              new Address("127.0.0.1", 0),
              Workshop.open(Path.of(args[0]), store, folder, Clock.systemUTC()));
      System.out.println(READY + server.url() + " " + store.repairs().size());
      new CountDownLatch(1).await();
    }
  }
}
