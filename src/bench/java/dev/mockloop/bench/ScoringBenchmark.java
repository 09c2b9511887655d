package dev.mockloop.bench;

import dev.mockloop.calibration.RatedAnswer;
import dev.mockloop.calibration.RatedSet;
import dev.mockloop.live.Workshop;
import dev.mockloop.rubric.Catalogue;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.rubric.yaml.RubricFolder;
import dev.mockloop.scoring.AnswerCard;
import dev.mockloop.scoring.Scorer;
import dev.mockloop.text.Prose;
import dev.mockloop.text.ProseReader;
import dev.mockloop.text.opennlp.OpenNlpProseReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Full scoring of an answer of up to 400 words against the bare language pass (sentences, tokens, parts of
 * speech, lemmas) over the same text. Look at the ratio, not at the times.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 8, time = 2)
@Fork(2)
public class ScoringBenchmark {
  private static final int WORDS = 400;

  @Param({"design-db-12", "behavioral-me-09", "executive-cu-16"})
  public String answer;

  private ProseReader reader;
  private Scorer scorer;
  private Catalogue catalogue;
  private Question asked;
  private String text;

  @Setup
  public void load() {
    reader = OpenNlpProseReader.load();
    scorer = Workshop.scorer();
    catalogue = RubricFolder.read(Path.of("rubrics")).catalogue();
    RatedAnswer rated =
        RatedSet.read(Path.of("src", "calibration", "set-1")).stream()
            .filter(a -> a.id().equals(answer))
            .findFirst()
            .orElseThrow();
    asked = catalogue.question(new QuestionId(rated.question())).orElseThrow();
    // white space is kept: a cut at the 400th word, not a rewrite
    String[] parts = rated.text().split("(?<=\\s)(?=\\S)");
    text = String.join("", Arrays.copyOf(parts, Math.min(WORDS, parts.length)));
  }

  /** The baseline. */
  @Benchmark
  public Prose languagePass() {
    return reader.read(text);
  }

  /** All of it: language pass, matching, roles, signals, advice, card. */
  @Benchmark
  public AnswerCard fullScoring() {
    return scorer.score(asked, catalogue.bank(), text, Level.STAFF);
  }
}
