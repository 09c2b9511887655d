package dev.mockloop.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mockloop.Fixtures;
import dev.mockloop.check.RubricCheck;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Loop;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.rubric.Round;
import dev.mockloop.rubric.Slot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnLoopTest {
  private static final Duration PROBE = Duration.ofMinutes(3);
  private static final OwnLoop.Pick LIMITER = pick("design/rate-limiter", 25);
  private static final OwnLoop.Pick CARDS =
      new OwnLoop.Pick(new QuestionId("design/card-charging"), Optional.empty());
  private static final OwnLoop.Pick MENTORING = pick("behavioral/mentoring", 12);

  @TempDir Path folder;

  @BeforeEach
  void copyThreeQuestions() throws IOException {
    for (String file :
        List.of(
            "synonyms.yaml",
            "design/rate-limiter.yaml",
            "design/card-charging.yaml",
            "behavioral/mentoring.yaml")) {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.copy(Path.of("rubrics", file), folder.resolve(file));
    }
  }

  private static OwnLoop.Pick pick(String id, int minutes) {
    return new OwnLoop.Pick(new QuestionId(id), Optional.of(Duration.ofMinutes(minutes)));
  }

  private static OwnLoop own(String title, OwnLoop.Pick... picks) {
    return new OwnLoop(title, Level.STAFF, List.of(picks), Duration.ofMinutes(4));
  }

  @Test
  void aKeptLoopIsOfferedAtOnceAndReadBackTheSameByTheNextStart() {
    Content content = Content.read(folder);
    Loop kept = content.keep(own("Thursday: \"ports\" & cards", MENTORING, LIMITER, CARDS), PROBE);

    assertThat(kept.id()).isEqualTo("thursday-ports-cards");
    assertThat(content.catalogue().loop(kept.id())).contains(kept);
    assertThat(Content.read(folder).catalogue().loop(kept.id())).contains(kept);
    assertThat(new RubricCheck(Fixtures.READER).check(folder)).isEmpty();
  }

  @Test
  void roundsComeInTheOrderOfTheirFirstQuestionWithTheMinutesThatWereChosen() {
    Loop loop = Content.read(folder).keep(own("Own", MENTORING, LIMITER, CARDS), PROBE);

    assertThat(loop.rounds())
        .extracting(r -> r.kind().id())
        .containsExactly("behavioral", "design");
    assertThat(loop.rounds())
        .extracting(Round::breakAfter)
        .containsExactly(Duration.ofMinutes(4), Duration.ZERO);
    assertThat(loop.rounds().getLast().slots())
        .extracting(Slot::time)
        .containsExactly(Duration.ofMinutes(25), Duration.ofMinutes(25));
    assertThat(loop.total()).hasMinutes(15 + 4 + 56);
  }

  @Test
  void aLoopWithoutANameIsCalledMyOwnLoop() {
    assertThat(own(" ", LIMITER).loop(Content.read(folder).catalogue(), PROBE).title())
        .isEqualTo("My own loop");
  }

  @Test
  void twoLoopsOfOneNameGetTwoFiles() {
    Content content = Content.read(folder);

    assertThat(content.keep(own("Evening", LIMITER), PROBE).id()).isEqualTo("evening");
    assertThat(content.keep(own("Evening", MENTORING), PROBE).id()).isEqualTo("evening-2");
    assertThat(content.keep(own("晩", MENTORING), PROBE).id()).isEqualTo("own");
    assertThat(Content.read(folder).catalogue().loops()).hasSize(3);
  }

  @Test
  void whatCannotBeRunIsRefusedAndLeavesNoFile() {
    Content content = Content.read(folder);

    assertThatThrownBy(() -> content.keep(own("Empty"), PROBE))
        .hasMessageContaining("at least one question");
    assertThatThrownBy(() -> content.keep(own("Twice", LIMITER, LIMITER), PROBE))
        .hasMessageContaining("each question once");
    assertThatThrownBy(() -> content.keep(own("Long", pick("design/rate-limiter", 500)), PROBE))
        .hasMessageContaining("at most 180 minutes");
    assertThatThrownBy(() -> content.keep(own("None", pick("design/none", 5)), PROBE))
        .hasMessageContaining("no question 'design/none'");
    assertThat(folder.resolve("loops")).doesNotExist();
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    Content content = Content.read(folder);
    Files.writeString(folder.resolve("loops"), "a file where the folder should be");

    assertThatThrownBy(() -> content.keep(own("Own", LIMITER), PROBE))
        .isInstanceOf(ChoiceException.class)
        .hasMessageContaining("make the folder writable");
  }
}
