package dev.mockloop.story;

import dev.mockloop.discourse.Move;
import dev.mockloop.discourse.Remark;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How complete a story is. What is only imagined ("I would") is no part of it.
 *
 * @param present the share of each part that is there, from 0 (absent) to 1 (told)
 * @param ownActions how far the candidate's own steps are told, from 0 to 1; steps of a "we" count
 *     less
 * @param outcome how far the outcome is told, from 0 to 1; a figure in it counts for more
 * @param proportion the share of the words that the actions and the outcome take, against the third
 *     that they take in a story well told, from 0 to 1
 * @param completeness all parts together, from 0 to 1
 */
public record Arc(
    Map<Role, Double> present,
    double ownActions,
    double outcome,
    double proportion,
    double completeness) {
  private static final double SITUATION_SHARE = 0.15;
  private static final double TASK_SHARE = 0.1;
  private static final double ACTION_SHARE = 0.35;
  private static final double RESULT_SHARE = 0.25;
  private static final double REFLECTION_SHARE = 0.15;

  /** Sentences of a part that make it fully told. */
  private static final Map<Role, Double> ENOUGH =
      Map.of(
          Role.SITUATION,
          2.0,
          Role.TASK,
          1.0,
          Role.ACTION,
          4.0,
          Role.RESULT,
          2.0,
          Role.REFLECTION,
          1.5);

  private static final double OWN_STEPS = 3;
  private static final double STEP_OF_A_GROUP = 0.4;
  private static final double VAGUE_OUTCOME = 0.25;
  private static final double OUTCOME_WITH_FIGURE = 0.6;
  private static final double WELL_PROPORTIONED = 1 / 3.0;

  /** Without any action of the candidate's there is no story. */
  private static final double MOST_WITHOUT_ACTION = 0.2;

  public Arc {
    present = Map.copyOf(present);
  }

  /**
   * The arc that these sentences make.
   *
   * @param roles one for each remark, in the same order
   */
  public static Arc of(List<Role> roles, List<Remark> remarks) {
    Map<Role, Double> told = new EnumMap<>(Role.class);
    double steps = 0;
    double outcome = 0;
    double words = 0;
    double core = 0;
    for (int i = 0; i < roles.size(); i++) {
      Remark remark = remarks.get(i);
      Role role =
          remark.hypothetical() && roles.get(i) != Role.REFLECTION ? Role.OTHER : roles.get(i);
      told.merge(role, 1.0, Double::sum);
      words += remark.sentence().wordCount();
      if (role == Role.ACTION) {
        steps += remark.has(Move.OWN_ACT) ? 1 : STEP_OF_A_GROUP;
      } else if (role == Role.RESULT) {
        outcome += remark.has(Move.QUANTITY) ? OUTCOME_WITH_FIGURE : VAGUE_OUTCOME;
      }
      core += role == Role.ACTION || role == Role.RESULT ? remark.sentence().wordCount() : 0;
    }
    Map<Role, Double> present = new EnumMap<>(Role.class);
    ENOUGH.forEach(
        (role, enough) -> present.put(role, Math.min(1.0, told.getOrDefault(role, 0.0) / enough)));
    double own = 1 - Math.exp(-steps / OWN_STEPS);
    double ended = Math.min(1, outcome);
    double proportion = words == 0 ? 0 : Math.min(1, core / words / WELL_PROPORTIONED);
    double sum =
        SITUATION_SHARE * present.getOrDefault(Role.SITUATION, 0.0)
            + TASK_SHARE * present.getOrDefault(Role.TASK, 0.0)
            + ACTION_SHARE * own
            + RESULT_SHARE * ended
            + REFLECTION_SHARE * present.getOrDefault(Role.REFLECTION, 0.0);
    return new Arc(
        present,
        own,
        ended,
        proportion,
        (steps == 0 ? Math.min(sum, MOST_WITHOUT_ACTION) : sum) * (1 + proportion) / 2);
  }

  /** How far situation and task are told, from 0 to 1. */
  public double setting() {
    return (present.getOrDefault(Role.SITUATION, 0.0) + present.getOrDefault(Role.TASK, 0.0)) / 2;
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
