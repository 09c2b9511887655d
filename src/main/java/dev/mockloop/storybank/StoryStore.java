package dev.mockloop.storybank;

import java.util.List;
import java.util.Optional;

/** Keeps anchor stories. Safe for many threads. */
public interface StoryStore {

  /** All stories, by title. */
  List<AnchorStory> stories();

  Optional<AnchorStory> story(StoryId id);

  /** Keeps a story in the place of the one with the same id. When this returns, it is on disk. */
  void keep(AnchorStory story);

  /** Deletes a story for good; one that is not there is no error. */
  void delete(StoryId id);
}
