package dev.mockloop.rubric;

import java.util.List;

/**
 * One thing that a good answer says; it is found by any of its phrases.
 *
 * @param id unique within its criterion
 * @param says the thing, as a plain sentence
 * @param weight its share of the criterion, over 0
 * @param phrases at least one
 * @param finds sentences that must be found by it, for {@code check}
 * @param ignores sentences that must not be found by it, for {@code check}
 */
public record Idea(
    String id,
    String says,
    double weight,
    List<PhraseText> phrases,
    List<String> finds,
    List<String> ignores) {

  public Idea {
    phrases = List.copyOf(phrases);
    finds = List.copyOf(finds);
    ignores = List.copyOf(ignores);
    if (phrases.isEmpty() || !(weight > 0)) {
      throw new IllegalArgumentException("idea " + id + " needs a phrase and a weight over 0");
    }
  }
}
