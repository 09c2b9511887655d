package dev.mockloop.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Time from the start of the process to the last byte of the first reply to {@code GET /}, and the
 * resident memory right then: Mockloop against the least Javalin server there can be, each with and
 * without an ahead-of-time cache of its own, with the same JVM flags, one after the other in turn.
 *
 * <p>Run on a quiet machine, after {@code ./mvnw -q -DskipTests package}:
 *
 * <pre>java src/bench/java/dev/mockloop/bench/StartBenchmark.java [rounds]</pre>
 */
public final class StartBenchmark {
  private static final int ROUNDS = 9;
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private StartBenchmark() {}

  /** What one start took: milliseconds, and mebibytes of resident memory. */
  private record Start(double millis, double mebibytes) {}

  public static void main(String[] args) throws Exception {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
    Path work = Files.createTempDirectory("mockloop-start");
    try {
      run(rounds, work);
    } finally {
      delete(work);
    }
  }

  private static void run(int rounds, Path work) throws Exception {
    List<String> flags = List.of("@.mvn/server.options");
    List<String> hello = List.of("-cp", compiledHello(work), "dev.mockloop.bench.HelloServer");
    List<String> mockloop = List.of("-jar", "target/mockloop.jar");
    Path helloCache = work.resolve("hello.aot");
    Path mockloopCache = work.resolve("mockloop.aot");
    train(flags, helloCache, hello, "train");
    train(flags, mockloopCache, mockloop, "train");

    Map<String, List<String>> variants = new LinkedHashMap<>();
    variants.put("hello", command(flags, List.of(), hello));
    variants.put("Mockloop", command(flags, List.of(), serve(mockloop, work)));
    variants.put("hello, cache", command(flags, cache(helloCache), hello));
    variants.put("Mockloop, cache", command(flags, cache(mockloopCache), serve(mockloop, work)));
    Map<String, List<Start>> starts = new LinkedHashMap<>();
    for (int round = -1; round < rounds; round++) {
      for (Map.Entry<String, List<String>> variant : variants.entrySet()) {
        Start start = start(variant.getValue());
        if (round >= 0) {
          starts.computeIfAbsent(variant.getKey(), v -> new ArrayList<>()).add(start);
        }
      }
    }
    System.out.printf(
        "%d starts each, in turn; medians (least - most); Java %s, %d processors%n",
        rounds, Runtime.version(), Runtime.getRuntime().availableProcessors());
    starts.forEach(StartBenchmark::print);
    ratio(starts, "Mockloop", "hello");
    ratio(starts, "Mockloop, cache", "hello, cache");
  }

  private static List<String> serve(List<String> mockloop, Path work) {
    return concat(
        mockloop,
        List.of("serve", "--transcripts", work.resolve("transcripts").toString(), "--port"));
  }

  private static List<String> cache(Path file) {
    return List.of("-XX:AOTCache=" + file, "-Xlog:disable");
  }

  private static List<String> command(List<String> flags, List<String> more, List<String> main) {
    return concat(concat(List.of(JAVA.toString()), flags), concat(more, main));
  }

  private static List<String> concat(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private static void train(List<String> flags, Path cache, List<String> main, String command)
      throws Exception {
    List<String> line =
        concat(
            command(flags, List.of("-XX:AOTCacheOutput=" + cache), main), List.of(command));
    Process process = new ProcessBuilder(line).inheritIO().start();
    if (process.waitFor() != 0 || !Files.exists(cache)) {
      throw new IllegalStateException("no cache was made by " + line);
    }
  }

  private static Start start(List<String> command) throws Exception {
    int port = freePort();
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder(concat(command, List.of(String.valueOf(port))))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      while (!replies(port)) {
        if (!process.isAlive()) {
          throw new IllegalStateException("ended before its first reply: " + command);
        }
        Thread.sleep(1);
      }
      double millis = (System.nanoTime() - begun) / 1e6;
      return new Start(millis, resident(process.pid()));
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static boolean replies(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      OutputStream out = socket.getOutputStream();
      out.write(
          "GET / HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n\r\n"
              .formatted(port)
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      InputStream in = socket.getInputStream();
      String reply = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      if (!reply.startsWith("HTTP/1.1 200")) {
        throw new IllegalStateException("not the page: " + reply);
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static double resident(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
        .filter(l -> l.startsWith("VmRSS:"))
        .mapToDouble(l -> Double.parseDouble(l.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Compiles the other server and gives the class path that it runs on: as few jars as it needs. */
  private static String compiledHello(Path work) throws IOException {
    Path classes = Files.createDirectories(work.resolve("hello"));
    String libraries;
    try (Stream<Path> jars = Files.list(Path.of("target", "lib"))) {
      libraries =
          String.join(
              ":",
              jars.map(Path::toString)
                  .filter(j -> j.matches(".*/(javalin|jetty|kotlin|slf4j|jakarta|logback|annotations).*"))
                  .sorted()
                  .toList());
    }
    // a class path of directories would keep the cache from being made
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-cp",
                libraries,
                "-d",
                classes.toString(),
                "src/bench/java/dev/mockloop/bench/HelloServer.java");
    if (result != 0) {
      throw new IllegalStateException("HelloServer does not compile");
    }
    Path resources = Path.of("src", "main", "resources");
    Files.createDirectories(classes.resolve("dev/mockloop"));
    for (String log : List.of("logback.xml", "dev/mockloop/log-text.xml")) {
      Files.copy(resources.resolve(log), classes.resolve(log));
    }
    Path jar = work.resolve("hello.jar");
    java.util.spi.ToolProvider.findFirst("jar")
        .orElseThrow()
        .run(
            System.out,
            System.err,
            "--create",
            "--file",
            jar.toString(),
            "-C",
            classes.toString(),
            ".");
    return jar + ":" + libraries;
  }

  private static void print(String variant, List<Start> starts) {
    double[] millis = starts.stream().mapToDouble(Start::millis).sorted().toArray();
    double[] memory = starts.stream().mapToDouble(Start::mebibytes).sorted().toArray();
    System.out.printf(
        "%-16s first reply %5.0f ms (%4.0f - %4.0f)   memory %4.0f MiB%n",
        variant, median(millis), millis[0], millis[millis.length - 1], median(memory));
  }

  private static void ratio(Map<String, List<Start>> starts, String one, String other) {
    System.out.printf(
        "%s / %s: %.2f times the time, %.2f times the memory%n",
        one,
        other,
        median(starts.get(one), true) / median(starts.get(other), true),
        median(starts.get(one), false) / median(starts.get(other), false));
  }

  private static double median(List<Start> starts, boolean time) {
    return median(
        starts.stream().mapToDouble(s -> time ? s.millis() : s.mebibytes()).sorted().toArray());
  }

  private static double median(double[] sorted) {
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
