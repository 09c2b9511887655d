package dev.mockloop.bench;

import dev.mockloop.calibration.RatedSet;
import dev.mockloop.live.Workshop;
import dev.mockloop.rubric.Catalogue;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.rubric.yaml.QuestionText;
import dev.mockloop.rubric.yaml.Reading;
import dev.mockloop.rubric.yaml.RubricFolder;
import dev.mockloop.scoring.AnswerCard;
import dev.mockloop.scoring.Scorer;
import dev.mockloop.workbench.KeptScores;
import dev.mockloop.workbench.Rated;
import dev.mockloop.workbench.Side;
import dev.mockloop.workbench.Watcher;
import dev.mockloop.workbench.WhatIf;
import dev.mockloop.workbench.WhatIfReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A what-if over 5,000 answers against scoring them once as a batch does, both on two threads. Look at the ratio,
 * not at the times: with known scores it is to be 1.2 at most. The changed rubric lacks one phrase.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(1)
public class WhatIfBenchmark {
  private static final int ANSWERS = 5000;
  private static final int THREADS = 2;
  private static final QuestionId QUESTION = new QuestionId("design/rate-limiter");

  private Scorer scorer;
  private Side before;
  private Side after;
  private List<Rated> answers;
  private KeptScores kept;

  @Setup
  public void load() throws InterruptedException {
    scorer = Workshop.batchScorer();
    Reading reading = RubricFolder.read(Path.of("rubrics"));
    Catalogue catalogue = reading.catalogue();
    Question question = catalogue.question(QUESTION).orElseThrow();
    before = new Side(question, catalogue.bank());
    String phrase = question.rubric().criteria().getFirst().ideas().getFirst().phrases().getFirst().source();
    String text = reading.source(QUESTION).orElseThrow().text().replaceFirst("\\n *- " + java.util.regex.Pattern.quote(phrase), "");
    after =
        before.with(
            QuestionText.read(Path.of("changed.yaml"), text, catalogue.synonyms()).question().orElseThrow());
    List<Rated> rated =
        Stream.of("set-1", "set-2", "set-3")
            .flatMap(s -> RatedSet.read(Path.of("src", "calibration", s)).stream())
            .filter(a -> a.question().equals(QUESTION.value()))
            .map(a -> new Rated(a.id(), a.text(), a.mean()))
            .toList();
    // the number makes each a text of its own
    answers =
        IntStream.range(0, ANSWERS)
            .mapToObj(
                i -> {
                  Rated one = rated.get(i % rated.size());
                  return new Rated("a-" + i, one.text() + " Note " + i + ".", one.human());
                })
            .toList();
    kept = new KeptScores(2 * ANSWERS);
    whatIf(kept);
  }

  /** The baseline. */
  @Benchmark
  public List<AnswerCard> batch() throws Exception {
    List<AnswerCard> cards = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
      List<Future<AnswerCard>> all = new ArrayList<>();
      for (Rated answer : answers) {
        all.add(pool.submit(() -> scorer.score(before.question(), before.bank(), answer.text(), Level.STAFF)));
      }
      for (Future<AnswerCard> card : all) {
        cards.add(card.get());
      }
    }
    return cards;
  }

  /** As it runs when the current scores are known. */
  @Benchmark
  public WhatIfReport whatIfWithKnownScores() throws InterruptedException {
    return whatIf(kept);
  }

  /** As it runs the first time. */
  @Benchmark
  public WhatIfReport whatIfTheFirstTime() throws InterruptedException {
    return whatIf(new KeptScores(2 * ANSWERS));
  }

  private WhatIfReport whatIf(KeptScores scores) throws InterruptedException {
    return new WhatIf(scorer, before, after, Level.STAFF, scores)
        .run(answers.stream(), Watcher.NOBODY)
        .orElseThrow();
  }
}
