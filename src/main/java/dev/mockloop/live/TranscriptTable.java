package dev.mockloop.live;

import dev.mockloop.agreement.SafeCell;
import dev.mockloop.scoring.CriterionScore;
import dev.mockloop.scoring.IdeaEvidence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A report as a table (RFC 4180), one line a criterion, for spreadsheets and statistics. */
public final class TranscriptTable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
              "session",
              "candidate",
              "created",
              "round",
              "question",
              "answer_score",
              "criterion",
              "title",
              "weight",
              "score",
              "level",
              "said",
              "missing",
              "words")
          .get();

  private TranscriptTable() {}

  public static String of(Report report) {
    StringBuilder out = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
      for (Report.ReportRound round : report.rounds()) {
        for (Report.Item item : round.items()) {
          for (CriterionScore criterion : item.card().criteria()) {
            line(printer, report, round, item, criterion);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail", e);
    }
    return out.toString();
  }

  private static void line(
      CSVPrinter printer,
      Report report,
      Report.ReportRound round,
      Report.Item item,
      CriterionScore criterion)
      throws IOException {
    printer.printRecord(
        report.session().id().value(),
        SafeCell.write(report.session().candidate()),
        report.session().createdAt(),
        round.card().round(),
        item.question().id().value(),
        number(item.card().overall()),
        criterion.id(),
        SafeCell.write(criterion.title()),
        number(criterion.weight()),
        number(criterion.score()),
        criterion.level(),
        SafeCell.write(
            criterion.evidence().stream()
                .filter(e -> e.credit() > 0)
                .map(IdeaEvidence::idea)
                .distinct()
                .collect(Collectors.joining("; "))),
        SafeCell.write(
            criterion.missing().stream().map(m -> m.idea()).collect(Collectors.joining("; "))),
        SafeCell.write(
            criterion.evidence().stream()
                .filter(e -> e.credit() > 0)
                .map(e -> e.span().of(item.text()))
                .distinct()
                .collect(Collectors.joining("; "))));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
