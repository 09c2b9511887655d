package dev.mockloop.web;

import dev.mockloop.live.CopiedSamples;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Kills a real server at random instants while clients change things, starts it over the same
 * folder, and has the clients check what was acknowledged to them.
 */
final class CrashHarness {
  private static final Path RUBRICS = Path.of("rubrics");

  /** How many changes are acknowledged in one life at most before the kill is near. */
  private static final int MOST_CHANGES = 40;

  private static final Duration LONGEST_LIFE = Duration.ofSeconds(30);

  /** Milliseconds within which a kill comes once it is near, and of a start that is cut short. */
  private static final int SHORT = 300;

  private static final double KILLED_AT_START = 0.1;
  private static final int MOST_FAILED_STARTS = 10;

  private final Path folder;
  private final double faults;
  private final Random random;
  private final CrashPeer peer = new CrashPeer();
  private final CrashTally tally = new CrashTally();
  private final List<CrashClient> clients = new ArrayList<>();

  /**
   * @param faults how often a call to the disk goes wrong; above 0, what was not forced is lost at
   *     a kill; 0 for the real disk
   */
  CrashHarness(Path folder, long seed, double faults) throws IOException {
    this.folder = folder.resolve("transcripts");
    this.faults = faults;
    this.random = new Random(seed);
    CopiedSamples.into(this.folder);
    for (int t = 0; t < 3; t++) {
      clients.add(new CrashTypist(peer, tally, new Random(random.nextLong()), "Typist " + t));
    }
    clients.add(new CrashRater(peer, tally));
    clients.add(new CrashEditor(peer, tally, new Random(random.nextLong())));
  }

  /** Kills so many times, then brings all to its end; what it came to. */
  CrashTally run(int kills) throws Exception {
    int failed = 0;
    while (tally.kills() < kills) {
      failed = live() ? 0 : failed + 1;
      if (failed > MOST_FAILED_STARTS) {
        throw new AssertionError(
            "the server does not start; see " + folder.resolveSibling("server.log"));
      }
    }
    CrashServer last = CrashServer.start(RUBRICS, folder, random.nextLong(), 0);
    try {
      meet(last.ready().orElseThrow());
      for (CrashClient client : clients) {
        client.finish();
      }
    } finally {
      last.kill();
    }
    return tally;
  }

  /** One life of the server; whether it came to be of use. */
  private boolean live() throws Exception {
    CrashServer server = CrashServer.start(RUBRICS, folder, random.nextLong(), faults);
    try {
      if (random.nextDouble() < KILLED_AT_START) {
        new CountDownLatch(1).await(4L * random.nextInt(SHORT), TimeUnit.MILLISECONDS);
        return true;
      }
      Optional<CrashServer.Ready> ready = server.ready();
      if (ready.isEmpty()) {
        return false;
      }
      meet(ready.get());
      work(server);
      return true;
    } finally {
      server.kill();
      tally.killed();
    }
  }

  private void meet(CrashServer.Ready ready) throws IOException, InterruptedException {
    peer.at(ready.url());
    tally.repaired(ready.repairs());
    for (CrashClient client : clients) {
      client.verify();
    }
  }

  private void work(CrashServer server) throws InterruptedException {
    CountDownLatch enough = new CountDownLatch(1);
    long last = tally.acknowledgements() + random.nextInt(MOST_CHANGES);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> working = new ArrayList<>();
      for (CrashClient client : clients) {
        working.add(threads.submit(() -> untilTheServerGoes(client, last, enough)));
      }
      enough.await(LONGEST_LIFE.toMillis(), TimeUnit.MILLISECONDS);
      // somewhere in what comes next
      new CountDownLatch(1).await(random.nextInt(SHORT), TimeUnit.MILLISECONDS);
      server.kill();
      for (Future<?> client : working) {
        try {
          client.get();
        } catch (ExecutionException e) {
          throw new AssertionError("a client saw what must not be: " + e.getCause(), e.getCause());
        }
      }
    }
  }

  private Void untilTheServerGoes(CrashClient client, long last, CountDownLatch enough)
      throws InterruptedException {
    try {
      while (true) {
        client.act();
        if (tally.acknowledgements() >= last) {
          enough.countDown();
        }
      }
    } catch (IOException e) {
      return null;
    } finally {
      enough.countDown();
    }
  }
}
