package dev.mockloop.transcript;

import dev.mockloop.storybank.AnchorStory;
import dev.mockloop.storybank.StoryId;
import dev.mockloop.storybank.StoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/** Stories in a folder, one JSON file each. */
public final class StoryFolder implements StoryStore {
  private static final String SUFFIX = ".json";

  private final Path folder;

  /** The folder is made with the first story. */
  public StoryFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public List<AnchorStory> stories() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().endsWith(SUFFIX))
          .map(StoryFolder::read)
          .sorted(
              Comparator.comparing(AnchorStory::title).thenComparing(story -> story.id().value()))
          .toList();
    } catch (IOException e) {
      throw new StoreException(
          "the stories in " + folder + " cannot be listed: " + e.getMessage(), e);
    }
  }

  @Override
  public Optional<AnchorStory> story(StoryId id) {
    Path file = file(id);
    return Files.isRegularFile(file) ? Optional.of(read(file)) : Optional.empty();
  }

  @Override
  public void keep(AnchorStory story) {
    try {
      Files.createDirectories(folder);
      Durable.replace(file(story.id()), Json.MAPPER.writeValueAsString(story));
      Durable.forceFolder(folder);
    } catch (IOException e) {
      throw new StoreException(
          "the story " + file(story.id()) + " cannot be written: " + e.getMessage(), e);
    }
  }

  @Override
  public void delete(StoryId id) {
    try {
      Files.deleteIfExists(file(id));
    } catch (IOException e) {
      throw new StoreException(
          "the story " + file(id) + " cannot be deleted: " + e.getMessage(), e);
    }
  }

  private Path file(StoryId id) {
    return folder.resolve(id.value() + SUFFIX);
  }

  private static AnchorStory read(Path file) {
    try {
      return Json.MAPPER.readValue(Files.readString(file), AnchorStory.class);
    } catch (IOException | JacksonException e) {
      throw new StoreException(
          "the story " + file + " cannot be read; mend or delete the file: " + e.getMessage(), e);
    }
  }
}
