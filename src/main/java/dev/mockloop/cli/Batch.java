package dev.mockloop.cli;

import dev.mockloop.rubric.Catalogue;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Question;
import dev.mockloop.scoring.Scorer;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Scores a file of answers, line by line, and writes the cards in the same order. Only a bounded
 * number of answers is in memory at a time. A bad line yields a line with {@code "error"}.
 */
final class Batch {
  private static final int IN_FLIGHT_PER_THREAD = 16;

  private final Catalogue catalogue;
  private final Scorer scorer;
  private final Level level;
  private final int threads;

  Batch(Catalogue catalogue, Scorer scorer, Level level, int threads) {
    this.catalogue = catalogue;
    this.scorer = scorer;
    this.level = level;
    this.threads = threads;
  }

  void run(Path in, Path out) throws IOException {
    try (BufferedReader lines =
            new BufferedReader(
                new java.io.InputStreamReader(Files.newInputStream(in), StandardCharsets.UTF_8));
        BufferedWriter cards = Files.newBufferedWriter(out);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        ProgressBar progress = progress(in)) {
      Deque<Future<String>> inFlight = new ArrayDeque<>();
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
        if (text.isBlank()) {
          continue;
        }
        int lineNumber = number;
        inFlight.add(pool.submit(() -> card(text, lineNumber)));
        if (inFlight.size() >= threads * IN_FLIGHT_PER_THREAD) {
          write(cards, inFlight.remove(), progress);
        }
      }
      while (!inFlight.isEmpty()) {
        write(cards, inFlight.remove(), progress);
      }
    }
  }

  private static ProgressBar progress(Path in) throws IOException {
    boolean shown = System.console() != null && System.console().isTerminal();
    long lines = -1;
    if (shown) {
      try (var all = Files.lines(in, StandardCharsets.ISO_8859_1)) {
        lines = all.count();
      }
    }
    ProgressBarBuilder builder = ProgressBar.builder().setTaskName("scoring").setInitialMax(lines);
    return shown ? builder.build() : builder.setConsumer(new Silent()).build();
  }

  private static void write(BufferedWriter cards, Future<String> card, ProgressBar progress)
      throws IOException {
    try {
      cards.write(card.get());
      cards.write('\n');
      progress.step();
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "scoring a line failed in a way that it should not", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("the batch was interrupted; what is written so far is sound");
    }
  }

  private String card(String line, int number) {
    String id = "line-" + number;
    try {
      JsonNode node = JsonMapper.shared().readTree(line);
      id = node.path("id").asString(id);
      Question question = ScoreCommand.Questions.find(catalogue, field(node, "question"));
      return CardJson.line(
          id, scorer.score(question, catalogue.bank(), field(node, "text"), level));
    } catch (JacksonException e) {
      return CardJson.error(
          id, "line " + number + " is not JSON; write {\"id\":...,\"question\":...,\"text\":...}");
    } catch (Failure | IllegalArgumentException | UncheckedIOException e) {
      return CardJson.error(id, "line " + number + ": " + e.getMessage());
    }
  }

  private static String field(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (!value.isString()) {
      throw new Failure("the field \"" + name + "\" is missing or not a text");
    }
    return value.stringValue();
  }
}
