package dev.mockloop.scoring;

import dev.mockloop.discourse.Move;
import dev.mockloop.discourse.MoveEvidence;
import dev.mockloop.discourse.Shape;
import dev.mockloop.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds the {@link Doubt}s of an answer. */
final class Doubts {
  private static final double NOTHING_SAID = 1.3;
  private static final double NAMES_ONLY = 1.6;
  private static final double ALL_WAVED_AWAY = 1.3;

  /** An answer whose share of list or echo is over this is mainly that. */
  private static final double MAINLY = 0.5;

  private static final int FEWEST_DISMISSALS = 3;
  private static final double DISMISSED_SHARE = 0.2;
  private static final int FEWEST_NEGATED = 4;
  private static final double NEGATED_SHARE = 0.3;
  private static final int FEWEST_NAMES = 2;
  private static final double FEW = 2;
  private static final double FEW_SHARE = 0.35;

  private final List<Statement> statements;
  private final List<CriterionScore> criteria;
  private final List<Doubt> doubts = new ArrayList<>();

  private Doubts(List<Statement> statements, List<CriterionScore> criteria) {
    this.statements = statements;
    this.criteria = criteria;
  }

  static List<Doubt> of(List<Statement> statements, List<CriterionScore> criteria, Aim aim) {
    Doubts doubts = new Doubts(statements, criteria);
    doubts.look(aim);
    return doubts.doubts;
  }

  private void look(Aim aim) {
    List<Statement> counting = statements.stream().filter(Statement::counts).toList();
    double words = words(s -> true);
    if (words == 0) {
      doubts.add(new Doubt(Doubt.Kind.EMPTY, "Nothing was answered.", 1, List.of()));
      return;
    }
    long argued = counting.stream().filter(SignalReader::argues).count();
    boolean littleElse = argued < FEWEST_DISMISSALS;
    if (littleElse && words(Statement::echo) > MAINLY * words) {
      add(
          Doubt.Kind.ECHO,
          "Most of this repeats the question. What is asked for is what you would say to it.",
          NOTHING_SAID,
          Statement::echo);
    }
    if (littleElse && words(Doubts::isList) > MAINLY * words) {
      add(
          Doubt.Kind.LIST,
          "Most of this is a list of terms. A term counts once a sentence says what it does here, and why.",
          NOTHING_SAID,
          Doubts::isList);
    }
    wavedAway(counting);
    namesOnly(counting, argued);
    aim.doubt().ifPresent(doubts::add);
  }

  private void wavedAway(List<Statement> counting) {
    long dismissing = counting.stream().filter(s -> s.remark().dismisses()).count();
    long mentions =
        mentions(e -> e.standing() != Standing.ECHOED && e.standing() != Standing.LISTED);
    long negated = mentions(e -> e.standing() == Standing.NEGATED);
    boolean dismissed =
        dismissing >= FEWEST_DISMISSALS && dismissing >= DISMISSED_SHARE * counting.size();
    if (dismissed || (negated >= FEWEST_NEGATED && negated >= NEGATED_SHARE * mentions)) {
      add(
          Doubt.Kind.WAVED_AWAY,
          "Much of what a good answer builds on is waved away here. To set something aside, say what it would cost to go without it.",
          ALL_WAVED_AWAY,
          s -> s.counts() && s.remark().dismisses());
    }
  }

  private void namesOnly(List<Statement> counting, long argued) {
    long named =
        criteria.stream()
            .mapToLong(c -> c.evidence().stream().map(IdeaEvidence::idea).distinct().count())
            .sum();
    double few = Math.max(FEW, FEW_SHARE * counting.size());
    long concrete = counting.stream().filter(Doubts::isConcrete).count();
    if (named >= FEWEST_NAMES && argued <= few && concrete <= few && Style.of(counting).nominal()) {
      add(
          Doubt.Kind.NAME_DROPPING,
          "The right terms are here in long abstract sentences, but hardly anything is said with them: no choice, no reason, nothing that belongs to one case.",
          NAMES_ONLY,
          s -> false);
    }
  }

  private long mentions(Predicate<IdeaEvidence> which) {
    return criteria.stream().mapToLong(c -> c.evidence().stream().filter(which).count()).sum();
  }

  private void add(Doubt.Kind kind, String reason, double most, Predicate<Statement> where) {
    List<Span> spans = statements.stream().filter(where).map(s -> s.remark().span()).toList();
    doubts.add(new Doubt(kind, reason, most, spans));
  }

  private double words(Predicate<Statement> which) {
    return statements.stream()
        .filter(which)
        .mapToDouble(s -> s.remark().sentence().wordCount())
        .sum();
  }

  /** Whether somebody does or decides something in it, or a figure or a case is given. */
  private static boolean isConcrete(Statement statement) {
    return statement.remark().moves().stream()
        .map(MoveEvidence::move)
        .anyMatch(
            m ->
                m == Move.QUANTITY || m == Move.DECISION || m == Move.OWN_ACT || m == Move.EXAMPLE);
  }

  private static boolean isList(Statement statement) {
    return statement.remark().shape() == Shape.LIST;
  }
}
