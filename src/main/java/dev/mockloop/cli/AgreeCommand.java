package dev.mockloop.cli;

import dev.mockloop.agreement.Agreement;
import dev.mockloop.agreement.Analysis;
import dev.mockloop.agreement.BadRatings;
import dev.mockloop.agreement.Cut;
import dev.mockloop.agreement.Field;
import dev.mockloop.agreement.FigureTable;
import dev.mockloop.agreement.Rating;
import dev.mockloop.agreement.Ratings;
import dev.mockloop.agreement.RatingsCsv;
import dev.mockloop.web.AgreementFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mockloop agree}. */
@Command(
    name = "agree",
    description = {
      "Print how raters agree, over any table of ratings.",
      "Wide tables have a column of items and one for each rater; long ones the columns item, rater and rating. Both may have criterion, question, round, date and group:NAME."
    },
    mixinStandardHelpOptions = true)
final class AgreeCommand implements Callable<Integer> {
  enum Format {
    TEXT,
    JSON,
    CSV,
    HTML
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "RATINGS.csv", description = "The table: CSV, UTF-8 or UTF-16.")
  private Path file = Path.of("");

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "One of: ${COMPLETION-CANDIDATES} (default: text).")
  private Format format = Format.TEXT;

  @Option(names = "--json", description = "The same as --format json.")
  private boolean json;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "The same as --format html --out FILE.")
  private Optional<Path> html = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The file to write; printed when left out.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--system",
      paramLabel = "NAME",
      defaultValue = Rating.MACHINE,
      description = "The rater that is the machine (default: ${DEFAULT-VALUE}).")
  private String system = Rating.MACHINE;

  @Option(
      names = "--map",
      paramLabel = "FIELD=COLUMN",
      description =
          "What a column is, where its name does not say: item, rater, criterion, rating, question, round, date, group, scores (of one rater) or ignore. May be repeated.")
  private List<String> map = List.of();

  @Option(names = "--criterion", description = "Look at one criterion; 'all' for every one.")
  private Optional<String> criterion = Optional.empty();

  @Option(names = "--question", description = "Look at one question.")
  private Optional<String> question = Optional.empty();

  @Option(names = "--round", description = "Look at one round.")
  private Optional<String> round = Optional.empty();

  @Override
  public Integer call() {
    Map<String, Field> fields = fields();
    Ratings ratings = read(fields);
    if (!system.equals(Rating.MACHINE) && !ratings.raters().contains(system)) {
      throw new Failure(
          file
              + ": there is no rater '"
              + system
              + "'; --system takes one of "
              + String.join(", ", ratings.raters().stream().limit(10).toList()));
    }
    Analysis analysis = new Analysis(ratings, system);
    Cut cut = cut(ratings, analysis.usual());
    Agreement agreement = analysis.of(cut);
    if (agreement.pairs().isEmpty()) {
      throw new Failure(
          file
              + ": no two raters have rated the same item, so there is nothing to compare; check the column of items");
    }
    List<Agreement.Slice> slices = analysis.slices(cut);
    Format wanted = html.isPresent() ? Format.HTML : json ? Format.JSON : format;
    write(
        switch (wanted) {
          case TEXT -> AgreementText.of(agreement, slices);
          case JSON -> AgreementJson.of(agreement, slices);
          case CSV -> FigureTable.of(agreement, slices);
          case HTML ->
              AgreementFile.html(
                  String.valueOf(file.getFileName()), ratings.size(), agreement, slices);
        });
    return 0;
  }

  private Ratings read(Map<String, Field> fields) {
    try (InputStream in = Files.newInputStream(file)) {
      return RatingsCsv.read(in, fields);
    } catch (BadRatings e) {
      throw new Failure(file + ": " + e.getMessage());
    } catch (IOException | UncheckedIOException e) {
      throw new Failure(file + ": the file cannot be read; name a CSV file that is there");
    }
  }

  private Map<String, Field> fields() {
    Map<String, Field> fields = new LinkedHashMap<>();
    for (String one : map) {
      int sign = one.indexOf('=');
      String field = sign < 0 ? one : one.substring(0, sign).toLowerCase(Locale.ROOT);
      if (sign < 0 || !RatingsCsv.fields().contains(field)) {
        throw new ParameterException(
            spec.commandLine(),
            "--map "
                + one
                + " is not understood; write FIELD=COLUMN, FIELD one of "
                + String.join(", ", RatingsCsv.fields()));
      }
      fields.put(one.substring(sign + 1), Field.valueOf(field.toUpperCase(Locale.ROOT)));
    }
    return fields;
  }

  private Cut cut(Ratings ratings, Cut usual) {
    Optional<String> ofCriterion =
        criterion.isEmpty() ? usual.criterion() : criterion.filter(c -> !c.equals("all"));
    known("--criterion", ofCriterion, ratings.criteria());
    known("--question", question, ratings.questions());
    known("--round", round, ratings.rounds());
    return new Cut(ofCriterion, question, round);
  }

  private void known(String option, Optional<String> said, List<String> there) {
    if (said.isPresent() && !there.contains(said.get())) {
      throw new Failure(
          "%s: there is no '%s' for %s; there are %s"
              .formatted(
                  file,
                  said.get(),
                  option,
                  there.isEmpty() ? "none" : String.join(", ", there.stream().limit(10).toList())));
    }
  }

  private void write(String content) {
    Optional<Path> target = html.or(() -> out);
    try {
      if (target.isPresent()) {
        Files.write(target.get(), content.getBytes(StandardCharsets.UTF_8));
      } else {
        spec.commandLine().getOut().print(content);
        spec.commandLine().getOut().flush();
      }
    } catch (IOException e) {
      throw new Failure(target.orElse(file) + ": the file cannot be written: " + e.getMessage());
    }
  }
}
