package dev.mockloop.scoring;

import dev.mockloop.discourse.Move;
import dev.mockloop.discourse.MoveEvidence;
import dev.mockloop.story.Arc;
import dev.mockloop.story.Role;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the {@link Signal}s of an answer. Counts are taken as {@code 1 - exp(-count / scale)}: each
 * further one adds less, and none ever takes away.
 */
final class SignalReader {
  private static final double ENOUGH_BACKED = 8;
  private static final double BACKED_SHARE = 0.2;
  private static final double LEAST_BACKED = 2;
  private static final double ENOUGH_ARGUED = 5;
  private static final double ENOUGH_FIGURES = 6;
  private static final double ENOUGH_ORDER = 5;
  private static final double ENOUGH_FAILURES = 4;

  /** Coverage counts by its root, or near it: the first ideas tell most. */
  private static final double IDEAS_POWER = 0.7;

  /** From this share of its ideas on, a criterion counts as touched. */
  private static final double TOUCHED = 0.25;

  /** Moves of one kind in one sentence that count. */
  private static final int MOST_IN_SENTENCE = 2;

  private static final int MOVES_OF_ARGUMENT = 2;

  private SignalReader() {}

  /**
   * The signals of an answer.
   *
   * @param richness how much the rubric says, from 0 to 1. A thin one foresees few wordings, so as
   *     far as it is thin, sentences that argue stand in for its ideas.
   */
  static Map<Signal, Double> read(
      List<CriterionScore> criteria,
      List<Statement> statements,
      Optional<Arc> arc,
      double richness) {
    List<Statement> counting =
        statements.stream()
            .filter(Statement::counts)
            // a story is what was done once, not what one would do or always does
            .filter(s -> arc.isEmpty() || !s.remark().hypothetical())
            .toList();
    Map<Signal, Double> signals = new EnumMap<>(Signal.class);
    double argued =
        saturated(counting.stream().filter(SignalReader::argues).count(), ENOUGH_ARGUED);
    double unforeseen = (1 - richness) * argued;
    signals.put(Signal.IDEAS, ideas(covered(criteria), unforeseen));
    long touched = criteria.stream().filter(c -> c.coverage() >= TOUCHED).count();
    signals.put(Signal.BREADTH, (double) touched / criteria.size());
    signals.put(
        Signal.BACKED, Math.max(unforeseen, saturated(backed(criteria), enoughBacked(criteria))));
    signals.put(Signal.ARGUED, argued);
    signals.put(Signal.FIGURES, saturated(count(counting, Move.QUANTITY), ENOUGH_FIGURES));
    signals.put(Signal.PRIORITIES, saturated(count(counting, Move.PRIORITY), ENOUGH_ORDER));
    signals.put(Signal.FAILURES, saturated(count(counting, Move.FAILURE), ENOUGH_FAILURES));
    arc.ifPresent(
        a -> {
          signals.put(Signal.OWN_ACTIONS, a.ownActions());
          signals.put(Signal.OUTCOME, a.outcome());
          signals.put(Signal.REFLECTION, a.present().getOrDefault(Role.REFLECTION, 0.0));
          signals.put(Signal.SETTING, a.setting());
        });
    return signals;
  }

  /** The share of the rubric that is said and backed, over all criteria by weight. */
  static double covered(List<CriterionScore> criteria) {
    double weights = criteria.stream().mapToDouble(CriterionScore::weight).sum();
    return criteria.stream().mapToDouble(c -> c.weight() * c.coverage()).sum() / weights;
  }

  /** The signal of the ideas, from the share that is said and from what stands in for it. */
  static double ideas(double covered, double unforeseen) {
    return Math.max(unforeseen, Math.pow(covered, IDEAS_POWER));
  }

  /** A rubric with few ideas cannot have many of them backed. */
  private static double enoughBacked(List<CriterionScore> criteria) {
    long ideas =
        criteria.stream()
            .mapToLong(
                c ->
                    c.missing().size()
                        + c.evidence().stream()
                            .filter(e -> e.credit() > 0)
                            .map(IdeaEvidence::idea)
                            .distinct()
                            .count())
            .sum();
    return Math.clamp(ideas * BACKED_SHARE, LEAST_BACKED, ENOUGH_BACKED);
  }

  private static double saturated(double count, double scale) {
    return 1 - Math.exp(-count / scale);
  }

  /** Ideas with an asserted mention that something backs up. */
  static long backed(List<CriterionScore> criteria) {
    return criteria.stream()
        .mapToLong(
            c ->
                c.evidence().stream()
                    .filter(e -> e.credit() > Standing.ASSERTED.credit())
                    .map(IdeaEvidence::idea)
                    .distinct()
                    .count())
        .sum();
  }

  /** Whether a statement makes two different moves, what the speaker did set aside. */
  static boolean argues(Statement statement) {
    return statement.remark().moves().stream()
            .map(MoveEvidence::move)
            .filter(m -> m != Move.OWN_ACT)
            .distinct()
            .count()
        >= MOVES_OF_ARGUMENT;
  }

  private static double count(List<Statement> statements, Move move) {
    return statements.stream()
        .mapToDouble(
            s ->
                Math.min(
                    MOST_IN_SENTENCE,
                    s.remark().moves().stream().filter(m -> m.move() == move).count()))
        .sum();
  }
}
