package dev.mockloop.cli;

import dev.mockloop.calibration.Agreement;
import dev.mockloop.calibration.Evaluation;
import dev.mockloop.calibration.RoleConfusion;
import dev.mockloop.story.Role;
import java.util.Locale;

/** An evaluation for reading in a terminal. */
final class EvaluationText {
  private EvaluationText() {}

  static String of(Evaluation evaluation) {
    StringBuilder out = new StringBuilder();
    line(out, "%-28s %4s %6s %6s %6s %6s %6s", "agreement", "n", "r", "QWK", "exact", "adj", "SMD");
    evaluation.pairs().forEach((who, a) -> agreement(out, who, a));
    out.append('\n');
    line(out, "%-28s %6s", "correlation with word count", "r");
    evaluation.words().forEach((who, r) -> line(out, "%-28s %6.3f", who, r));
    line(out, "%-28s %6.3f", "machine : mean rating, words", evaluation.partial());
    line(out, "%-28s %5.1f%%", "gamed answers at 2.5 or more", 100 * evaluation.gamed());
    out.append('\n');
    line(out, "%-28s %4s %6s %7s %6s %6s", "band", "n", "people", "machine", "off", "exact");
    evaluation.bands().forEach(g -> group(out, g));
    out.append('\n');
    line(out, "%-28s %4s %6s %7s %6s %6s", "kind", "n", "people", "machine", "off", "exact");
    evaluation.kinds().forEach(g -> group(out, g));
    out.append('\n');
    line(out, "%-28s %4s %6s %6s %6s %6s %6s", "question", "n", "r", "QWK", "exact", "adj", "SMD");
    evaluation.questions().forEach((who, a) -> agreement(out, who, a));
    return out.toString();
  }

  static String of(String title, RoleConfusion roles) {
    StringBuilder out = new StringBuilder();
    line(
        out,
        "%s: %d stories, macro-F1 %.3f, accuracy %.3f",
        title,
        roles.stories(),
        roles.macroF1(),
        roles.accuracy());
    out.append(String.format(Locale.ROOT, "%-12s %6s  read as", "labelled", "F1"));
    for (Role role : Role.values()) {
      out.append(String.format(Locale.ROOT, " %10s", role.id()));
    }
    out.append('\n');
    for (Role labelled : Role.values()) {
      out.append(
          String.format(Locale.ROOT, "%-12s %6.3f         ", labelled.id(), roles.f1(labelled)));
      for (Role read : Role.values()) {
        out.append(String.format(Locale.ROOT, " %10d", roles.count(labelled, read)));
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static void agreement(StringBuilder out, String who, Agreement a) {
    line(
        out,
        "%-28s %4d %6.3f %6.3f %6.3f %6.3f %+6.3f",
        who,
        a.n(),
        a.r(),
        a.qwk(),
        a.exact(),
        a.adjacent(),
        a.smd());
  }

  private static void group(StringBuilder out, Evaluation.Group g) {
    line(
        out,
        "%-28s %4d %6.2f %7.2f %6.2f %6.2f",
        g.name(),
        g.n(),
        g.people(),
        g.machine(),
        g.off(),
        g.exact());
  }

  private static void line(StringBuilder out, String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
