package dev.mockloop.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.rubric.Catalogue;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.rubric.yaml.RubricFolder;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TailorTest {
  private static final Catalogue CATALOGUE = RubricFolder.read(Path.of("rubrics")).catalogue();
  private static final Tailor TAILOR = new Tailor(() -> CATALOGUE);

  private static QuestionId id(String value) {
    return new QuestionId(value);
  }

  @Test
  void aJobDescriptionFindsItsQuestionsAndSaysByWhichWords() {
    List<Tailor.Suggestion> found =
        TAILOR.suggest(
            "You will own our notification platform: push and email delivery to millions of"
                + " devices, user preferences and quiet hours. You mentor junior engineers.");
    assertThat(found.getFirst().question().id()).isEqualTo(id("design/notification-system"));
    assertThat(found.getFirst().words()).contains("push");
    assertThat(found)
        .filteredOn(s -> s.question().id().equals(id("behavioral/mentoring")))
        .singleElement()
        .satisfies(s -> assertThat(s.words()).contains("junior"));
    assertThat(found)
        .filteredOn(Tailor.Suggestion::chosen)
        .hasSizeBetween(3, 6)
        .extracting(s -> s.question().id())
        .contains(id("design/notification-system"), id("behavioral/mentoring"));
  }

  @Test
  void aTextAboutNothingFindsNothing() {
    assertThat(TAILOR.suggest("1234 5.6 lorem ipsum dolor")).isEmpty();
  }

  @Property(tries = 200)
  void anyTextMayBePasted(@ForAll String text) {
    assertThat(TAILOR.suggest(text)).allSatisfy(s -> assertThat(s.words()).isNotEmpty());
  }
}
