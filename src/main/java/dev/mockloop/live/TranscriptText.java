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
    out.append("# ").append(plain(report.session().title())).append("\n\n");
    String name =
        report.session().candidate().isEmpty() ? "" : plain(report.session().candidate()) + ", ";
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
            plain(round.card().title()),
            round.card().verdict().label(),
            round.card().overall()));
    round.items().forEach(this::item);
  }

  private void item(Report.Item item) {
    out.append(
        String.format(
            Locale.ROOT,
            "### %s: %s (%.2f)%n%n",
            plain(item.question().title()),
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
    item.card().doubts().forEach(d -> out.append("- ").append(plain(d.reason())).append('\n'));
    item.card().flags().forEach(this::flag);
    item.card()
        .advice()
        .forEach(
            a ->
                out.append("- ")
                    .append(plain(a.text()))
                    .append(' ')
                    .append(plain(a.question()))
                    .append('\n'));
    out.append('\n');
    out.append("**Next step.** ").append(plain(item.card().nextStep())).append("\n\n");
  }

  private void override(RatingEvent.Overridden override) {
    out.append(
            "**Overridden to %d by %s.** "
                .formatted(override.level(), plain(override.rater().toString())))
        .append(plain(override.reason()))
        .append(" The machine's own score stays as it is.\n\n");
  }

  private void criterion(CriterionScore c) {
    String missing = String.join("; ", c.missing().stream().limit(3).map(m -> m.says()).toList());
    out.append(
        String.format(
            Locale.ROOT, "| %s | %.2f | %s |%n", cell(c.title()), c.score(), cell(missing)));
  }

  private void flag(RaisedFlag flag) {
    out.append("- Red flag: ")
        .append(plain(flag.name()))
        .append(". ")
        .append(plain(flag.reason()))
        .append('\n');
  }

  private void quoted(String text) {
    text.lines().forEach(l -> out.append("> ").append(plain(l)).append('\n'));
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
    return plain(text).replace("|", "\\|");
  }

  /** On one line, and with nothing in it that a reader of Markdown takes for a tag or a link. */
  private static String plain(String text) {
    return text.replaceAll("\\R", " ")
        .replace("\\", "\\\\")
        .replace("<", "&lt;")
        .replace("[", "\\[")
        .replace("]", "\\]");
  }
}
