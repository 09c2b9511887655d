package dev.mockloop.calibration;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder of rated answers: {@code answers.jsonl} with {@code id}, {@code question}, {@code text}
 * and, if known, {@code kind}; {@code ratings.csv} with {@code item} and one column a rater.
 * Answers that nobody rated are left out.
 */
public final class RatedSet {
  private static final String ITEM = "item";

  private RatedSet() {}

  /** Reads a folder; a {@link BadTable} says what is wrong with it and where. */
  public static List<RatedAnswer> read(Path folder) {
    Map<String, Map<String, Double>> ratings = ratings(folder.resolve("ratings.csv"));
    List<RatedAnswer> answers = new ArrayList<>();
    Path file = folder.resolve("answers.jsonl");
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      JsonNode line = json(lines.get(i), file, i + 1);
      String id = field(line, "id", file, i + 1);
      Map<String, Double> rated = ratings.getOrDefault(id, Map.of());
      if (!rated.isEmpty()) {
        answers.add(
            RatedAnswer.of(
                id,
                field(line, "question", file, i + 1),
                line.path("kind").asString("graded"),
                field(line, "text", file, i + 1),
                rated));
      }
    }
    return answers;
  }

  /**
   * The rated answers of a folder one after the other, so that a set may be larger than memory; of
   * each only the mean rating is held. The stream is to be closed.
   */
  public static Stream<MeanRated> means(Path folder) {
    Map<String, Double> means = new HashMap<>();
    eachRow(
        folder.resolve("ratings.csv"),
        (item, byRater) ->
            byRater.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .ifPresent(mean -> means.put(item, mean)));
    Path file = folder.resolve("answers.jsonl");
    AtomicInteger number = new AtomicInteger();
    try {
      return Files.lines(file)
          .flatMap(line -> meanRated(line, means, file, number.incrementAndGet()).stream());
    } catch (IOException e) {
      throw new BadTable(file + " cannot be read; a rated set has answers.jsonl and ratings.csv");
    }
  }

  /** An answer with the mean of its ratings. */
  public record MeanRated(String id, String question, String text, double mean) {}

  private static Optional<MeanRated> meanRated(
      String text, Map<String, Double> means, Path file, int number) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    JsonNode line = json(text, file, number);
    String id = field(line, "id", file, number);
    return Optional.ofNullable(means.get(id))
        .map(
            mean ->
                new MeanRated(
                    id,
                    field(line, "question", file, number),
                    field(line, "text", file, number),
                    mean));
  }

  private static JsonNode json(String line, Path file, int number) {
    try {
      return JsonMapper.shared().readTree(line);
    } catch (JacksonException e) {
      throw new BadTable(file + ":" + number + ": this line is not JSON");
    }
  }

  private static String field(JsonNode line, String name, Path file, int number) {
    JsonNode value = line.path(name);
    if (!value.isString()) {
      throw new BadTable(
          file + ":" + number + ": the field \"" + name + "\" is missing or not a text");
    }
    return value.stringValue();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new BadTable(file + " cannot be read; a rated set has answers.jsonl and ratings.csv");
    }
  }

  private static Map<String, Map<String, Double>> ratings(Path file) {
    Map<String, Map<String, Double>> ratings = new HashMap<>();
    eachRow(file, ratings::put);
    return ratings;
  }

  private static void eachRow(Path file, BiConsumer<String, Map<String, Double>> row) {
    if (!Files.isReadable(file)) {
      throw new BadTable(file + " cannot be read; a rated set has answers.jsonl and ratings.csv");
    }
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    try (Reader in = Files.newBufferedReader(file);
        CSVParser table = format.parse(in)) {
      if (!table.getHeaderNames().contains(ITEM)) {
        throw new BadTable(file + ":1: there is no column \"item\"");
      }
      for (CSVRecord line : table) {
        Map<String, Double> byRater = new TreeMap<>();
        for (String rater : table.getHeaderNames()) {
          if (!rater.equals(ITEM) && line.isSet(rater) && !line.get(rater).isEmpty()) {
            byRater.put(rater, rating(line.get(rater), file, table.getCurrentLineNumber()));
          }
        }
        row.accept(line.get(ITEM), byRater);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  private static double rating(String cell, Path file, long line) {
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      throw new BadTable(file + ":" + line + ": \"" + cell + "\" is not a number");
    }
  }
}
