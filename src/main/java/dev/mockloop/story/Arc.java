package dev.mockloop.story;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How complete a story is.
 *
 * @param present the share of each part that is there, from 0 (absent) to 1 (told)
 * @param completeness all parts together, from 0 to 1
 */
public record Arc(Map<Role, Double> present, double completeness) {
  private static final Map<Role, Double> SHARE =
      Map.of(
          Role.SITUATION,
          0.15,
          Role.TASK,
          0.1,
          Role.ACTION,
          0.35,
          Role.RESULT,
          0.25,
          Role.REFLECTION,
          0.15);

  /** Sentences of a part that make it fully told. */
  private static final Map<Role, Integer> ENOUGH =
      Map.of(Role.SITUATION, 2, Role.TASK, 1, Role.ACTION, 4, Role.RESULT, 2, Role.REFLECTION, 1);

  public Arc {
    present = Map.copyOf(present);
  }

  /** The arc that these sentences make; without any own action there is no story. */
  public static Arc of(List<SentenceRole> sentences) {
    Map<Role, Double> present = new EnumMap<>(Role.class);
    double sum = 0;
    for (Role role :
        List.of(Role.SITUATION, Role.TASK, Role.ACTION, Role.RESULT, Role.REFLECTION)) {
      long told = sentences.stream().filter(s -> s.role() == role).count();
      double share = Math.min(1.0, (double) told / ENOUGH.getOrDefault(role, 1));
      present.put(role, share);
      sum += share * SHARE.getOrDefault(role, 0.0);
    }
    double completeness = present.getOrDefault(Role.ACTION, 0.0) == 0 ? Math.min(sum, 0.2) : sum;
    return new Arc(present, completeness);
  }

  /** The parts that are not there at all, in the order of a story. */
  public List<Role> missing() {
    return present.entrySet().stream()
        .filter(e -> e.getValue() == 0)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
