package dev.mockloop.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mockloop.store.FolderStore;
import dev.mockloop.store.StoreException;
import dev.mockloop.storybank.AnchorStory;
import dev.mockloop.storybank.StoryId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoryDocumentsTest {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  @TempDir Path folder;

  private StoryDocuments stories() {
    return new StoryDocuments(FolderStore.open(folder));
  }

  private static AnchorStory story(String id, String title) {
    return new AnchorStory(
        new StoryId(id), title, "In May \"we\" stood still.\n", "", "I called — 電話.", "", "", NOON);
  }

  @Test
  void aStoryComesBackAsItWasWrittenByAnotherStoreToo() {
    AnchorStory story = story("story-1", "The night of the queue");
    stories().keep(story);

    assertThat(stories().story(story.id())).contains(story);
    assertThat(stories().stories()).containsExactly(story);
  }

  @Test
  void storiesStandInOrderOfTheirTitles() {
    stories().keep(story("story-1", "Zebra"));
    stories().keep(story("story-2", "Apple"));

    assertThat(stories().stories())
        .extracting(AnchorStory::title)
        .containsExactly("Apple", "Zebra");
  }

  @Test
  void aDeletedStoryIsGoneAndDeletingItTwiceIsNoError() {
    AnchorStory story = story("story-1", "Gone");
    stories().keep(story);

    stories().delete(story.id());
    stories().delete(story.id());

    assertThat(stories().story(story.id())).isEmpty();
    assertThat(stories().stories()).isEmpty();
  }

  @Test
  void aBrokenFileIsNamedWithTheMend() throws IOException {
    stories().keep(story("story-1", "Broken"));
    Path file = folder.resolve("stories/story-1.json");
    Files.writeString(file, "{\"title\": ");

    assertThatThrownBy(() -> stories().stories())
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("story-1.json")
        .hasMessageContaining("mend or delete it");
  }

  @Test
  void theStoriesBesideSessionsAreNoSession() {
    stories().keep(story("story-1", "Beside"));

    assertThat(new TranscriptStore(FolderStore.open(folder)).sessions()).isEmpty();
  }
}
