package dev.mockloop.web;

import dev.mockloop.store.FolderStore;
import dev.mockloop.store.postgres.PostgresStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A real server in a process of its own, so that it can be killed. */
final class ServerProcess implements AutoCloseable {
  private static final String READY = "ready ";
  private final Process process;
  private final String url;

  private ServerProcess(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  static ServerProcess start(int port, Path rubrics, Path transcripts, Path clockFile)
      throws IOException {
    return start(port, rubrics, transcripts.toString(), clockFile);
  }

  /**
   * @param store a folder, or the address of a database
   */
  static ServerProcess start(int port, Path rubrics, String store, Path clockFile)
      throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                String.valueOf(port),
                rubrics.toString(),
                store,
                clockFile.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(READY)) {
        return new ServerProcess(process, line.substring(READY.length()));
      }
    }
    throw new IOException("the server ended before it was ready");
  }

  /** The address, with a slash at its end. */
  String url() {
    return url;
  }

  int port() {
    return java.net.URI.create(url).getPort();
  }

  /** SIGKILL: nothing is flushed, no hook is run. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(30, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }

  /** What runs in the process. */
  static final class Main {
    private Main() {}

    public static void main(String[] args) throws InterruptedException {
      boolean database = args[2].startsWith("jdbc:");
      MockloopServer server =
          MockloopServer.start(
              new Address("127.0.0.1", Integer.parseInt(args[0])),
              Path.of(args[1]),
              database ? PostgresStore.open(args[2]) : FolderStore.open(Path.of(args[2])),
              database ? Path.of(args[3]).resolveSibling("data") : Path.of(args[2]),
              new ShiftedClock(Path.of(args[3])),
              Operations.NONE);
      System.out.println(READY + server.url());
      new CountDownLatch(1).await();
    }
  }
}
