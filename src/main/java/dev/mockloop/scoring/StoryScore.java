package dev.mockloop.scoring;

import dev.mockloop.story.Role;
import java.util.List;
import java.util.Map;

/**
 * How an answer does as a story.
 *
 * @param score from 1.0 to 5.0
 * @param parts how far each part is told, from 0 to 1
 * @param missing parts that are not there, in the order of a story
 */
public record StoryScore(double score, Map<Role, Double> parts, List<Role> missing) {

  public StoryScore {
    parts = Map.copyOf(parts);
    missing = List.copyOf(missing);
  }
}
