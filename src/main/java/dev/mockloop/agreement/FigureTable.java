package dev.mockloop.agreement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The figures of pairs as CSV (RFC 4180), a line a figure; no cell can start a formula in a
 * spreadsheet, as names with such a beginning get an apostrophe before it.
 */
public final class FigureTable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
              "part",
              "name",
              "first",
              "second",
              "items",
              "figure",
              "value",
              "low",
              "high",
              "passes",
              "undefined")
          .get();

  private FigureTable() {}

  /** All pairs of an agreement and of its parts. */
  public static String of(Agreement agreement, List<Agreement.Slice> slices) {
    StringBuilder out = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
      for (Agreement.Pair pair : agreement.pairs()) {
        pair(printer, "all", "", pair);
      }
      for (Agreement.Slice slice : slices) {
        for (Agreement.Pair pair : slice.pairs()) {
          pair(printer, slice.kind(), slice.name(), pair);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail", e);
    }
    return out.toString();
  }

  private static void pair(CSVPrinter printer, String part, String name, Agreement.Pair pair)
      throws IOException {
    for (Figure figure : pair.figures()) {
      String value = "";
      String low = "";
      String high = "";
      String why = "";
      switch (figure) {
        case Figure.Known known -> {
          value = String.valueOf(known.value());
          low = known.interval().map(i -> String.valueOf(i.low())).orElse("");
          high = known.interval().map(i -> String.valueOf(i.high())).orElse("");
        }
        case Figure.Undefined none -> why = none.why();
      }
      printer.printRecord(
          part,
          SafeCell.write(name),
          SafeCell.write(pair.first()),
          SafeCell.write(pair.second()),
          pair.items(),
          figure.measure().id(),
          value,
          low,
          high,
          figure.passes().map(p -> p ? "pass" : "look").orElse(""),
          why);
    }
  }
}
