package dev.mockloop.cli;

import dev.mockloop.agreement.Agreement;
import dev.mockloop.agreement.Facets;
import dev.mockloop.agreement.Figure;
import dev.mockloop.agreement.Interval;
import dev.mockloop.agreement.Measure;
import dev.mockloop.agreement.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Agreement for reading in a terminal. */
final class AgreementText {
  private static final List<Measure> OF_SLICE =
      List.of(Measure.EXACT, Measure.ADJACENT, Measure.QWK, Measure.PEARSON, Measure.SMD);

  private final StringBuilder out = new StringBuilder();

  private AgreementText() {}

  static String of(Agreement agreement, List<Agreement.Slice> slices) {
    AgreementText text = new AgreementText();
    text.raters(agreement);
    agreement.pairs().forEach(text::pair);
    if (agreement.pairsLeftOut() > 0) {
      text.line("%d more pairs have fewer items in common.%n", agreement.pairsLeftOut());
    }
    text.figures("all people together", agreement.people());
    text.figures("machine with all people", agreement.machine());
    text.facets(agreement.facets());
    text.drift(agreement.drift());
    text.groups(agreement.groups());
    text.slices(slices);
    text.line("Intervals are 95%% bootstrap intervals: percentiles of 1000 resamples of items.");
    return text.out.toString();
  }

