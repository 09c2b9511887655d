package dev.mockloop.transcript;

import dev.mockloop.store.Name;
import dev.mockloop.store.Store;
import dev.mockloop.store.StoreException;
import dev.mockloop.storybank.AnchorStory;
import dev.mockloop.storybank.StoryId;
import dev.mockloop.storybank.StoryStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** Stories, each in the document {@code stories/<id>.json}. */
public final class StoryDocuments implements StoryStore {
  private static final String FOLDER = "stories";
  private static final String SUFFIX = ".json";

  private final Store store;

  public StoryDocuments(Store store) {
    this.store = store;
  }

  @Override
  public List<AnchorStory> stories() {
    return store.documents(FOLDER).stream()
        .filter(n -> n.last().endsWith(SUFFIX))
        .flatMap(n -> read(n).stream())
        .sorted(Comparator.comparing(AnchorStory::title).thenComparing(story -> story.id().value()))
        .toList();
  }

  @Override
  public Optional<AnchorStory> story(StoryId id) {
    return read(name(id));
  }

  @Override
  public void keep(AnchorStory story) {
    store.put(name(story.id()), Json.MAPPER.writeValueAsString(story));
  }

  @Override
  public void delete(StoryId id) {
    store.delete(name(id));
  }

  private static Name name(StoryId id) {
    return Name.in(FOLDER, id.value() + SUFFIX);
  }

  private Optional<AnchorStory> read(Name name) {
    try {
      return store.document(name).map(t -> Json.MAPPER.readValue(t, AnchorStory.class));
    } catch (JacksonException e) {
      throw new StoreException(
          "the story %s cannot be read; mend or delete it: %s"
              .formatted(store.where(name), e.getMessage()),
          e);
    }
  }
}
