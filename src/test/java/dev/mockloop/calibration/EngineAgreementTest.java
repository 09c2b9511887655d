package dev.mockloop.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.Fixtures;
import dev.mockloop.rubric.Catalogue;
import dev.mockloop.rubric.yaml.RubricFolder;
import dev.mockloop.scoring.LevelModel;
import dev.mockloop.scoring.Signal;
import dev.mockloop.story.opennlp.LabelledStory;
import dev.mockloop.story.opennlp.RoleTrainer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the engine promises about people's ratings, on the committed data; each answer is scored by
 * a model that has not seen its question.
 */
class EngineAgreementTest {
  private static final Path DATA = Path.of("src", "calibration");
  private static final Catalogue CATALOGUE = RubricFolder.read(Path.of("rubrics")).catalogue();
  private static final Trial TRIAL = new Trial(CATALOGUE, Fixtures.SCORER);

  private static List<RatedAnswer> rated = List.of();
  private static Evaluation evaluation = Evaluation.of(List.of());

  @BeforeAll
  static void evaluate() {
    rated =
        List.of("set-1", "set-2", "set-3").stream()
            .flatMap(s -> RatedSet.read(DATA.resolve(s)).stream())
            .toList();
    evaluation = Evaluation.of(TRIAL.heldOut(rated, rated));
  }

  @Test
  void scoresAgreeWithPeopleOnQuestionsTheModelHasNotSeen() {
    Agreement all = evaluation.between(Evaluation.MEAN, "machine");

    assertThat(all.r()).isGreaterThan(0.90);
    assertThat(all.qwk()).isGreaterThan(0.88);
    assertThat(all.smd()).isBetween(-0.15, 0.15);
    assertThat(evaluation.partial()).isGreaterThan(0.70);
  }

  @Test
  void theEngineIsFarAboveCountingWordsOrKeywords() {
    double machine = evaluation.between(Evaluation.MEAN, "machine").r();

    assertThat(evaluation.between(Evaluation.MEAN, "word count").r()).isLessThan(machine - 0.15);
    assertThat(evaluation.between(Evaluation.MEAN, "keywords").r()).isLessThan(machine - 0.15);
  }

  @Test
  void gamedAnswersDoNotPass() {
    assertThat(evaluation.gamed()).isLessThanOrEqualTo(0.05);
  }

  @Test
  void plainWordsEarnWhatJargonEarns() {
    assertThat(evaluation.kinds())
        .filteredOn(k -> k.name().equals("plain"))
        .singleElement()
        .satisfies(k -> assertThat(k.people() - k.machine()).isLessThan(0.4));
  }

  @Test
  void theShippedLevelModelIsTheFitOfTheData() {
    LevelModel fitted = TRIAL.fit(rated);

    for (Signal signal : Signal.values()) {
      assertThat(LevelModel.load().weight(signal))
          .as(signal.id())
          .isCloseTo(fitted.weight(signal), org.assertj.core.api.Assertions.within(0.02));
    }
  }

  @Test
  void theShippedRoleModelIsTheOneThatTheStoriesTrain() throws IOException {
    String trained =
        new RoleTrainer(Fixtures.READER).train(StoryFiles.folder(DATA.resolve("stories")));

    try (InputStream shipped =
        EngineAgreementTest.class.getResourceAsStream("/dev/mockloop/story/roles.tsv")) {
      assertThat(shipped).isNotNull();
      assertThat(new String(shipped.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(trained);
    }
  }

  @Test
  void theShippedBackgroundIsCountedFromTheData() throws IOException {
    List<String> texts = new ArrayList<>(rated.stream().map(RatedAnswer::text).toList());
    for (LabelledStory story : StoryFiles.folder(DATA.resolve("stories"))) {
      texts.add(String.join("\n", story.sentences()));
    }

    try (InputStream shipped =
        EngineAgreementTest.class.getResourceAsStream("/dev/mockloop/relevance/background.tsv")) {
      assertThat(shipped).isNotNull();
      assertThat(new String(shipped.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(BackgroundCount.of(texts));
    }
  }

  @Test
  void rolesOfUnseenStoriesAreRead() {
    RoleConfusion roles =
        RoleConfusion.of(
            new RoleTrainer(Fixtures.READER),
            StoryFiles.folder(DATA.resolve("stories")),
            StoryFiles.lines(DATA.resolve("set-1/story-roles.jsonl")));

    assertThat(roles.macroF1()).isGreaterThanOrEqualTo(0.75);
  }
}
