package dev.mockloop.rubric;

import java.util.List;

/**
 * Sets of words and phrases that mean the same in every rubric.
 *
 * @param sets each of two or more members, plain words without operators
 */
public record Synonyms(List<List<String>> sets) {
  public static final Synonyms NONE = new Synonyms(List.of());

  public Synonyms {
    sets = sets.stream().map(List::copyOf).toList();
  }
}
