package dev.mockloop.rating;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What somebody gave an answer, from {@value #LEAST} to {@value #MOST}.
 *
 * @param byCriterion levels by the criterion's id; {@link #OVERALL} is the answer as a whole. What
 *     is not in it was not rated.
 */
public record Levels(Map<String, Double> byCriterion) {
  public static final String OVERALL = "overall";
  public static final int LEAST = 1;
  public static final int MOST = 5;

  public Levels {
    byCriterion = Collections.unmodifiableMap(new TreeMap<>(byCriterion));
    byCriterion.forEach(
        (criterion, level) -> {
          if (!(level >= LEAST && level <= MOST)) {
            throw new IllegalArgumentException(
                "a level is from %d to %d; %s got %s".formatted(LEAST, MOST, criterion, level));
          }
        });
  }

  public OptionalDouble of(String criterion) {
    Double level = byCriterion.get(criterion);
    return level == null ? OptionalDouble.empty() : OptionalDouble.of(level);
  }

  public OptionalDouble overall() {
    return of(OVERALL);
  }
}
