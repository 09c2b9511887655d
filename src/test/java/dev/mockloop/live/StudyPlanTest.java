package dev.mockloop.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.rubric.Question;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole loops, run over a real folder, and the weeks that follow from them. */
class StudyPlanTest {
  @TempDir private Path folder;

  private Report loop(Function<Question, String> answer) {
    return FinishedLoop.report(folder, answer);
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
