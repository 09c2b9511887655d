package dev.mockloop.rubric;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing that an answer is judged by.
 *
 * @param id unique within its rubric
 * @param title its name for people
 * @param weight its share of the question, over 0
 * @param weightAt other weights for a level
 * @param anchors what an answer at a level from 1 to 5 looks like; usually 1, 3 and 5
 * @param probe the follow-up asked when the criterion is thin
 * @param need how much idea weight makes a level 5, over 0
 * @param ideas at least one
 */
public record Criterion(
    String id,
    String title,
    double weight,
    Map<Level, Double> weightAt,
    SortedMap<Integer, String> anchors,
    Optional<String> probe,
    double need,
    List<Idea> ideas) {

  public Criterion {
    weightAt = Map.copyOf(weightAt);
    anchors = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(anchors));
    ideas = List.copyOf(ideas);
    if (ideas.isEmpty() || !(weight > 0) || !(need > 0)) {
      throw new IllegalArgumentException(
          "criterion " + id + " needs an idea, a weight over 0 and a need over 0");
    }
  }

  public double weightFor(Level level) {
    return weightAt.getOrDefault(level, weight);
  }
}
