package dev.mockloop.cli;

import dev.mockloop.rubric.Question;
import dev.mockloop.scoring.AnswerCard;
import dev.mockloop.scoring.CriterionScore;
import dev.mockloop.story.Role;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An answer's card for reading in a terminal. */
final class CardText {
  private static final int MOST_MISSING = 2;
  private static final double LEAST_SHOWN = 0.05;

  private CardText() {}

  static String of(Question question, AnswerCard card) {
    StringBuilder out = new StringBuilder();
    out.append(question.title())
        .append(" (")
        .append(question.id())
        .append("), judged for ")
        .append(card.seniority().id())
        .append('\n');
    out.append(String.format(Locale.ROOT, "%.2f  %s%n%n", card.overall(), card.verdict().label()));
    card.doubts()
        .forEach(
            d ->
                out.append(
                    String.format(Locale.ROOT, "at most %.2f: %s%n%n", d.most(), d.reason())));
    card.criteria().forEach(c -> criterion(out, c));
    card.story()
        .ifPresent(
            story -> {
              out.append(String.format(Locale.ROOT, "%.2f  story arc", story.score()));
              if (!story.missing().isEmpty()) {
                out.append(", missing: ")
                    .append(
                        story.missing().stream().map(Role::id).collect(Collectors.joining(", ")));
              }
              out.append('\n');
            });
    card.flags()
        .forEach(
            f ->
                out.append(
                    String.format(
                        Locale.ROOT,
                        "-%.2f  red flag: %s. %s%n",
                        f.penalty(),
                        f.name(),
                        f.reason())));
    why(out, card);
    out.append("\n\n").append(card.nextStep());
    return out.toString();
  }

  private static void why(StringBuilder out, AnswerCard card) {
    out.append("\nmade of: ")
        .append(
            card.signals().stream()
                .filter(s -> s.points() >= LEAST_SHOWN)
                .map(
                    s ->
                        String.format(
                            Locale.ROOT,
                            "%s +%.2f",
                            s.signal().label().toLowerCase(Locale.ROOT),
                            s.points()))
                .collect(Collectors.joining(", ", "1.00, ", "")))
        .append("\nconfidence: ")
        .append(card.confidence().grade().id())
        .append('.');
    card.confidence().reasons().forEach(r -> out.append(' ').append(r));
  }

  private static void criterion(StringBuilder out, CriterionScore criterion) {
    out.append(String.format(Locale.ROOT, "%.2f  %s%n", criterion.score(), criterion.title()));
    List<String> found =
        criterion.evidence().stream()
            .filter(e -> e.credit() > 0)
            .map(e -> e.says())
            .distinct()
            .toList();
    found.forEach(s -> out.append("      + ").append(s).append('\n'));
    criterion.missing().stream()
        .limit(MOST_MISSING)
        .forEach(m -> out.append("      - ").append(m.says()).append('\n'));
  }
}
