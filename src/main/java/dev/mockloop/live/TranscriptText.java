package dev.mockloop.live;

import dev.mockloop.rating.RatingEvent;
import dev.mockloop.scoring.CriterionScore;
import dev.mockloop.scoring.RaisedFlag;
import java.util.Locale;

/** A report as Markdown, for keeping and sharing. */
public final class TranscriptText {
  private final StringBuilder out = new StringBuilder();

  private TranscriptText() {}

  public static String of(Report report) {
    TranscriptText text = new TranscriptText();
    text.head(report);
    report.rounds().forEach(text::round);
    return text.out.toString();
  }

  private void head(Report report) {
    out.append("# ").append(report.session().title()).append("\n\n");
    String name = report.session().candidate().isEmpty() ? "" : report.session().candidate() + ", ";
    out.append(name)
        .append(report.session().mode().id())
        .append(", ")
        .append(report.session().createdAt())
        .append("\n\n");
    out.append(
        String.format(
            Locale.ROOT,
            "**%s** (%.2f of 5)%n%n",
            report.card().verdict().label(),
            report.card().overall()));
  }

  private void round(Report.ReportRound round) {
    out.append(
        String.format(
            Locale.ROOT,
            "## %s: %s (%.2f)%n%n",
            round.card().title(),
            round.card().verdict().label(),
            round.card().overall()));
    round.items().forEach(this::item);
  }

  private void item(Report.Item item) {
    out.append(
        String.format(
            Locale.ROOT,
            "### %s: %s (%.2f)%n%n",
            item.question().title(),
            item.card().verdict().label(),
            item.card().overall()));
    item.override().ifPresent(this::override);
    quoted(item.question().ask());
    typed(item.answer().text());
    item.probe().ifPresent(p -> quoted(p.text()));
    item.probeAnswer().ifPresent(p -> typed(p.text()));
    out.append("| criterion | score | missing |\n|---|---|---|\n");
    item.card().criteria().forEach(this::criterion);
    out.append('\n');
    item.card().doubts().forEach(d -> out.append("- ").append(d.reason()).append('\n'));
    item.card().flags().forEach(this::flag);
    item.card()
        .advice()
        .forEach(
            a -> out.append("- ").append(a.text()).append(' ').append(a.question()).append('\n'));
    out.append('\n');
    out.append("**Next step.** ").append(item.card().nextStep()).append("\n\n");
  }

  private void override(RatingEvent.Overridden override) {
    out.append("**Overridden to %d by %s.** ".formatted(override.level(), override.rater()))
        .append(override.reason().replaceAll("\\R", " ").replace("<", "&lt;"))
        .append(" The machine's own score stays as it is.\n\n");
  }

  private void criterion(CriterionScore c) {
    String missing = String.join("; ", c.missing().stream().limit(3).map(m -> m.says()).toList());
    out.append(
        String.format(
            Locale.ROOT, "| %s | %.2f | %s |%n", cell(c.title()), c.score(), cell(missing)));
  }

  private void flag(RaisedFlag flag) {
    out.append("- Red flag: ").append(flag.name()).append(". ").append(flag.reason()).append('\n');
  }

  private void quoted(String text) {
    text.lines().forEach(l -> out.append("> ").append(l).append('\n'));
    out.append('\n');
  }

  /**
   * In a fence longer than any run of backticks in it, so that what was typed stays what it was.
   */
  private void typed(String text) {
    int longest = 2;
    int run = 0;
    for (char c : text.toCharArray()) {
      run = c == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(longest + 1);
    out.append(fence)
        .append("text\n")
        .append(text.isBlank() ? "(nothing)" : text)
        .append('\n')
        .append(fence)
        .append("\n\n");
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replaceAll("\\R", " ");
  }
}
