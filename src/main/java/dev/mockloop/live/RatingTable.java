package dev.mockloop.live;

import dev.mockloop.agreement.Rating;
import dev.mockloop.agreement.SafeCell;
import dev.mockloop.rating.ItemId;
import dev.mockloop.rating.Levels;
import dev.mockloop.rating.Rater;
import dev.mockloop.rating.RatingBook;
import dev.mockloop.rating.RatingEvent;
import dev.mockloop.rating.RatingException;
import dev.mockloop.rubric.Criterion;
import dev.mockloop.rubric.Rubric;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * Ratings as a table (RFC 4180), one line a level. Read are also tables with semicolons or tabs, a
 * byte order mark, UTF-16, decimal commas and columns in any order. What is wrong with a table is
 * told with its line, and then nothing of it is kept.
 */
final class RatingTable {
  private static final List<String> HEAD =
      List.of("item", "question", "round", "rater", "criterion", "rating", "date", "note");
  private static final List<String> NEEDED = List.of("item", "rater", "criterion", "rating");
  private static final int MOST_ROWS = 200_000;
  private static final int LONGEST_NOTE = 4000;

  private RatingTable() {}

  /** A line of the table as it is written. */
  record Row(List<String> cells) {}

  /** An answer that can be rated, with its rubric. */
  record Rated(RatingRoom.Answer answer, Rubric rubric) {}

  /** What was read. */
  record Parsed(List<RatingEvent.Imported> ratings, int machineRows) {}

  /** The lines of one rating; its note stands beside the first. */
  static List<Row> rows(RatingRoom.Answer answer, RatingEvent.Given given) {
    List<Row> rows = new ArrayList<>();
    Map<String, Double> levels = new LinkedHashMap<>();
    given.levels().overall().ifPresent(o -> levels.put(Levels.OVERALL, o));
    levels.putAll(given.levels().byCriterion());
    String note = given.note();
    for (Map.Entry<String, Double> level : levels.entrySet()) {
      rows.add(
          row(
              answer,
              given.rater().name(),
              level.getKey(),
              level.getValue(),
              given.at().toString(),
              note));
      note = "";
    }
    return rows;
  }

  static Row row(
      RatingRoom.Answer answer,
      String rater,
      String criterion,
      double level,
      String date,
      String note) {
    ItemId id = answer.item().id();
    return new Row(
        List.of(
            id.value(),
            id.question().value(),
            answer.round(),
            rater,
            criterion,
            number(level),
            date,
            note));
  }

  private static String number(double level) {
    return level == Math.rint(level)
        ? String.valueOf((int) level)
        : String.format(Locale.ROOT, "%.2f", level);
  }

