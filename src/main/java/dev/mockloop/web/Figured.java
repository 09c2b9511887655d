package dev.mockloop.web;

import dev.mockloop.workbench.Fitted;
import dev.mockloop.workbench.IdeaItem;
import dev.mockloop.workbench.Interval;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the workbench's figures are put into words on pages. Called from templates. */
public final class Figured {
  private static final String NONE = "–";

  private Figured() {}

  /** Such as "0.87", or a dash where there is no value. */
  public static String two(double value) {
    return Double.isFinite(value) ? format("%.2f", value) : NONE;
  }

  /** Such as "+0.03", or a dash. */
  public static String signed(double value) {
    return Double.isFinite(value) ? format("%+.2f", value) : NONE;
  }

  /** Such as "54%", or a dash. */
  public static String percent(double share) {
    return Double.isFinite(share) ? format("%.0f%%", 100 * share) : NONE;
  }

  /** Such as "0.004" or "under 0.001". */
  public static String chance(double p) {
    return p < 0.001 ? "under 0.001" : format("%.3f", p);
  }

  /** Such as "+0.03 (-0.01 to +0.08)". */
  public static String interval(Interval interval) {
    return Double.isFinite(interval.value())
        ? signed(interval.value())
            + " ("
            + signed(interval.low())
            + " to "
            + signed(interval.high())
            + ")"
        : NONE;
  }

  /** A weight without zeros that say nothing, such as "2" or "1.37". */
  public static String weight(double weight) {
    return format("%.2f", weight).replaceFirst("\\.?0+$", "");
  }

  /** How strongly a fit was held to what is there. */
  public static String penalty(double penalty) {
    return Double.isInfinite(penalty) ? "none may move" : weight(penalty);
  }

  /** What stands out about an idea, for people. */
  public static String notes(IdeaItem idea) {
    return idea.notes().stream()
        .sorted()
        .map(IdeaItem.Note::label)
        .collect(Collectors.joining("; "));
  }

  /** Whether the weights were left as they are. */
  public static boolean sameWeights(Fitted fitted) {
    return fitted.weights().stream().allMatch(w -> w.current() == w.fitted());
  }

  private static String format(String format, double value) {
    String text = String.format(Locale.ROOT, format, value);
    return text.matches("[-+]?0\\.0+%?") ? text.replaceFirst("^[-+]", "") : text;
  }
}
