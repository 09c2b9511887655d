package dev.mockloop.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mockloop.Fixtures;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.store.FolderStore;
import dev.mockloop.storybank.AnchorStory;
import dev.mockloop.storybank.StoryId;
import dev.mockloop.transcript.StoryDocuments;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoryBankTest {
  private static final Content CONTENT = Content.read(Path.of("rubrics"));
  private static final Question MENTORING =
      CONTENT.catalogue().question(new QuestionId("behavioral/mentoring")).orElseThrow();

  @TempDir Path folder;
  private StoryBank bank;

  @BeforeEach
  void openBank() {
    bank =
        new StoryBank(
            new StoryDocuments(FolderStore.open(folder)),
            CONTENT,
            Fixtures.SCORER,
            Clock.fixed(Instant.parse("2026-01-05T12:00:00Z"), ZoneOffset.UTC),
            new Random(1));
  }

  private static StoryBank.Draft told(String title, String action) {
    return new StoryBank.Draft(title, "", "", action, "", "");
  }

  private static StoryBank.Draft strong() {
    return told("Ana", MENTORING.guidance().strong().orElseThrow());
  }

  @Test
  void aStoryIsMatchedToTheQuestionThatItAnswersBest() {
    AnchorStory story = bank.add(strong());

    StoryBank.Kept kept = bank.all().getFirst();
    assertThat(kept.story()).isEqualTo(story);
    assertThat(kept.best().orElseThrow().question().id()).isEqualTo(MENTORING.id());
    assertThat(kept.carried()).extracting(m -> m.question().id()).contains(MENTORING.id());
    assertThat(kept.matches()).allSatisfy(m -> assertThat(m.question().story()).isTrue());
  }

  @Test
  void questionsThatNoStoryCarriesAreGapsAndComeFirst() {
    assertThat(bank.covers()).isNotEmpty().allMatch(StoryBank.Cover::gap);

    bank.add(strong());

    assertThat(bank.covers().getFirst().gap()).isTrue();
    assertThat(bank.covers())
        .filteredOn(c -> c.question().id().equals(MENTORING.id()))
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.gap()).isFalse();
              assertThat(c.story().orElseThrow().title()).isEqualTo("Ana");
            });
  }

  @Test
  void aStoryThatIsWrittenAnewIsScoredAnewAndOneThatIsDeletedCoversNothing() {
    StoryId id = bank.add(strong()).id();
    double before = bank.all().getFirst().best().orElseThrow().card().overall();

    bank.change(id, told("Ana", "I helped somebody once."));
    assertThat(bank.all()).hasSize(1);
    assertThat(bank.all().getFirst().best().orElseThrow().card().overall()).isLessThan(before);

    bank.delete(id);
    assertThat(bank.all()).isEmpty();
    assertThat(bank.change(id, strong())).isEmpty();
  }

  @Test
  void whatCannotBeKeptIsRefusedInOneSentence() {
    assertThatThrownBy(() -> bank.add(told(" ", "I did.")))
        .hasMessageContaining("title of a story has 1 to 120");
    assertThatThrownBy(() -> bank.add(told("Empty", "  ")))
        .hasMessageContaining("at least one part");
    assertThatThrownBy(() -> bank.add(told("Long", "x".repeat(20_001))))
        .hasMessageContaining("at most 20000 characters");
    assertThat(bank.all()).isEmpty();
  }
}