  static String write(List<Row> rows) {
    StringBuilder out = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
      printer.printRecord(HEAD);
      for (Row row : rows) {
        printer.printRecord(row.cells().stream().map(SafeCell::write).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail", e);
    }
    return out.toString();
  }

  /** Whether the very same rating is kept already, as when a table is read twice. */
  static boolean isThere(RatingBook book, RatingEvent.Imported rating) {
    return book.by(rating.rater(), rating.item()).stream()
        .anyMatch(g -> g.at().equals(rating.at()) && g.levels().equals(rating.levels()));
  }

  /**
   * Reads a table.
   *
   * @param answers finds an answer that can be rated
   * @param now the date of ratings without one
   */
  static Parsed read(byte[] bytes, Function<ItemId, Optional<Rated>> answers, Instant now) {
    return new Reader(answers, now).read(text(bytes));
  }

  private static String text(byte[] bytes) {
    Charset charset = StandardCharsets.UTF_8;
    if (bytes.length >= 2 && (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)) {
      charset = StandardCharsets.UTF_16;
    } else if (bytes.length >= 2 && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)) {
      charset = StandardCharsets.UTF_16;
    }
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') >= 0) {
        throw new RatingException("The file is no text; save the table as CSV in UTF-8");
      }
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new RatingException("The file is not UTF-8; save the table as CSV in UTF-8");
    }
  }

  /** One run over one table. */
  private static final class Reader {
    private final Function<ItemId, Optional<Rated>> answers;
    private final Instant now;
    private final Map<String, Optional<Rated>> found = new HashMap<>();
    private final Map<Key, Gathered> gathered = new LinkedHashMap<>();
    private int machineRows;
    private boolean decimalComma;

    Reader(Function<ItemId, Optional<Rated>> answers, Instant now) {
      this.answers = answers;
      this.now = now;
    }

    private record Key(ItemId item, Rater rater, Instant at) {}

    private static final class Gathered {
      private final Map<String, Double> levels = new TreeMap<>();
      private final Map<String, Long> lines = new HashMap<>();
      private final List<String> notes = new ArrayList<>();
    }

    Parsed read(String text) {
      char delimiter = delimiter(text);
      decimalComma = delimiter != ',';
      CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get();
      long line = 1;
      try (CSVParser parser = format.parse(new StringReader(text))) {
        Iterator<CSVRecord> records = parser.iterator();
        if (!records.hasNext()) {
          throw new RatingException("The table is empty; its first line is " + head());
        }
        CSVRecord first = records.next();
        Map<String, Integer> columns = columns(first);
        line = parser.getCurrentLineNumber() + 1;
        while (records.hasNext()) {
          CSVRecord row = records.next();
          if (row.getRecordNumber() > MOST_ROWS) {
            throw new RatingException(
                "The table has more than " + MOST_ROWS + " lines; split it into several");
          }
          if (row.size() != first.size()) {
            throw at(
                line,
                "it has %d cells where the first line has %d; put cells with commas, semicolons or line ends into quotes"
                    .formatted(row.size(), first.size()));
          }
          row(line, columns, row);
          line = parser.getCurrentLineNumber() + 1;
        }
      } catch (IOException | UncheckedIOException | IllegalStateException e) {
        throw at(line, "the quotes do not fit; double every quote inside of a quoted cell");
      }
      return new Parsed(ratings(), machineRows);
    }

    private static char delimiter(String text) {
      String head = text.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
      char best = ',';
      for (char c : new char[] {';', '\t'}) {
        best = count(head, c) > count(head, best) ? c : best;
      }
      return best;
    }

    private static long count(String text, char wanted) {
      return text.chars().filter(c -> c == wanted).count();
    }

    private static Map<String, Integer> columns(CSVRecord first) {
      Map<String, Integer> columns = new HashMap<>();
      for (int i = 0; i < first.size(); i++) {
        String name = first.get(i).strip().toLowerCase(Locale.ROOT);
        if (HEAD.contains(name) && columns.put(name, i) != null) {
          throw at(1, "the column '" + name + "' is there twice; leave one");
        }
      }
      for (String name : NEEDED) {
        if (!columns.containsKey(name)) {
          throw at(1, "there is no column '" + name + "'; the first line is " + head());
        }
      }
      return columns;
    }

    private static String head() {
      return String.join(",", HEAD);
    }

    private void row(long line, Map<String, Integer> columns, CSVRecord row) {
      Function<String, String> cell =
          name -> {
            Integer column = columns.get(name);
            return column == null ? "" : SafeCell.read(row.get(column));
          };
      if (cell.apply("rater").strip().equalsIgnoreCase(Rating.MACHINE)) {
        machineRows++;
        return;
      }
      Rated rated = rated(line, cell.apply("item").strip());
      ItemId id = rated.answer().item().id();
      String question = cell.apply("question").strip();
      if (!question.isEmpty() && !question.equals(id.question().value())) {
        throw at(line, "the item answers " + id.question() + ", not " + shown(question));
      }
      String criterion = criterion(line, rated.rubric(), cell.apply("criterion").strip());
      Key key = new Key(id, rater(line, cell.apply("rater")), date(line, cell.apply("date")));
      Gathered one = gathered.computeIfAbsent(key, k -> new Gathered());
      Long before = one.lines.put(criterion, line);
      if (before != null) {
        throw at(
            line,
            "%s rated %s of this item in line %d already; leave one, or give each its date"
                .formatted(key.rater(), criterion, before));
      }
      one.levels.put(criterion, level(line, cell.apply("rating").strip()));
      note(line, cell.apply("note"), one);
    }

    private static void note(long line, String note, Gathered one) {
      if (note.length() > LONGEST_NOTE) {
        throw at(line, "the note is longer than " + LONGEST_NOTE + " characters; shorten it");
      }
      if (!note.isBlank() && !one.notes.contains(note)) {
        one.notes.add(note);
      }
    }

    private Rated rated(long line, String item) {
      return found
          .computeIfAbsent(item, i -> find(line, i))
          .orElseThrow(
              () ->
                  at(
                      line,
                      "there is no answer "
                          + shown(item)
                          + "; export the ratings to see how items are written"));
    }

    private Optional<Rated> find(long line, String item) {
      try {
        return answers.apply(ItemId.of(item));
      } catch (IllegalArgumentException e) {
        throw at(
            line,
            shown(item)
                + " is no item; one looks like 20260105-120000-abc/design/rate-limiter: session, then question");
      }
    }

    private static Rater rater(long line, String name) {
      try {
        return new Rater(name);
      } catch (IllegalArgumentException e) {
        throw at(line, shown(name) + " is no name: " + e.getMessage());
      }
    }

    private static String criterion(long line, Rubric rubric, String criterion) {
      List<String> known =
          Stream.concat(Stream.of(Levels.OVERALL), rubric.criteria().stream().map(Criterion::id))
              .toList();
      if (!known.contains(criterion)) {
        throw at(
            line,
            "there is no criterion "
                + shown(criterion)
                + "; the rubric has "
                + known.stream().collect(Collectors.joining(", ")));
      }
      return criterion;
    }

    private double level(long line, String cell) {
      try {
        double level = Double.parseDouble(decimalComma ? cell.replace(',', '.') : cell);
        if (level >= Levels.LEAST && level <= Levels.MOST) {
          return level;
        }
      } catch (NumberFormatException e) {
        // falls through to the one message for both
      }
      throw at(line, "a rating is a number from 1 to 5, not " + shown(cell));
    }

    private Instant date(long line, String cell) {
      String date = cell.strip();
      try {
        if (date.isEmpty()) {
          return now;
        }
        return date.length() == 10
            ? LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant()
            : OffsetDateTime.parse(date).toInstant();
      } catch (DateTimeException e) {
        throw at(line, "a date looks like 2026-01-05 or 2026-01-05T12:00:00Z, not " + shown(date));
      }
    }

    private List<RatingEvent.Imported> ratings() {
      return gathered.entrySet().stream()
          .map(
              e ->
                  new RatingEvent.Imported(
                      e.getKey().item(),
                      e.getKey().rater(),
                      new Levels(e.getValue().levels),
                      String.join("\n", e.getValue().notes),
                      e.getKey().at(),
                      now))
          .toList();
    }

    private static String shown(String cell) {
      return "'" + (cell.length() <= 60 ? cell : cell.substring(0, 60) + "…") + "'";
    }

    private static RatingException at(long line, String problem) {
      return new RatingException("Line " + line + ": " + problem);
    }
  }
}
