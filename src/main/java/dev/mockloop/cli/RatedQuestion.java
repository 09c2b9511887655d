package dev.mockloop.cli;

import dev.mockloop.calibration.RatedAnswer;
import dev.mockloop.calibration.RatedSet;
import dev.mockloop.live.Workshop;
import dev.mockloop.rubric.Catalogue;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.yaml.QuestionSource;
import dev.mockloop.rubric.yaml.Reading;
import dev.mockloop.rubric.yaml.RubricFolder;
import dev.mockloop.scoring.Scorer;
import dev.mockloop.workbench.Rated;
import dev.mockloop.workbench.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A question and where its rated answers lie, as options of a command. */
final class RatedQuestion {
  private static final Path SHIPPED = Path.of("src", "calibration");

  @Parameters(
      index = "0",
      paramLabel = "QUESTION",
      description = "The question, such as design/rate-limiter.")
  private String question = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "DIR",
      description =
          "Folders with answers.jsonl and ratings.csv (default: every set under src/calibration).")
  private @Nullable List<Path> sets;

  @Option(
      names = "--rubrics",
      paramLabel = "DIR",
      description = "The rubric folder (default: rubrics/).")
  private @Nullable Path rubrics;

  /**
   * All that is asked for, read.
   *
   * @param side the question as the folder has it
   * @param source its file
   * @param answers its rated answers, at least one
   * @param all every answer of the sets
   */
  record Loaded(
      Catalogue catalogue,
      Side side,
      QuestionSource source,
      List<Rated> answers,
      List<RatedAnswer> all,
      Scorer scorer) {

    /** The rated answers to any question of the sets. */
    List<Rated> answers(Question to) {
      return rated(all, to);
    }
  }

  /**
   * The question alone, without its answers.
   *
   * @param source its file
   */
  record Asked(Catalogue catalogue, Side side, QuestionSource source) {}

  Asked asked() {
    Reading reading = RubricFolder.read(Folders.rubrics(rubrics));
    Question asked = ScoreCommand.Questions.find(reading.catalogue(), question);
    return new Asked(
        reading.catalogue(),
        new Side(asked, reading.catalogue().bank()),
        reading.source(asked.id()).orElseThrow());
  }

  /** Its rated answers one after the other; the stream is to be closed. */
  Stream<Rated> stream(Asked asked) {
    String id = asked.side().question().id().value();
    return folders().stream()
        .flatMap(RatedSet::means)
        .filter(a -> a.question().equals(id))
        .map(a -> new Rated(a.id(), a.text(), a.mean()));
  }

  Loaded load() {
    Asked asked = asked();
    List<RatedAnswer> all = folders().stream().flatMap(f -> RatedSet.read(f).stream()).toList();
    List<Rated> answers = rated(all, asked.side().question());
    if (answers.isEmpty()) {
      throw new Failure(
          "no answer to " + question + " is rated in " + folders() + "; name a set that has some");
    }
    return new Loaded(
        asked.catalogue(), asked.side(), asked.source(), answers, all, Workshop.batchScorer());
  }

  private static List<Rated> rated(List<RatedAnswer> all, Question to) {
    try {
      return all.stream()
          .filter(a -> a.question().equals(to.id().value()))
          .map(a -> new Rated(a.id(), a.text(), a.mean()))
          .toList();
    } catch (IllegalArgumentException e) {
      throw new Failure(String.valueOf(e.getMessage()));
    }
  }

  private List<Path> folders() {
    if (sets != null && !sets.isEmpty()) {
      return sets;
    }
    try (Stream<Path> folders = Files.list(SHIPPED)) {
      return folders.filter(f -> Files.exists(f.resolve("ratings.csv"))).sorted().toList();
    } catch (IOException e) {
      throw new Failure(
          SHIPPED + " cannot be read; run this in the project's folder, or name a set");
    }
  }
}
