package dev.mockloop.rubric.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.rubric.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class SoundTextsTest {
  private static final Path RUBRICS = Path.of("rubrics");
  private static final Path LIMITER = Path.of("design/rate-limiter.yaml");
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
  private static final SoundTexts TEXTS = SoundTexts.of(SoundTexts.lines(RUBRICS));

  @TempDir private Path folder;

  private static Question question(YamlDocument document) {
    return MAPPER.treeToValue(document.root(), QuestionFile.class).toQuestion("v");
  }

  @Test
  void everyShippedQuestionSaysTheSameWhenItIsNotParsedAgain() throws IOException {
    int questions = 0;
    for (Path file : RubricFolder.yamlFiles(RUBRICS)) {
      String text = Files.readString(RUBRICS.resolve(file));
      YamlDocument known = YamlDocument.read(TEXTS, Shape.of(file), file, text);
      assertThat(known.sound()).as(file.toString()).isTrue();
      if (Shape.of(file) == Shape.QUESTION) {
        questions++;
        assertThat(question(known)).isEqualTo(question(YamlDocument.parse(file, text)));
      }
    }
    assertThat(questions).isGreaterThan(40);
  }

  @Test
  void oneQuestionCanBeReadAheadToGetReady() {
    assertThat(TEXTS.anyQuestion()).isPresent();
    QuestionText.getReady();
  }

  @Test
  void aTextWithOneCharacterChangedIsReadAndCheckedAsEver() throws IOException {
    String text = Files.readString(RUBRICS.resolve(LIMITER));
    assertThat(TEXTS.tree(Shape.QUESTION, text)).isPresent();
    assertThat(TEXTS.tree(Shape.QUESTION, text + " ")).isEmpty();
  }

  @Test
  void aQuestionInThePlaceOfALoopIsNotTakenForOne() throws IOException {
    String text = Files.readString(RUBRICS.resolve(LIMITER));
    assertThat(TEXTS.tree(Shape.LOOP, text)).isEmpty();
  }

  @Test
  void aFileWithAMistakeIsNotAmongThem() throws IOException {
    Files.createDirectories(folder.resolve("design"));
    Files.writeString(folder.resolve("design/bad.yaml"), "id: design/bad\ntitel: Bad\n");
    assertThat(SoundTexts.lines(folder)).isEmpty();
  }

  @Test
  void aPlaceInASoundTextIsFoundWhenItIsAskedFor() throws IOException {
    String text = Files.readString(RUBRICS.resolve(LIMITER));
    YamlDocument known = YamlDocument.read(TEXTS, Shape.QUESTION, LIMITER, text);
    YamlDocument parsed = YamlDocument.parse(LIMITER, text);
    for (String pointer : List.of("/id", "/criteria/1/ideas/0/phrases/0", "/criteria/99")) {
      assertThat(known.problemAt(pointer, "x")).isEqualTo(parsed.problemAt(pointer, "x"));
    }
    assertThat(known.problemAt("/criteria/1", "x").line()).isGreaterThan(1);
  }
}
