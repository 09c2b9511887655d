package dev.mockloop.cli;

import dev.mockloop.live.Workshop;
import dev.mockloop.rubric.Catalogue;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.rubric.yaml.RubricFolder;
import dev.mockloop.scoring.AnswerCard;
import dev.mockloop.scoring.Scorer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mockloop score}: one answer, or a file of them. */
@Command(
    name = "score",
    description = "Scores one answer, or a batch of answers, against their rubrics.",
    mixinStandardHelpOptions = true)
final class ScoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--question",
      paramLabel = "ID",
      description = "The question that the answer is to, such as design/rate-limiter.")
  private @Nullable String question;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE|-",
      description = "The answer; '-' or nothing reads it from standard input.")
  private @Nullable String file;

  @Option(names = "--json", description = "Print the score as JSON.")
  private boolean json;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description = "senior or staff (default: ${DEFAULT-VALUE}).",
      defaultValue = "staff")
  private Level level = Level.STAFF;

  @Option(
      names = "--batch",
      paramLabel = "IN.jsonl",
      description = "Score every line {\"id\",\"question\",\"text\"} of a file.")
  private @Nullable Path batch;

  @Option(
      names = "--out",
      paramLabel = "OUT.jsonl",
      description = "Where the batch's scores go, one line each in the same order.")
  private @Nullable Path out;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads for a batch (default: one a processor).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--rubrics",
      paramLabel = "DIR",
      description = "The rubric folder (default: rubrics/).")
  private @Nullable Path rubrics;

  @Override
  public Integer call() throws IOException {
    boolean one = question != null;
    if (one == (batch != null)) {
      throw new ParameterException(
          spec.commandLine(), "give either --question ID or --batch IN.jsonl");
    }
    Catalogue catalogue = RubricFolder.read(Folders.rubrics(rubrics)).catalogue();
    return batch != null
        ? scoreBatch(batch, catalogue, Workshop.batchScorer())
        : scoreOne(String.valueOf(question), catalogue, Workshop.scorer());
  }

  private int scoreOne(String id, Catalogue catalogue, Scorer scorer) throws IOException {
    Question asked = Questions.find(catalogue, id);
    AnswerCard card = scorer.score(asked, catalogue.bank(), text(), level);
    spec.commandLine().getOut().println(json ? CardJson.line(card) : CardText.of(asked, card));
    spec.commandLine().getOut().flush();
    return 0;
  }

  private int scoreBatch(Path in, Catalogue catalogue, Scorer scorer) throws IOException {
    if (out == null) {
      throw new ParameterException(spec.commandLine(), "--batch needs --out OUT.jsonl");
    }
    if (threads < 1) {
      throw new ParameterException(
          spec.commandLine(), "--threads must be 1 or more, got " + threads);
    }
    if (!Files.isReadable(in)) {
      throw new Failure("the batch file " + in + " cannot be read; check its name");
    }
    new Batch(catalogue, scorer, level, threads).run(in, out);
    return 0;
  }

  private String text() throws IOException {
    if (file == null || file.equals("-")) {
      return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    }
    Path path = Path.of(file);
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      throw new Failure("the answer file " + path + " cannot be read; check its name");
    }
    return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
  }

  /** Looks questions up by what a user wrote. */
  static final class Questions {
    private Questions() {}

    static Question find(Catalogue catalogue, String id) {
      try {
        return catalogue
            .question(new QuestionId(id))
            .orElseThrow(
                () ->
                    new Failure(
                        "there is no question '" + id + "'; known are " + known(catalogue)));
      } catch (IllegalArgumentException e) {
        throw new Failure(String.valueOf(e.getMessage()));
      }
    }

    private static String known(Catalogue catalogue) {
      return String.join(", ", catalogue.questions().stream().map(q -> q.id().value()).toList());
    }
  }
}
