package dev.mockloop.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.Fixtures;
import dev.mockloop.interview.Command;
import dev.mockloop.interview.Mode;
import dev.mockloop.interview.Phase;
import dev.mockloop.interview.Place;
import dev.mockloop.interview.Session;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.transcript.FolderStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole loops, run over a real folder, and the weeks that follow from them. */
class StudyPlanTest {
  private static final Content CONTENT = Content.read(Path.of("rubrics"));

  @TempDir private Path folder;

  private Report loop(Function<Question, String> answer) {
    FolderStore store = FolderStore.open(folder);
    Clock clock = Clock.fixed(Instant.parse("2026-01-05T12:00:00Z"), ZoneOffset.UTC);
    LiveSessions sessions = new LiveSessions(CONTENT, store, Fixtures.SCORER, clock, new Random(1));
    Session session =
        sessions.create(
            new NewSession(
                Optional.of("staff-short"),
                Mode.PRACTICE,
                "Ada",
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    sessions.handle(session.id(), new Command.Start());
    while (true) {
      Session now = sessions.find(session.id()).orElseThrow();
      switch (now.phase()) {
        case Phase.Answering(Place place, Instant deadline) -> {
          QuestionId id =
              now.plan().rounds().get(place.round()).questions().get(place.question()).id();
          String text = place.probe() ? "Nothing to add." : answer.apply(question(id));
          sessions.handle(session.id(), new Command.Submit(place, text));
        }
        case Phase.Break pause -> sessions.handle(session.id(), new Command.NextRound());
        default -> {
          return new Reports(sessions, store, Fixtures.SCORER).find(session.id()).orElseThrow();
        }
      }
    }
  }

  private static Question question(QuestionId id) {
    return CONTENT.catalogue().question(id).orElseThrow();
  }

  private static String strong(Question question) {
    return question.guidance().strong().orElseThrow();
  }

  private static String weak(Question question) {
    return question.guidance().weak().orElseThrow();
  }

  private static List<String> titles(StudyPlan plan) {
    return plan.weeks().stream().map(StudyPlan.Week::title).toList();
  }

  @Test
  void designComesFirstWhenItWentWorst() {
    StudyPlan plan = StudyPlan.of(loop(q -> q.story() ? strong(q) : weak(q)));
    assertThat(titles(plan).getFirst()).startsWith("Fundamentals");
    assertThat(plan.weeks().get(1).focus())
        .hasSize(3)
        .allSatisfy(f -> assertThat(f.score()).isLessThan(4));
    assertThat(plan.weeks().getLast().when()).isEqualTo("Week 6");
  }

  @Test
  void storiesComeFirstWhenTheyWentWorst() {
    StudyPlan plan = StudyPlan.of(loop(q -> q.story() ? weak(q) : strong(q)));
    assertThat(titles(plan)).startsWith("Stories").hasSize(4);
    assertThat(plan.weeks().getFirst().tasks()).as("the tips of the question").hasSize(3);
    assertThat(plan.weeks().get(1).when()).isEqualTo("Weeks 2 and 3");
  }
}
