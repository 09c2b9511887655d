package dev.mockloop.rubric;

import java.util.List;

/**
 * How an answer is judged.
 *
 * @param version names this exact content: a hash over the question's file and the synonyms
 * @param criteria at least one
 * @param redFlags what lowers the score
 * @param thresholds from which overall scores on a level is reached
 */
public record Rubric(
    String version, List<Criterion> criteria, List<RedFlag> redFlags, Thresholds thresholds) {

  /** A rubric with the usual thresholds. */
  public Rubric(String version, List<Criterion> criteria, List<RedFlag> redFlags) {
    this(version, criteria, redFlags, Thresholds.USUAL);
  }

  public Rubric {
    criteria = List.copyOf(criteria);
    redFlags = List.copyOf(redFlags);
    if (criteria.isEmpty()) {
      throw new IllegalArgumentException("a rubric needs a criterion");
    }
  }

  /** The criterion of that id; an {@link IllegalArgumentException} when there is none. */
  public Criterion criterion(String id) {
    return criteria.stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the rubric has no criterion " + id));
  }
}
