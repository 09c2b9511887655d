package dev.mockloop.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mockloop.Fixtures;
import dev.mockloop.calibration.Agreement;
import dev.mockloop.rubric.Criterion;
import dev.mockloop.rubric.Idea;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.Rubric;
import dev.mockloop.rubric.Thresholds;
import dev.mockloop.scoring.AnswerCard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WhatIfTest {
  private static final Side SIDE = Sets.side("design/rate-limiter");
  private static final List<Rated> RATED = Sets.rated("design/rate-limiter");

  private static WhatIfReport run(Side after) throws InterruptedException {
    return new WhatIf(Fixtures.SCORER, SIDE, after, Level.STAFF, new KeptScores(1000))
        .run(RATED.stream(), Watcher.NOBODY)
        .orElseThrow();
  }

  private static AnswerCard card(Side side, String text) {
    return Fixtures.SCORER.score(side.question(), side.bank(), text, Level.STAFF);
  }

  private static Side with(Rubric rubric) {
    Question q = SIDE.question();
    return SIDE.with(
        new Question(
            q.id(),
            q.title(),
            q.kind(),
            q.story(),
            q.levels(),
            q.topics(),
            q.time(),
            q.ask(),
            q.context(),
            rubric,
            q.guidance()));
  }

  private static Rubric changed(UnaryOperator<List<Criterion>> change, Thresholds thresholds) {
    Rubric rubric = SIDE.question().rubric();
    return new Rubric("changed", change.apply(rubric.criteria()), rubric.redFlags(), thresholds);
  }

  @Test
  void theSameRubricMovesNothing() throws InterruptedException {
    WhatIfReport report = run(SIDE);

    assertThat(report.moved()).isEmpty();
    assertThat(report.changed()).isZero();
    assertThat(report.after()).isEqualTo(report.before());
  }

  /** The engine's own evaluation computes the same figures in other code. */
  @Test
  void theFiguresAreThoseOfTheEvaluation() throws InterruptedException {
    Agreement expected =
        Agreement.of(
            RATED.stream().map(Rated::human).toList(),
            RATED.stream().map(r -> card(SIDE, r.text()).overall()).toList());

    Figures figures = run(SIDE).before();

    assertThat(figures.n()).isEqualTo(expected.n()).isEqualTo(26);
    assertThat(figures.qwk()).isCloseTo(expected.qwk(), within(1e-12));
    assertThat(figures.r()).isCloseTo(expected.r(), within(1e-12));
    assertThat(figures.exact()).isEqualTo(expected.exact());
    assertThat(figures.adjacent()).isEqualTo(expected.adjacent());
    assertThat(figures.smd()).isCloseTo(expected.smd(), within(1e-12));
  }

  @Test
  void aMovedThresholdMovesExactlyTheAnswersBetweenTheLines() throws InterruptedException {
    double best =
        RATED.stream()
            .mapToDouble(r -> card(SIDE, r.text()).overall())
            .filter(o -> o < 4.5)
            .max()
            .orElseThrow();
    double line = best - 0.3;
    Side after =
        with(changed(c -> c, new Thresholds(Map.of(Level.STAFF, List.of(1.5, 2.5, 3.5, line)))));
    List<String> between =
        RATED.stream()
            .filter(r -> card(SIDE, r.text()).overall() >= line)
            .filter(r -> card(SIDE, r.text()).overall() < 4.5)
            .map(Rated::id)
            .toList();

    WhatIfReport report = run(after);

    assertThat(between).isNotEmpty();
    assertThat(report.moved()).extracting(Moved::id).containsExactlyInAnyOrderElementsOf(between);
    assertThat(report.changed()).isZero();
    assertThat(report.moved())
        .allSatisfy(
            m -> {
              assertThat(m.levelBefore()).isEqualTo(4);
              assertThat(m.levelAfter()).isEqualTo(5);
              assertThat(m.reasons())
                  .singleElement()
                  .satisfies(
                      r ->
                          assertThat(r.says())
                              .isEqualTo(
                                  String.format(
                                      Locale.ROOT,
                                      "Level 5 begins at %.2f, began at 4.50.",
                                      line)));
            });
    assertThat(report.moved())
        .extracting(Moved::wrongBefore)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void anIdeaThatIsTakenOutIsNamedWithTheWordsThatFoundIt() throws InterruptedException {
    Side after =
        with(changed(all -> all.stream().map(WhatIfTest::poorer).toList(), Thresholds.USUAL));

    WhatIfReport report = run(after);

    assertThat(report.moved()).isNotEmpty();
    for (Moved moved : report.moved()) {
      Rated answer =
          RATED.stream().filter(r -> r.id().equals(moved.id())).findFirst().orElseThrow();
      assertThat(moved.scoreBefore()).isEqualTo(card(SIDE, answer.text()).overall());
      assertThat(moved.scoreAfter()).isEqualTo(card(after, answer.text()).overall());
      assertThat(moved.reasons()).extracting(Reason::kind).contains(Reason.Kind.SIGNAL);
      assertThat(moved.reasons().stream().flatMap(r -> r.words().stream()))
          .allSatisfy(w -> assertThat(answer.text()).contains(w.replace("…", "")));
    }
    assertThat(report.moved().stream().flatMap(m -> m.reasons().stream()))
        .anySatisfy(
            r -> {
              assertThat(r.kind()).isEqualTo(Reason.Kind.IDEA);
              assertThat(r.says()).contains("no longer found");
              assertThat(r.words()).isNotEmpty();
            });
  }

  /** A criterion with its last idea alone. */
  private static Criterion poorer(Criterion c) {
    Idea last = c.ideas().getLast();
    return new Criterion(
        c.id(),
        c.title(),
        c.weight(),
        c.weightAt(),
        c.anchors(),
        c.probe(),
        last.weight(),
        List.of(last));
  }

  @Test
  void scoresThatAreKeptAreTakenAsTheyAre() throws InterruptedException {
    KeptScores kept = new KeptScores(1000);
    WhatIf whatIf = new WhatIf(Fixtures.SCORER, SIDE, SIDE, Level.STAFF, kept);
    WhatIfReport first = whatIf.run(RATED.stream(), Watcher.NOBODY).orElseThrow();

    for (Rated rated : RATED) {
      assertThat(kept.score(SIDE, Level.STAFF, rated.text()))
          .hasValue(card(SIDE, rated.text()).overall());
    }
    assertThat(whatIf.run(RATED.stream(), Watcher.NOBODY)).contains(first);
    assertThat(kept.score(SIDE, Level.SENIOR, RATED.getFirst().text())).isEmpty();
    assertThat(kept.score(SIDE, Level.STAFF, "another text")).isEmpty();
  }

  @Test
  void theScoresUsedLongestAgoGoFirst() {
    KeptScores kept = new KeptScores(2);
    AnswerCard card = card(SIDE, "We count per key.");
    kept.keep(card, "one");
    kept.keep(card, "two");
    assertThat(kept.score(SIDE, Level.STAFF, "one")).isPresent();
    kept.keep(card, "three");

    assertThat(kept.score(SIDE, Level.STAFF, "one")).isPresent();
    assertThat(kept.score(SIDE, Level.STAFF, "two")).isEmpty();
  }

  /** Of 5,000 answers never more than a few are taken from the source before they are scored. */
  @Test
  void fiveThousandAnswersStreamThroughAndLeaveNoThread() throws InterruptedException {
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger ahead = new AtomicInteger();
    List<Integer> told = new ArrayList<>();
    Watcher watcher =
        new Watcher() {
          @Override
          public void scored(int answers) {
            told.add(answers);
            ahead.accumulateAndGet(taken.get() - answers, Math::max);
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        };
    Side after =
        with(changed(c -> c, new Thresholds(Map.of(Level.STAFF, List.of(1.2, 2.5, 3.5, 4.5)))));

    WhatIfReport report =
        new WhatIf(Fixtures.SCORER, SIDE, after, Level.STAFF, new KeptScores(10_000))
            .run(generated(5000).peek(r -> taken.incrementAndGet()), watcher)
            .orElseThrow();

    assertThat(report.before().n()).isEqualTo(5000);
    assertThat(told).hasSize(5000).isSorted().endsWith(5000);
    assertThat(ahead.get()).isLessThanOrEqualTo(40);
    assertNoWorkerStays();
  }

  @Test
  void aCancelledRunStopsAtOnceAndLeavesNoThread() throws InterruptedException {
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger scored = new AtomicInteger();
    Watcher watcher =
        new Watcher() {
          @Override
          public void scored(int answers) {
            scored.set(answers);
          }

          @Override
          public boolean cancelled() {
            return scored.get() >= 3;
          }
        };

    Optional<WhatIfReport> report =
        new WhatIf(Fixtures.SCORER, SIDE, SIDE, Level.STAFF, new KeptScores(1000))
            .run(generated(5000).peek(r -> taken.incrementAndGet()), watcher);

    assertThat(report).isEmpty();
    assertThat(taken.get()).isLessThan(100);
    assertNoWorkerStays();
  }

  /** Threads that have done their last task may still be on their way out. */
  private static void assertNoWorkerStays() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("what-if-")) {
        assertThat(thread.join(Duration.ofSeconds(10))).as(thread.getName()).isTrue();
      }
    }
  }

  private static Stream<Rated> generated(int answers) {
    List<String> sentences =
        RATED.stream().flatMap(r -> Stream.of(r.text().split("(?<=\\.)\\s+"))).toList();
    Random random = new Random(1);
    return IntStream.range(0, answers)
        .mapToObj(
            i ->
                new Rated(
                    "generated-" + i,
                    String.join(
                        " ", random.ints(2, 0, sentences.size()).mapToObj(sentences::get).toList()),
                    1 + random.nextInt(5)));
  }
}
