package dev.mockloop.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mockloop.Fixtures;
import dev.mockloop.rubric.Catalogue;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.rubric.yaml.RubricFolder;
import dev.mockloop.workbench.KeptScores;
import dev.mockloop.workbench.Rated;
import dev.mockloop.workbench.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class WhatIfJobsTest {
  private static final QuestionId QUESTION = new QuestionId("design/rate-limiter");
  private static final Side SIDE = side();

  @TempDir private Path folder;

  private final WhatIfJobs jobs = new WhatIfJobs(Fixtures.SCORER, new Random(1));

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

    new WhatIfJobs(Fixtures.SCORER, new Random(1), kept).prepare(SIDE, () -> answers);

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
