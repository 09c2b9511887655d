package dev.mockloop.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mockloop.Fixtures;
import dev.mockloop.rubric.Catalogue;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.rubric.yaml.RubricFolder;
import dev.mockloop.store.FolderStore;
import dev.mockloop.workbench.KeptScores;
import dev.mockloop.workbench.Rated;
import dev.mockloop.workbench.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class WhatIfJobsTest {
  private static final QuestionId QUESTION = new QuestionId("design/rate-limiter");
  private static final Side SIDE = side();

  @TempDir private Path folder;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-02-05T12:00:00Z"));
  private FolderStore store;
  private WhatIfJobs jobs;

  @BeforeEach
  void openStore() {
    store = FolderStore.open(folder.resolve("store"));
    jobs = server(1);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  /** One of several servers over the store. */
  private WhatIfJobs server(long seed) {
    return new WhatIfJobs(Fixtures.SCORER, new Random(seed), documents());
  }

  private WhatIfDocuments documents() {
    return new WhatIfDocuments(
        store,
        new Clock() {
          @Override
          public Instant instant() {
            return now.get();
          }

          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        });
  }

  private static Side side() {
    Catalogue catalogue = RubricFolder.read(Path.of("rubrics")).catalogue();
    return new Side(catalogue.question(QUESTION).orElseThrow(), catalogue.bank());
  }

  private static List<Rated> answers(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Rated("a-" + i, "We count request " + i + " per API key.", 3))
        .toList();
  }

  private static WhatIfJob over(WhatIfJob job) {
    while (job.state() == WhatIfJob.State.RUNNING) {
      Thread.onSpinWait();
    }
    return job;
  }

  @Test
  void aJobComesToItsReport() {
    WhatIfJob job = over(jobs.start(SIDE, SIDE, answers(3)));

    assertThat(job.state()).isEqualTo(WhatIfJob.State.DONE);
    assertThat(job.scored()).isEqualTo(job.total()).isEqualTo(3);
    assertThat(job.report().orElseThrow().before().n()).isEqualTo(3);
    assertThat(jobs.find(QUESTION, job.id())).contains(job);
    assertThat(jobs.find(new QuestionId("design/news-feed"), job.id())).isEmpty();
  }

  @Test
  void theCurrentScoresAreThereBeforeAWhatIfAsksForThem() {
    KeptScores kept = new KeptScores(10);
    List<Rated> answers = answers(3);

    new WhatIfJobs(Fixtures.SCORER, new Random(1), documents(), kept).prepare(SIDE, () -> answers);

    for (Rated answer : answers) {
      while (kept.score(SIDE, Level.STAFF, answer.text()).isEmpty()) {
        Thread.onSpinWait();
      }
      assertThat(kept.score(SIDE, Level.STAFF, answer.text()))
          .hasValue(
              Fixtures.SCORER
                  .score(SIDE.question(), SIDE.bank(), answer.text(), Level.STAFF)
                  .overall());
    }
  }

  @Test
  void twoRunAtATimeAndACancelledOneMakesRoom() {
    WhatIfJob first = jobs.start(SIDE, SIDE, answers(50_000));
    WhatIfJob second = jobs.start(SIDE, SIDE, answers(50_000));

    assertThatThrownBy(() -> jobs.start(SIDE, SIDE, answers(1)))
        .isInstanceOf(NotNowException.class)
        .hasMessageContaining("cancel");

    first.cancel();
    assertThat(over(first).state()).isEqualTo(WhatIfJob.State.CANCELLED);
    assertThat(first.report()).isEmpty();
    assertThat(over(jobs.start(SIDE, SIDE, answers(1))).state()).isEqualTo(WhatIfJob.State.DONE);
    second.cancel();
    assertThat(over(second).state()).isEqualTo(WhatIfJob.State.CANCELLED);
  }

  @Test
  void onlyTheLastTwentyAreKept() {
    List<WhatIfJob> all =
        IntStream.range(0, 22).mapToObj(i -> over(jobs.start(SIDE, SIDE, answers(1)))).toList();

    assertThat(all.stream().filter(j -> jobs.find(QUESTION, j.id()).isPresent())).hasSize(20);
    assertThat(jobs.find(QUESTION, all.getFirst().id())).isEmpty();
    assertThat(jobs.find(QUESTION, all.getLast().id())).isPresent();
  }

  @Test
  void anotherServerTellsHowFarAJobIsAndWhatCameOfIt() {
    WhatIfJobs other = server(2);
    WhatIfJob here = jobs.start(SIDE, SIDE, answers(50_000));

    assertThat(other.find(QUESTION, here.id()).orElseThrow().state())
        .isEqualTo(WhatIfJob.State.RUNNING);
    now.updateAndGet(t -> t.plusSeconds(2));
    while (other.find(QUESTION, here.id()).orElseThrow().scored() == 0) {
      Thread.onSpinWait();
    }
    other.cancel(other.find(QUESTION, here.id()).orElseThrow());
    now.updateAndGet(t -> t.plusSeconds(2));
    while (here.state() == WhatIfJob.State.RUNNING) {
      Thread.onSpinWait();
    }
    assertThat(here.state()).isEqualTo(WhatIfJob.State.CANCELLED);

    WhatIfJob done = over(jobs.start(SIDE, SIDE, answers(3)));
    WhatIfJob seen = other.find(QUESTION, done.id()).orElseThrow();
    assertThat(seen.report()).isEqualTo(done.report());
    assertThat(seen.scored()).isEqualTo(3);
    assertThat(other.find(new QuestionId("design/news-feed"), done.id())).isEmpty();
    assertThat(other.find(QUESTION, "../../etc")).isEmpty();
  }

  @Test
  void aJobWhoseServerIsGoneHasFailedAfterAMinute() {
    WhatIfJob lost = new WhatIfJob("what-if-lost", QUESTION, 10);
    documents().keep(lost);
    now.updateAndGet(t -> t.plus(WhatIfDocuments.LOST_AFTER));
    assertThat(jobs.find(QUESTION, lost.id()).orElseThrow().state())
        .isEqualTo(WhatIfJob.State.RUNNING);

    now.updateAndGet(t -> t.plusSeconds(1));
    assertThat(jobs.find(QUESTION, lost.id()).orElseThrow().state())
        .isEqualTo(WhatIfJob.State.FAILED);

    now.updateAndGet(t -> t.plus(Duration.ofDays(1)));
    over(jobs.start(SIDE, SIDE, answers(1)));
    assertThat(jobs.find(QUESTION, lost.id())).isEmpty();
  }

  @Test
  void ratedFoldersAreReadAgainWhenTheyChangeAndSayWhatIsWrong() throws IOException {
    Path set = Files.createDirectories(folder.resolve("mine"));
    RatedAnswers rated = new RatedFolders(List.of(folder, folder.resolve("not-there")));
    assertThat(rated.of(QUESTION)).isEmpty();

    Files.writeString(
        set.resolve("answers.jsonl"),
        "{\"id\":\"a\",\"question\":\"design/rate-limiter\",\"text\":\"Per key.\"}\n");
    Files.writeString(set.resolve("ratings.csv"), "item,x,y\na,3,4\n");
    assertThat(rated.of(QUESTION)).containsExactly(new Rated("a", "Per key.", 3.5));
    assertThat(rated.of(new QuestionId("design/news-feed"))).isEmpty();
    assertThat(
            RatedAnswers.joined(List.of(q -> List.of(new Rated("a", "First.", 1)), rated))
                .of(QUESTION))
        .containsExactly(new Rated("a", "First.", 1));

    Files.writeString(set.resolve("ratings.csv"), "item,x\na,nine\n");
    Files.setLastModifiedTime(
        set.resolve("ratings.csv"), java.nio.file.attribute.FileTime.fromMillis(1));
    assertThatThrownBy(() -> rated.of(QUESTION))
        .isInstanceOf(ChoiceException.class)
        .hasMessageContaining("ratings.csv:2")
        .hasMessageContaining("nine");
  }
}
