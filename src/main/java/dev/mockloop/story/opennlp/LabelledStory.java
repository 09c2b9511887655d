package dev.mockloop.story.opennlp;

import dev.mockloop.story.Role;
import java.util.List;

/**
 * A story whose sentences have been given roles by a person.
 *
 * @param id names it
 * @param sentences as typed, in order
 * @param roles one for each sentence
 */
public record LabelledStory(String id, List<String> sentences, List<Role> roles) {

  public LabelledStory {
    sentences = List.copyOf(sentences);
    roles = List.copyOf(roles);
    if (sentences.size() != roles.size()) {
      throw new IllegalArgumentException(
          "story "
              + id
              + " has "
              + sentences.size()
              + " sentences and "
              + roles.size()
              + " roles; give each one role");
    }
  }
}
