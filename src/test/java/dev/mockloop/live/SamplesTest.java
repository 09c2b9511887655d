package dev.mockloop.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mockloop.agreement.Rating;
import dev.mockloop.interview.Command;
import dev.mockloop.interview.Session;
import dev.mockloop.interview.SessionId;
import dev.mockloop.rating.RatedText;
import dev.mockloop.rating.Rater;
import dev.mockloop.rating.RatingBook;
import dev.mockloop.rating.RatingEvent;
import dev.mockloop.rubric.Criterion;
import dev.mockloop.scoring.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sessions that ship: they load, today's engine scores them, and people have rated them. */
class SamplesTest {
  @TempDir private static Path folder;
  private static Workshop workshop;

  @BeforeAll
  static void openACopy() throws IOException {
    CopiedSamples.into(folder);
    workshop = Workshop.open(Path.of("rubrics"), folder, Clock.systemUTC());
  }

  @Test
  void thereAreSevenFinishedSessionsOfSeveralLoopsAndKinds() {
    List<Session> all = workshop.sessions().all();

    assertThat(all).hasSize(7).allMatch(Session::isOver).allMatch(s -> Samples.contains(s.id()));
    assertThat(all.stream().map(s -> s.plan().loop()).distinct())
        .containsExactlyInAnyOrder("staff-short", "senior-short", "one-question");
    assertThat(workshop.rating().answers()).hasSize(17);
    assertThat(workshop.rating().answers().values().stream().map(a -> a.round()).distinct())
        .containsExactlyInAnyOrder("design", "behavioral", "executive", "coding");
  }

  @Test
  void todaysEngineScoresEachOfThemWithTheRubricThatItWasRunWith() {
    for (Report report : workshop.reports().all()) {
      for (int r = 0; r < report.rounds().size(); r++) {
        for (int q = 0; q < report.rounds().get(r).items().size(); q++) {
          Report.Item item = report.rounds().get(r).items().get(q);
          assertThat(item.card().engineVersion()).isEqualTo(Engine.VERSION);
          assertThat(item.card().rubricVersion())
              .isEqualTo(
                  report.session().plan().rounds().get(r).questions().get(q).rubricVersion());
          assertThat(item.answer().text().split("\\s+").length).isBetween(120, 480);
        }
      }
    }
  }

  @Test
  void twoPeopleRatedEveryAnswerOnEveryCriterion() {
    RatingBook book = workshop.rating().book();

    workshop
        .rating()
        .answers()
        .keySet()
        .forEach(
            id -> {
              RatingRoom.Paper paper = workshop.rating().paper(id).orElseThrow();
              assertThat(book.firsts(id)).as(id.value()).hasSize(2);
              for (RatingEvent.Given given : book.firsts(id)) {
                assertThat(given.levels().byCriterion().keySet())
                    .as(id.value())
                    .contains("overall")
                    .containsAll(
                        paper.question().rubric().criteria().stream().map(Criterion::id).toList())
                    .hasSize(paper.question().rubric().criteria().size() + 1);
                assertThat(given.at())
                    .isAfter(workshop.sessions().find(id.session()).orElseThrow().createdAt());
              }
            });
  }

  @Test
  void theyDifferOnSomeAndOneIsSettled() {
    RatingBook book = workshop.rating().book();

    assertThat(book.waiting())
        .extracting(d -> d.item().value())
        .containsExactly(
            "sample-staff-bert/executive/debt-vs-features",
            "sample-staff-chen/design/event-pipeline");
    assertThat(
            workshop.rating().answers().keySet().stream()
                .flatMap(i -> book.adjudication(i).stream()))
        .singleElement()
        .satisfies(a -> assertThat(a.rater()).isEqualTo(new Rater("Marta")));
    assertThat(book.drift()).extracting(d -> d.rater().name()).containsExactly("Ines", "Tom");
  }

  @Test
  void everyPageOfTheLabHasSomethingToWorkOn() {
    List<Rating> ratings = workshop.rating().ratings();
    List<RatedText> texts = workshop.rating().ratedTexts();

    assertThat(ratings.stream().map(Rating::rater).distinct())
        .containsExactlyInAnyOrder("Ines", "Tom", "machine");
    assertThat(ratings.stream().filter(r -> r.criterion().equals(Rating.OVERALL))).hasSize(51);
    assertThat(texts).hasSize(17).allMatch(t -> t.text().length() > 500);
    assertThat(texts)
        .filteredOn(t -> t.id().equals("sample-staff-chen/behavioral/pushback"))
        .singleElement()
        .satisfies(t -> assertThat(t.human()).isEqualTo(4));
    assertThat(workshop.rating().queue().next(new Rater("Somebody new"))).isPresent();
  }

  @Test
  void aSampleIsNeitherRenamedNorDeleted() {
    SessionId id = new SessionId("sample-staff-amira");

    assertThatThrownBy(() -> workshop.sessions().delete(id))
        .isInstanceOf(NotNowException.class)
        .hasMessageContaining("read only")
        .hasMessageContaining("transcripts/sample-staff-amira");
    assertThatThrownBy(() -> workshop.sessions().handle(id, new Command.Rename("Mine")))
        .isInstanceOf(NotNowException.class);
    assertThat(workshop.sessions().find(id)).isPresent();
  }

  @Test
  void whatOneRatesOfASampleGoesToOnesOwnLog(@TempDir Path own) throws IOException {
    CopiedSamples.into(own);
    Workshop mine = Workshop.open(Path.of("rubrics"), own, Clock.systemUTC());
    var id = mine.rating().answers().keySet().iterator().next();
    List<String> before =
        new ArrayList<>(Files.readAllLines(own.resolve(id.session() + "/ratings.jsonl")));

    mine.rating().override(id, new Rater("Ada"), 2, "Too kind.");

    assertThat(own.resolve("ratings/ratings.jsonl")).content().contains("Too kind.");
    assertThat(own.resolve(id.session() + "/ratings.jsonl")).hasContent(String.join("\n", before));
    assertThat(mine.reports().find(id.session()).orElseThrow().overrides()).hasSize(1);
  }
}