  private void line(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private void raters(Agreement agreement) {
    line(
        "%-24s %8s %7s %6s  %s",
        "rater",
        "ratings",
        "mean",
        "SD",
        agreement.levels().size() > 12
            ? ""
            : agreement.levels().stream()
                .map(l -> String.format(Locale.ROOT, "%6d", l))
                .collect(Collectors.joining()));
    for (Agreement.RaterSummary rater : agreement.raters()) {
      line(
          "%-24s %8d %7.3f %6s  %s",
          name(rater.name()),
          rater.ratings(),
          rater.mean(),
          sd(rater.sd()),
          rater.shares().size() > 12
              ? ""
              : rater.shares().stream()
                  .map(s -> String.format(Locale.ROOT, "%5.1f%%", 100 * s))
                  .collect(Collectors.joining()));
    }
    line("");
  }

  private static String sd(Optional<Double> sd) {
    return sd.map(v -> String.format(Locale.ROOT, "%.3f", v)).orElse("-");
  }

  private void pair(Agreement.Pair pair) {
    figures(
        "%s, %d items, means %.3f and %.3f, SDs %s and %s"
            .formatted(
                name(pair.first()) + " : " + name(pair.second()),
                pair.items(),
                pair.firstMean(),
                pair.secondMean(),
                sd(pair.firstSd()),
                sd(pair.secondSd())),
        pair.figures());
    if (!pair.bands().isEmpty()) {
      line("  by level of %s", name(pair.first()));
      for (Agreement.Band band : pair.bands()) {
        line(
            "    level %d, %d items, means %.3f and %.3f, exact %s, adjacent %s",
            band.level(),
            band.items(),
            band.firstMean(),
            band.secondMean(),
            value(band.exact()),
            value(band.adjacent()));
      }
    }
    if (pair.bands().size() > 1) {
      line("  levels of %s (rows) and %s (columns)", name(pair.first()), name(pair.second()));
      pair.confusion()
          .forEach(
              row ->
                  line(
                      "    %s",
                      row.stream()
                          .map(n -> String.format(Locale.ROOT, "%7d", n))
                          .collect(Collectors.joining())));
    }
    line("");
  }

  private void figures(String title, List<Figure> figures) {
    if (!figures.isEmpty()) {
      line("%s", title);
    }
    for (Figure figure : figures) {
      line(
          "  %-30s %9s  %-20s %s",
          figure.measure().title(), value(figure), interval(figure), verdict(figure));
    }
    if (title.startsWith("all") || title.startsWith("machine with")) {
      line("");
    }
  }

  private void facets(Facets.Outcome outcome) {
    switch (outcome) {
      case Facets.Outcome.Not not -> line("severity of raters: not defined: %s%n", not.why());
      case Facets.Outcome.Settled settled -> {
        Facets facets = settled.facets();
        line(
            "severity of raters in logits (many-facet rating-scale model; %d iterations, steepest slope %.1e%s)",
            facets.convergence().iterations(),
            facets.convergence().slope(),
            facets.convergence().held() ? "; held by a wide prior" : "");
        for (Facets.RaterFit rater : facets.raters()) {
          line(
              "  %-30s %+9.3f  %-20s SE %.3f, infit %.2f, outfit %.2f  %s",
              name(rater.rater()),
              rater.severity(),
              rater.interval().map(AgreementText::interval).orElse(""),
              rater.error(),
              rater.infit(),
              rater.outfit(),
              rater.fits() ? "pass" : "look");
        }
        facets
            .criteria()
            .forEach(
                c ->
                    line(
                        "  criterion %-20s %+9.3f  SE %.3f",
                        name(c.criterion()), c.logits(), c.error()));
        facets
            .thresholds()
            .forEach(
                t ->
                    line(
                        "  from level %d to %-12d %+9.3f  SE %.3f",
                        t.from(), t.to(), t.logits(), t.error()));
        line("");
      }
    }
  }

  private void drift(List<Agreement.Drift> drift) {
    if (!drift.isEmpty()) {
      line("later less earlier ratings, in levels");
    }
    for (Agreement.Drift one : drift) {
      line(
          "  %-30s %9s  %-20s %d earlier, %d later%s",
          name(one.rater()),
          value(one.shift()),
          interval(one.shift()),
          one.earlier(),
          one.later(),
          one.against() ? ", against the others" : "");
    }
    if (!drift.isEmpty()) {
      line("");
    }
  }

  private void groups(List<Agreement.Group> groups) {
    if (!groups.isEmpty()) {
      line("machine less people in groups");
    }
    for (Agreement.Group group : groups) {
      line(
          "  %-30s %6d items, SMD %s %s, standardized means %s %s  %s",
          name(group.kind() + " " + group.name()),
          group.items(),
          value(group.smd()),
          interval(group.smd()),
          value(group.dsm()),
          interval(group.dsm()),
          verdict(group.dsm()));
    }
    if (!groups.isEmpty()) {
      line("");
    }
  }

  private void slices(List<Agreement.Slice> slices) {
    String kind = "";
    for (Agreement.Slice slice : slices) {
      if (!slice.kind().equals(kind)) {
        kind = slice.kind();
        line(
            "%-48s %6s  %s",
            "by " + kind,
            "items",
            OF_SLICE.stream()
                .map(m -> String.format(Locale.ROOT, "%-27s", m.title()))
                .collect(Collectors.joining()));
      }
      for (Agreement.Pair pair : slice.pairs()) {
        List<String> cells = new ArrayList<>();
        OF_SLICE.forEach(
            m -> {
              Figure figure = pair.figure(m);
              cells.add(
                  String.format(
                      Locale.ROOT, "%-27s", (value(figure) + " " + interval(figure)).strip()));
            });
        line(
            "  %-46s %6d  %s",
            name(slice.name()) + ", " + name(pair.first()) + " : " + name(pair.second()),
            pair.items(),
            String.join("", cells).stripTrailing());
      }
    }
    if (!slices.isEmpty()) {
      line("");
    }
  }

  static String value(Figure figure) {
    return switch (figure) {
      case Figure.Known k when figure.measure().percent() ->
          String.format(Locale.ROOT, "%.1f%%", 100 * k.value());
      case Figure.Known k -> String.format(Locale.ROOT, "%.3f", k.value());
      case Figure.Undefined _ -> "-";
    };
  }

  private static String interval(Figure figure) {
    return switch (figure) {
      case Figure.Known k when figure.measure().percent() ->
          k.interval()
              .map(
                  i ->
                      String.format(Locale.ROOT, "[%.1f%%, %.1f%%]", 100 * i.low(), 100 * i.high()))
              .orElse("");
      case Figure.Known k -> k.interval().map(AgreementText::interval).orElse("");
      case Figure.Undefined _ -> "";
    };
  }

  private static String interval(Interval i) {
    return String.format(Locale.ROOT, "[%.3f, %.3f]", i.low(), i.high());
  }

  private static String verdict(Figure figure) {
    if (figure instanceof Figure.Undefined none) {
      return "not defined: " + none.why();
    }
    return figure
        .passes()
        .map(
            passes ->
                (passes ? "pass" : "LOOK")
                    + figure.measure().threshold().map(AgreementText::bound).orElse(""))
        .orElse("");
  }

  private static String bound(Threshold threshold) {
    return switch (threshold.side()) {
      case AT_LEAST -> String.format(Locale.ROOT, " (at least %.2f)", threshold.bound());
      case WITHIN -> String.format(Locale.ROOT, " (within %.2f)", threshold.bound());
    };
  }

  /** Names come from a file; control characters in them would steer the terminal. */
  private static String name(String name) {
    return name.codePoints()
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
