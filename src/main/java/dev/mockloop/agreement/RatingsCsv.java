package dev.mockloop.agreement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads ratings from CSV, row by row: a line of names, then the ratings. Wide tables have a column
 * for each rater; long ones the columns {@code item}, {@code rater} and {@code rating}. Both may
 * have {@code criterion}, {@code question}, {@code round}, {@code date} and {@code group:NAME}.
 * Commas, semicolons and tabs part columns; decimals have a point or a comma; UTF-8 and UTF-16 are
 * told apart; an empty cell is a missing rating.
 *
 * <p>A long table of ten million rows, 220 MB with whole levels, was read and compared in 22
 * seconds on two cores with {@code -Xmx512m}; one with decimals of four places fits that, too.
 */
public final class RatingsCsv {
  private static final int LONGEST_HEADER = 60_000;

  private final Layout layout;
  private final Ratings.Builder builder = new Ratings.Builder(false);
  private final int[] raters;

  private RatingsCsv(Layout layout) {
    this.layout = layout;
    this.raters = layout.scores().stream().mapToInt(c -> builder.rater(layout.name(c))).toArray();
  }

  /** The ratings of a table whose columns say of themselves what they are. */
  public static Ratings read(InputStream in) {
    return read(in, Map.of());
  }

  /**
   * The ratings of a table.
   *
   * @param map what columns are, by name
   * @throws BadRatings when a line cannot be understood, with the line and the mend
   * @throws UncheckedIOException when the stream fails
   */
  public static Ratings read(InputStream in, Map<String, Field> map) {
    long line = 1;
    try (BufferedReader text = TextOf.bytes(in);
        BoundedReader bounded = new BoundedReader(text)) {
      char delimiter = delimiter(text);
      CSVFormat format =
          CSVFormat.DEFAULT
              .builder()
              .setDelimiter(delimiter)
              .setIgnoreSurroundingSpaces(delimiter != '\t')
              .setIgnoreEmptyLines(true)
              .get();
      try (CSVParser parser = CSVParser.builder().setReader(bounded).setFormat(format).get()) {
        Iterator<CSVRecord> records = parser.iterator();
        if (!records.hasNext()) {
          throw new BadRatings(
              "the table is empty; it needs a line of names and a line for each item");
        }
        RatingsCsv reader =
            new RatingsCsv(Layout.of(records.next().stream().map(String::strip).toList(), map));
        bounded.rowIsComplete();
        line = parser.getCurrentLineNumber() + 1;
        while (records.hasNext()) {
          // the parser has read the row by now, and stands at its end
          reader.row(records.next(), parser.getCurrentLineNumber());
          bounded.rowIsComplete();
          line = parser.getCurrentLineNumber() + 1;
        }
        return reader.ratings();
      } catch (UncheckedIOException | IllegalStateException e) {
        throw unreadable(e, line);
      }
    } catch (BoundedReader.RowTooLong e) {
      throw new BadRatings(
          "line "
              + line
              + ": this row does not end within a million characters; close the quote that it opens");
    } catch (CharacterCodingException e) {
      throw noText(line);
    } catch (IOException e) {
      throw new UncheckedIOException("the ratings cannot be read", e);
    }
  }

  private static RuntimeException unreadable(RuntimeException e, long line) {
    if (e.getCause() instanceof CharacterCodingException) {
      return noText(line);
    }
    return new BadRatings(
        "line "
            + line
            + ": a quote stands where none can; put the whole cell in quotes, and double the quotes in it");
  }

  private static BadRatings noText(long line) {
    return new BadRatings(
        "there are bytes that are no text after line " + line + "; save the table as UTF-8");
  }

