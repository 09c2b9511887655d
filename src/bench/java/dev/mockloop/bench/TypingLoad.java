package dev.mockloop.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.json.JsonMapper;

/**
 * Candidates who type: each has a session of its own and a connection of its own, and sends a draft every two seconds.
 * A draft's time runs from the instant when it was due, not from when it was sent, so that a server that stalls is not
 * spared the drafts that had to wait (coordinated omission). The same load goes to a bare Javalin server that throws
 * the drafts away, in the same run: look at the ratio as well as at the times. Client and server share the machine.
 *
 * <pre>
 * ./mvnw -q -Pbench test-compile exec:exec -Dbench.main=dev.mockloop.bench.TypingLoad "-Dbench=1000 2000 4000"
 * </pre>
 *
 * A number with {@code +scoring} behind it has four clients ask for scores all the while.
 */
public final class TypingLoad {
  private static final long EVERY = TimeUnit.SECONDS.toNanos(2);
  private static final long MEASURED = TimeUnit.SECONDS.toNanos(30);
  private static final long WARM_UP = TimeUnit.SECONDS.toNanos(10);
  private static final String WORDS =
      "I would put a token bucket in front of each shard and keep its state in memory with a short lease. ";

  private TypingLoad() {}

  public static void main(String[] args) throws Exception {
    System.out.printf(
        "%-16s %-10s %9s %8s %8s %8s %8s %8s %7s%n",
        "candidates", "server", "drafts/s", "p50 ms", "p90 ms", "p99 ms", "p99.9 ms", "max ms", "failed");
    for (String step : args) {
      boolean scoring = step.endsWith("+scoring");
      int candidates = Integer.parseInt(step.replace("+scoring", ""));
      double bare = 0;
      if (!scoring) {
        try (Server server = Server.bare()) {
          bare = run(step, "bare", server, candidates, false);
        }
      }
      try (Server server = Server.mockloop()) {
        double p99 = run(step, "mockloop", server, candidates, scoring);
        if (bare > 0) {
          System.out.printf("%-16s %-10s p99 is %.1f times that of the bare server%n", step, "", p99 / bare);
        }
      }
    }
  }

