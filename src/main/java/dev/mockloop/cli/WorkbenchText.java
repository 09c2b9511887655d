package dev.mockloop.cli;

import dev.mockloop.web.Figured;
import dev.mockloop.workbench.CriterionItem;
import dev.mockloop.workbench.Figures;
import dev.mockloop.workbench.Fitted;
import dev.mockloop.workbench.Gain;
import dev.mockloop.workbench.IdeaItem;
import dev.mockloop.workbench.ItemAnalysis;
import dev.mockloop.workbench.Moved;
import dev.mockloop.workbench.PhraseItem;
import dev.mockloop.workbench.Proposal;
import dev.mockloop.workbench.Reason;
import dev.mockloop.workbench.WhatIfReport;
import java.util.Locale;

/** The workbench's results for reading in a terminal. */
final class WorkbenchText {
  private final StringBuilder out = new StringBuilder();

  private WorkbenchText() {}

  static String of(ItemAnalysis analysis) {
    WorkbenchText text = new WorkbenchText();
    text.line("%d rated answers, %d of them good", analysis.answers(), analysis.good());
    text.line("");
    text.line("%-36s %8s %8s %8s %8s", "criterion", "discrim", "rest", "covered", "touched");
    for (CriterionItem item : analysis.criteria()) {
      text.line(
          "%-36s %8s %8s %8s %8s",
          item.criterion(),
          Figured.two(item.discrimination()),
          Figured.two(item.rest()),
          Figured.percent(item.mean()),
          Figured.percent(item.touched()));
    }
    text.line("");
    text.line("%-36s %8s %8s %8s %8s  %s", "idea", "discrim", "rest", "found", "of good", "notes");
    for (IdeaItem idea : analysis.ideas()) {
      text.line(
          "%-36s %8s %8s %8d %8s  %s",
          idea.criterion() + "/" + idea.idea(),
          Figured.two(idea.discrimination()),
          Figured.two(idea.rest()),
          idea.found(),
          Figured.percent(idea.goodShare()),
          Figured.notes(idea));
    }
    text.phrases(analysis);
    text.line("");
    text.line("%-36s %8s %8s %8s %8s  %s", "words", "good", "others", "G2", "q", "beside");
    for (Proposal proposal : analysis.proposals()) {
      text.line(
          "%-36s %8d %8d %8s %8s  %s",
          proposal.words(),
          proposal.good(),
          proposal.others(),
          Figured.two(proposal.g2()),
          Figured.chance(proposal.q()).replace("under ", "<"),
          proposal.nearest());
    }
    return text.out.toString();
  }

  private void phrases(ItemAnalysis analysis) {
    line("");
    line("phrases that never match");
    for (IdeaItem idea : analysis.ideas()) {
      for (PhraseItem phrase : idea.phrases()) {
        if (phrase.found() == 0) {
          line("  %-34s %s", idea.criterion() + "/" + idea.idea(), phrase.phrase());
        }
      }
    }
  }

  static String of(WhatIfReport report) {
    WorkbenchText text = new WorkbenchText();
    text.line(
        "%-28s %6s %6s %6s %6s %6s %6s %6s",
        "agreement", "n", "exact", "adj", "QWK", "r", "SMD", "RMSE");
    text.figures("now", report.before());
    text.figures("changed", report.after());
    text.line("");
    text.line(
        "%d scores change, %d levels move, %d of them closer to the rating",
        report.changed(), report.levelsMoved(), report.closer());
    for (Moved moved : report.moved()) {
      text.line("");
      text.line(
          "%s rated %.2f: level %d becomes %d (%.2f to %.2f)",
          moved.id(),
          moved.human(),
          moved.levelBefore(),
          moved.levelAfter(),
          moved.scoreBefore(),
          moved.scoreAfter());
      for (Reason reason : moved.reasons()) {
        text.line(
            "  %s%s",
            reason.says(),
            reason.words().isEmpty() ? "" : " \"" + String.join("\", \"", reason.words()) + "\"");
      }
    }
    return text.out.toString();
  }

  static String of(Fitted fitted) {
    WorkbenchText text = new WorkbenchText();
    text.line("%-36s %8s %8s", "weight", "current", "fitted");
    for (Fitted.Weight weight : fitted.weights()) {
      text.line(
          "%-36s %8s %8s",
          weight.criterion(), Figured.weight(weight.current()), Figured.weight(weight.fitted()));
    }
    text.line("");
    for (int i = 0; i < fitted.linesBefore().size(); i++) {
      text.line(
          "%-36s %8s %8s",
          "level " + (i + 2) + " begins at",
          Figured.two(fitted.linesBefore().get(i)),
          Figured.two(fitted.linesAfter().get(i)));
    }
    text.line("");
    text.line(
        "%-28s %6s %6s %6s %6s %6s %6s %6s",
        "agreement", "n", "exact", "adj", "QWK", "r", "SMD", "RMSE");
    text.figures("now", fitted.before());
    text.figures("fitted, on the same answers", fitted.after());
    fitted.byAnswer().ifPresent(g -> text.gain("held out by answer", g));
    fitted.byQuestion().ifPresent(g -> text.gain("held out by question", g));
    text.line("");
    text.line(
        fitted.byAnswer().isEmpty()
            ? "fewer than ten answers are rated, so all stays as it is"
            : !fitted.moves()
                ? "no change does better than the current numbers"
                : fitted.sure()
                    ? "the gain on held-out answers is more than chance"
                    : "the gain on held-out answers may be chance");
    return text.out.toString();
  }

  private void gain(String name, Gain gain) {
    figures(name + ", now", gain.before());
    figures(name + ", fit", gain.after());
    line(
        "  %-26s QWK %s, RMSE %s",
        "gain with 95% interval", Figured.interval(gain.qwk()), Figured.interval(gain.rmse()));
  }

  private void figures(String name, Figures f) {
    line(
        "%-28s %6d %6s %6s %6s %6s %6s %6s",
        name,
        f.n(),
        Figured.percent(f.exact()),
        Figured.percent(f.adjacent()),
        Figured.two(f.qwk()),
        Figured.two(f.r()),
        Figured.signed(f.smd()),
        Figured.two(f.rmse()));
  }

  private void line(String format, Object... values) {
    out.append(
            values.length == 0
                ? format
                : String.format(Locale.ROOT, format, values).stripTrailing())
        .append('\n');
  }
}