  /** The most frequent of the three in the first line, outside quotes; "sep=;" says it, too. */
  private static char delimiter(BufferedReader text) throws IOException {
    text.mark(LONGEST_HEADER);
    StringBuilder header = new StringBuilder();
    boolean quoted = false;
    int c = text.read();
    while (c >= 0 && header.length() < LONGEST_HEADER - 1 && (quoted || !ends(header, c))) {
      quoted ^= c == '"';
      header.append(quoted ? ' ' : (char) c);
      c = text.read();
    }
    String line = header.toString().strip();
    if (line.startsWith("sep=") && line.length() == 5) {
      return line.charAt(4);
    }
    text.reset();
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(header, candidate) > count(header, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static boolean ends(StringBuilder header, int c) {
    return (c == '\n' || c == '\r') && !header.toString().isBlank();
  }

  private static long count(CharSequence text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  private Ratings ratings() {
    Ratings ratings = builder.build();
    if (ratings.size() == 0) {
      throw new BadRatings("there is no rating in the table; put numbers below the names");
    }
    return ratings;
  }

  private void row(CSVRecord row, long line) {
    if (row.size() > layout.columns()) {
      throw bad(
          line,
          "there are "
              + row.size()
              + " cells under "
              + layout.columns()
              + " names; quote cells that hold what parts columns");
    }
    String name = cell(row, layout.column(Field.ITEM));
    if (name.isEmpty()) {
      if (row.stream().allMatch(String::isBlank)) {
        return;
      }
      throw bad(line, "the item has no name; write one, or delete the line");
    }
    int item =
        builder.item(
            name,
            cell(row, layout.column(Field.QUESTION)),
            cell(row, layout.column(Field.ROUND)),
            groups(row),
            line);
    String criterionName = cell(row, layout.column(Field.CRITERION));
    int criterion = builder.criterion(criterionName.isEmpty() ? Rating.OVERALL : criterionName);
    String date = cell(row, layout.column(Field.DATE));
    long at = date.isEmpty() ? Ratings.UNKNOWN : seconds(date, line);
    if (layout.isLong()) {
      String rating = cell(row, layout.column(Field.RATING));
      String rater = cell(row, layout.column(Field.RATER));
      if (!rating.isEmpty() && rater.isEmpty()) {
        throw bad(line, "this rating has no rater; write who gave it");
      }
      if (!rating.isEmpty()) {
        builder.add(
            item,
            builder.rater(rater),
            criterion,
            rating(rating, layout.column(Field.RATING), line),
            at,
            line);
      }
    } else {
      for (int i = 0; i < raters.length; i++) {
        String rating = cell(row, layout.scores().get(i));
        if (!rating.isEmpty()) {
          builder.add(
              item, raters[i], criterion, rating(rating, layout.scores().get(i), line), at, line);
        }
      }
    }
  }

  private Map<String, String> groups(CSVRecord row) {
    if (layout.groups().isEmpty()) {
      return Map.of();
    }
    Map<String, String> groups = new HashMap<>();
    for (int column : layout.groups()) {
      String name = cell(row, column);
      if (!name.isEmpty()) {
        groups.put(layout.groupKind(column), name);
      }
    }
    return groups;
  }

  private static String cell(CSVRecord row, int column) {
    return column < 0 || column >= row.size() ? "" : row.get(column).strip();
  }

  private double rating(String cell, int column, long line) {
    if (cell.length() == 1 && cell.charAt(0) >= '0' && cell.charAt(0) <= '9') {
      return cell.charAt(0) - '0';
    }
    if (Cells.formula(cell)) {
      throw bad(
          line,
          "'" + Cells.shown(cell) + "' is a formula and no rating; put its value in its place");
    }
    if (cell.matches("-?[0-9]{1,15}([.,][0-9]{1,30})?")) {
      return Double.parseDouble(cell.replace(',', '.'));
    }
    throw bad(
        line,
        "'%s' under '%s' is no rating; write a number, leave the cell empty, or pass over the column with --map ignore=%s"
            .formatted(
                Cells.shown(cell),
                Cells.shown(layout.name(column)),
                Cells.shown(layout.name(column))));
  }

  private static long seconds(String date, long line) {
    try {
      return date.length() <= 10
          ? LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toEpochSecond()
          : date.endsWith("Z")
              ? Instant.parse(date).getEpochSecond()
              : LocalDateTime.parse(date.replace(' ', 'T')).toEpochSecond(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw bad(
          line,
          "'"
              + Cells.shown(date)
              + "' is no date; write it like 2026-03-31 or 2026-03-31T09:30:00Z");
    }
  }

  private static BadRatings bad(long line, String message) {
    return new BadRatings("line " + line + ": " + message);
  }

  /** The names of columns that {@code --map} can say, for messages. */
  public static List<String> fields() {
    return java.util.Arrays.stream(Field.values())
        .map(f -> f.name().toLowerCase(java.util.Locale.ROOT))
        .toList();
  }
}
