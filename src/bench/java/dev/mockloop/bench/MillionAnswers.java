package dev.mockloop.bench;

import dev.mockloop.calibration.RatedAnswer;
import dev.mockloop.cli.Mockloop;
import dev.mockloop.interview.SessionId;
import dev.mockloop.live.FinishedLoop;
import dev.mockloop.live.Report;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows that memory stays bounded: the batch, the what-if and the re-scoring of stored sessions each run over a number
 * of answers in a process with a small heap, and over ten times as many in the same heap. Answers are short, so that a
 * million take minutes and not hours. The peak is that of the whole process (VmHWM), so it needs Linux.
 *
 * <pre>
 * ./mvnw -q -Pbench test-compile exec:exec -Dbench.main=dev.mockloop.bench.MillionAnswers "-Dbench=100000 1000000"
 * </pre>
 */
public final class MillionAnswers {
  private static final String HEAP = "384m";
  private static final String QUESTION = "design/rate-limiter";
  private static final int LONGEST = 160;

  private MillionAnswers() {}

  public static void main(String[] args) throws Exception {
    System.out.printf("%-10s %10s %10s %12s   (heap of %s)%n", "work", "answers", "seconds", "peak MB", HEAP);
    for (String count : args) {
      Path folder = Files.createTempDirectory("million");
      try {
        measure(folder, Integer.parseInt(count));
      } finally {
        delete(folder);
      }
    }
  }

  private static void measure(Path folder, int count) throws Exception {
    Path set = writeSet(folder.resolve("set"), count);
    Path changed = folder.resolve("changed.yaml");
    Files.writeString(
        changed,
        Files.readString(Path.of("rubrics/design/rate-limiter.yaml"))
            .replaceFirst("weight: 2", "weight: 4"));
    run("batch", count, "score", "--batch", set.resolve("answers.jsonl").toString(), "--out", folder.resolve("cards.jsonl").toString());
    Files.delete(folder.resolve("cards.jsonl"));
    run("what-if", count, "calibrate", "whatif", QUESTION, set.toString(), "--rubric", changed.toString());
    Path store = folder.resolve("store");
    int stored = writeStore(store, count);
    run("re-score", stored, "rescore", "--transcripts", store.toString());
  }

  private static Path writeSet(Path set, int count) throws IOException {
    Files.createDirectories(set);
    List<RatedAnswer> some = Answers.all().stream().filter(a -> a.question().equals(QUESTION)).toList();
    try (BufferedWriter answers = Files.newBufferedWriter(set.resolve("answers.jsonl"));
        BufferedWriter ratings = Files.newBufferedWriter(set.resolve("ratings.csv"))) {
      ratings.write("item,a,b\n");
      for (int i = 0; i < count; i++) {
        RatedAnswer answer = some.get(i % some.size());
        answers.write(
            JsonMapper.shared()
                .writeValueAsString(Map.of("id", "a" + i, "question", QUESTION, "text", brief(answer.text()) + " Case " + i + ".")));
        answers.write('\n');
        ratings.write("a" + i + "," + (1 + i % 5) + "," + (1 + (i + 1) % 5) + "\n");
      }
    }
    return set;
  }

  private static String brief(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  /** Copies of one session that was really run; the files of its rubrics are shared between them. */
  private static int writeStore(Path store, int count) throws IOException {
    Files.createDirectories(store);
    Path first = Files.createTempDirectory("first");
    Report report = FinishedLoop.report(first, q -> "I would use a token bucket for " + q.title() + ".");
    SessionId id = report.session().id();
    int answers = report.card().rounds().stream().mapToInt(r -> r.answers().size()).sum();
    String events = Files.readString(first.resolve(id.value()).resolve("events.jsonl"));
    List<Path> rubrics;
    try (Stream<Path> files = Files.list(first.resolve(id.value()).resolve("rubrics"))) {
      rubrics = files.toList();
    }
    int sessions = count / answers;
    for (int s = 0; s < sessions; s++) {
      String copy = "copy-" + s;
      Path folder = Files.createDirectories(store.resolve(copy).resolve("rubrics"));
      for (Path rubric : rubrics) {
        Files.createLink(folder.resolve(rubric.getFileName()), rubric);
      }
      Files.writeString(
          store.resolve(copy).resolve("events.jsonl"),
          events.replace(id.value(), copy).replace("token bucket for", "token bucket of size " + s + " for"));
    }
    return sessions * answers;
  }

  private static void run(String name, int count, String... words) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP,
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                Mockloop.class.getName()));
    command.addAll(List.of(words));
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long peak = 0;
    while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, peak(process));
    }
    if (process.exitValue() != 0) {
      throw new IOException(String.join(" ", words) + " ended with " + process.exitValue());
    }
    System.out.printf(
        "%-10s %10d %10d %12d%n", name, count, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin), peak / 1024);
  }

  /** In kB. */
  private static long peak(Process process) {
    try (Stream<String> lines =
        Files.lines(Path.of("/proc/" + process.pid() + "/status"), StandardCharsets.ISO_8859_1)) {
      return lines
          .filter(l -> l.startsWith("VmHWM:"))
          .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException e) {
      // it ended between two looks
      return 0;
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