  private static double run(String step, String name, Server server, int candidates, boolean scoring)
      throws Exception {
    List<String> sessions = server.sessions(candidates + 4);
    Histogram times = new ConcurrentHistogram(TimeUnit.MINUTES.toNanos(1), 3);
    AtomicLong failed = new AtomicLong();
    AtomicLong sent = new AtomicLong();
    long begin = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
    long measureFrom = begin + WARM_UP;
    long end = measureFrom + MEASURED;
    AtomicBoolean over = new AtomicBoolean();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int c = 0; c < candidates; c++) {
        String session = sessions.get(c);
        long first = begin + EVERY * c / candidates;
        all.add(
            threads.submit(
                (Callable<Integer>)
                    () -> {
                      type(server, session, first, measureFrom, end, times, sent, failed);
                      return 0;
                    }));
      }
      for (int s = 0; scoring && s < 4; s++) {
        String session = sessions.get(candidates + s);
        threads.submit(
            (Callable<Integer>)
                () -> {
                  askForScores(server, session, over);
                  return 0;
                });
      }
      for (Future<?> one : all) {
        one.get();
      }
      over.set(true);
    }
    System.out.printf(
        "%-16s %-10s %9.0f %8.1f %8.1f %8.1f %8.1f %8.1f %7d%n",
        step,
        name,
        sent.get() * 1e9 / MEASURED,
        millis(times, 50),
        millis(times, 90),
        millis(times, 99),
        millis(times, 99.9),
        times.getMaxValue() / 1e6,
        failed.get());
    return millis(times, 99);
  }

  private static double millis(Histogram times, double percentile) {
    return times.getValueAtPercentile(percentile) / 1e6;
  }

  private static void type(
      Server server,
      String session,
      long first,
      long measureFrom,
      long end,
      Histogram times,
      AtomicLong sent,
      AtomicLong failed)
      throws IOException {
    StringBuilder text = new StringBuilder(WORDS.repeat(10));
    try (Connection connection = new Connection(server.url())) {
      long number = 0;
      for (long due = first; due < end; due += EVERY) {
        for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
          LockSupport.parkNanos(wait);
        }
        if (text.length() > 3000) {
          text.setLength(1000);
        }
        text.append(WORDS, 0, 40);
        boolean kept =
            connection.put("/api/sessions/" + session + "/drafts/0.0/" + ++number, "{\"text\":\"" + text + "\"}");
        if (due >= measureFrom) {
          times.recordValue(System.nanoTime() - due);
          sent.incrementAndGet();
          if (!kept) {
            failed.incrementAndGet();
          }
        }
      }
    }
  }

  private static void askForScores(Server server, String session, AtomicBoolean over) throws IOException {
    try (Connection connection = new Connection(server.url())) {
      for (int n = 0; !over.get(); n++) {
        connection.send("POST", "/api/sessions/" + session + "/meter/0.0", "{\"text\":\"" + WORDS.repeat(20) + n + "\"}");
      }
    }
  }

  /** A kept-alive connection, as plain as can be, so that the client costs little. */
  private static final class Connection implements AutoCloseable {
    private final String host;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Connection(URI url) throws IOException {
      this.host = url.getHost() + ":" + url.getPort();
      this.socket = new Socket();
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
      this.in = new java.io.BufferedInputStream(socket.getInputStream(), 2048);
      this.out = socket.getOutputStream();
    }

    boolean put(String path, String body) throws IOException {
      return send("PUT", path, body) == 200;
    }

    int send(String method, String path, String body) throws IOException {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      String head =
          "%s %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
              .formatted(method, path, host, bytes.length);
      byte[] headBytes = head.getBytes(StandardCharsets.US_ASCII);
      byte[] all = Arrays.copyOf(headBytes, headBytes.length + bytes.length);
      System.arraycopy(bytes, 0, all, headBytes.length, bytes.length);
      out.write(all);
      return reply();
    }

    private int reply() throws IOException {
      int status = Integer.parseInt(line().split(" ")[1]);
      int length = 0;
      boolean chunked = false;
      for (String line = line(); !line.isEmpty(); line = line()) {
        String lower = line.toLowerCase(java.util.Locale.ROOT);
        if (lower.startsWith("content-length:")) {
          length = Integer.parseInt(lower.substring(15).strip());
        }
        chunked |= lower.startsWith("transfer-encoding:");
      }
      if (chunked) {
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
          in.skipNBytes(size + 2);
        }
        line();
      } else {
        in.skipNBytes(length);
      }
      return status;
    }

    private String line() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) {
          throw new IOException("the server closed the connection");
        }
        if (c != '\r') {
          line.append((char) c);
        }
      }
      return line.toString();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  /** A server in a process of its own. */
  private record Server(Process process, URI url, Path data, boolean real) implements AutoCloseable {

    static Server mockloop() throws IOException {
      Path data = Files.createTempDirectory("typing");
      return start(
          data, true, "dev.mockloop.cli.Mockloop", "serve", "--port", "0", "--rubrics", "rubrics", "--transcripts", data.toString());
    }

    static Server bare() throws IOException {
      return start(Files.createTempDirectory("bare"), false, BareServer.class.getName());
    }

    private static Server start(Path data, boolean real, String... main) throws IOException {
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx" + System.getProperty("load.heap", "512m"),
                  "-cp",
                  System.getProperty("java.class.path")));
      command.addAll(List.of(main));
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        int at = line.indexOf("http://");
        if (at >= 0) {
          return new Server(process, URI.create(line.substring(at).strip()), data, real);
        }
      }
      throw new IOException("the server ended before it was ready");
    }

    /** Sessions that were made and begun. */
    List<String> sessions(int count) throws Exception {
      if (!real) {
        return java.util.stream.IntStream.range(0, count).mapToObj(i -> "bare-" + i).toList();
      }
      Semaphore atOnce = new Semaphore(16);
      try (HttpClient client = HttpClient.newHttpClient();
          ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<String>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          all.add(
              threads.submit(
                  () -> {
                    atOnce.acquire();
                    try {
                      return begun(client);
                    } finally {
                      atOnce.release();
                    }
                  }));
        }
        List<String> ids = new ArrayList<>();
        for (Future<String> one : all) {
          ids.add(one.get());
        }
        return ids;
      }
    }

    private String begun(HttpClient client) throws IOException, InterruptedException {
      String made =
          post(client, "api/sessions", "{\"mode\":\"practice\",\"question\":\"design/rate-limiter\",\"candidate\":\"Load\"}");
      String id = JsonMapper.shared().readTree(made).path("id").asString();
      post(client, "api/sessions/" + id + "/start", "");
      return id;
    }

    private String post(HttpClient client, String path, String body) throws IOException, InterruptedException {
      HttpResponse<String> reply =
          client.send(
              HttpRequest.newBuilder(url.resolve("/" + path))
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      if (reply.statusCode() / 100 != 2) {
        throw new IOException(path + " gave " + reply.statusCode() + ": " + reply.body());
      }
      return reply.body();
    }

    @Override
    public void close() throws IOException, InterruptedException {
      process.destroy();
      process.waitFor(30, TimeUnit.SECONDS);
      process.destroyForcibly();
      try (Stream<Path> files = Files.walk(data)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
