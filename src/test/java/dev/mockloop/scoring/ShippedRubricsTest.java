package dev.mockloop.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.Fixtures;
import dev.mockloop.check.RubricCheck;
import dev.mockloop.rubric.Catalogue;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.yaml.RubricFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every shipped question promises. */
class ShippedRubricsTest {
  private static final Path RUBRICS = Path.of("rubrics");
  private static final Catalogue CATALOGUE = RubricFolder.read(RUBRICS).catalogue();
  private static final Scorer SCORER = Fixtures.SCORER;

  /** The opening of "Moby-Dick" (Melville 1851), which is in the public domain. */
  private static final String PROSE =
      """
      Call me Ishmael. Some years ago, never mind how long precisely, having little or no money in my purse, and nothing
      particular to interest me on shore, I thought I would sail about a little and see the watery part of the world. It
      is a way I have of driving off the spleen and regulating the circulation. Whenever I find myself growing grim about
      the mouth; whenever it is a damp, drizzly November in my soul; whenever I find myself involuntarily pausing before
      coffin warehouses, and bringing up the rear of every funeral I meet; and especially whenever my hypos get such an
      upper hand of me, that it requires a strong moral principle to prevent me from deliberately stepping into the
      street, and methodically knocking people's hats off, then, I account it high time to get to sea as soon as I can.
      This is my substitute for pistol and ball. With a philosophical flourish Cato throws himself upon his sword; I
      quietly take to the ship. There is nothing surprising in this. If they but knew it, almost all men in their degree,
      some time or other, cherish very nearly the same feelings towards the ocean with me. There now is your insular city
      of the Manhattoes, belted round by wharves as Indian isles by coral reefs; commerce surrounds it with her surf.
      Right and left, the streets take you waterward. Its extreme downtown is the battery, where that noble mole is
      washed by waves, and cooled by breezes, which a few hours previous were out of sight of land. Look at the crowds of
      water-gazers there. Circumambulate the city of a dreamy Sabbath afternoon. Go from Corlears Hook to Coenties Slip,
      and from thence, by Whitehall, northward. What do you see? Posted like silent sentinels all
      around the town, stand thousands upon thousands of mortal men fixed in ocean reveries. Some leaning against the
      spiles; some seated upon the pier-heads; some looking over the bulwarks of ships from China.
      """;

  static Stream<Question> questions() {
    return CATALOGUE.questions().stream();
  }

  private static double score(Question question, String answer) {
    return SCORER.score(question, CATALOGUE.bank(), answer, Level.STAFF).overall();
  }

  @Test
  void theCheckIsClean() {
    assertThat(new RubricCheck(Fixtures.READER).check(RUBRICS)).isEmpty();
  }

  @Test
  void theTwelveFixedQuestionsAreThere() {
    assertThat(CATALOGUE.questions().stream().map(q -> q.id().value()))
        .contains(
            "design/rate-limiter",
            "design/notification-system",
            "design/sql-vs-nosql",
            "design/event-pipeline",
            "behavioral/mentoring",
            "behavioral/disagreement",
            "behavioral/influence",
            "behavioral/pushback",
            "executive/industry-challenges",
            "executive/innovation-culture",
            "executive/cto-vision",
            "executive/debt-vs-features");
  }

  @Test
  void theDefaultLoopTakesThreeHours() {
    assertThat(CATALOGUE.loop("staff-full"))
        .hasValueSatisfying(
            loop -> {
              assertThat(loop.total()).hasMinutes(180);
              assertThat(loop.rounds().stream().map(r -> r.kind().id()))
                  .containsExactly("design", "behavioral", "executive");
            });
  }

  @ParameterizedTest
  @MethodSource("questions")
  void aRubricIsWhole(Question question) {
    assertThat(question.rubric().criteria()).hasSizeBetween(4, 7);
    assertThat(question.rubric().criteria())
        .allSatisfy(
            c -> {
              assertThat(c.anchors()).containsKeys(1, 3, 5);
              assertThat(c.probe()).isPresent();
              assertThat(c.ideas()).hasSizeGreaterThanOrEqualTo(4);
            });
    assertThat(question.rubric().redFlags()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(question.guidance().listenFor()).isNotEmpty();
    assertThat(question.guidance().rejections()).isNotEmpty();
    assertThat(question.guidance().tips()).isNotEmpty();
    assertThat(question.guidance().outline()).isPresent();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void theStrongSampleScoresAtLeastFourAndTheWeakAtMostTwoAndAHalf(Question question) {
    assertThat(score(question, question.guidance().strong().orElseThrow()))
        .isGreaterThanOrEqualTo(4.0);
    assertThat(score(question, question.guidance().weak().orElseThrow())).isLessThanOrEqualTo(2.5);
  }

  @ParameterizedTest
  @MethodSource("questions")
  void noSampleOfAnotherQuestionOfTheSameKindScoresOverTwoAndAHalf(Question question) {
    CATALOGUE.questions().stream()
        .filter(other -> other.kind().equals(question.kind()) && !other.id().equals(question.id()))
        .forEach(
            other -> {
              assertThat(score(question, other.guidance().strong().orElseThrow()))
                  .as("strong sample of " + other.id())
                  .isLessThanOrEqualTo(2.5);
              assertThat(score(question, other.guidance().weak().orElseThrow()))
                  .as("weak sample of " + other.id())
                  .isLessThanOrEqualTo(2.5);
            });
  }

  @Test
  void thereIsEnoughToRunForMonths() {
    assertThat(CATALOGUE.questions()).hasSizeGreaterThanOrEqualTo(36);
    assertThat(CATALOGUE.questions().stream().filter(q -> q.kind().id().equals("coding")))
        .hasSizeGreaterThanOrEqualTo(2);
    assertThat(CATALOGUE.loops()).hasSizeGreaterThanOrEqualTo(6);
    assertThat(CATALOGUE.loops().stream().flatMap(l -> l.rounds().stream()))
        .allSatisfy(
            round -> {
              assertThat(CATALOGUE.briefing(round.kind()).opening()).isPresent();
              assertThat(CATALOGUE.briefing(round.kind()).tips()).isNotEmpty();
              assertThat(CATALOGUE.briefing(round.kind()).rejections()).isNotEmpty();
            });
  }

  @ParameterizedTest
  @MethodSource("questions")
  void nothingTheQuestionItselfAndProseEarnNothing(Question question) {
    assertThat(PROSE.split("\\s+")).hasSizeGreaterThanOrEqualTo(300);
    for (String text :
        List.of(
            "",
            "   \n",
            question.ask(),
            question.ask() + "\n" + question.context().orElse(""),
            PROSE)) {
      assertThat(score(question, text)).isLessThanOrEqualTo(1.5);
    }
  }
}
