package dev.mockloop.web;

import dev.mockloop.agreement.Agreement;
import dev.mockloop.agreement.Figure;
import dev.mockloop.agreement.Interval;
import dev.mockloop.agreement.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How figures of agreement are put into words on pages. Called from templates. */
public final class ShowAgreement {
  /** The figures that parts are compared by. */
  public static final List<Measure> OF_PARTS =
      List.of(
          Measure.QWK,
          Measure.PEARSON,
          Measure.EXACT,
          Measure.ADJACENT,
          Measure.SMD,
          Measure.AC2,
          Measure.ALPHA);

  /** Points by which shares of a level may differ. */
  private static final double MOST_POINTS = 5;

  private static final int FEW = 12;

  private ShowAgreement() {}

  /** Such as "0.781" or "72.5%", or a dash. */
  public static String value(Figure figure) {
    return switch (figure) {
      case Figure.Known known ->
          figure.measure().percent() ? percent(known.value()) : number(known.value());
      case Figure.Undefined _ -> "–";
    };
  }

  /** Such as "0.702 to 0.841". */
  public static String interval(Figure figure) {
    return switch (figure) {
      case Figure.Known known when figure.measure().percent() ->
          known.interval().map(i -> percent(i.low()) + " to " + percent(i.high())).orElse("–");
      case Figure.Known known -> interval(known.interval());
      case Figure.Undefined _ -> "–";
    };
  }

  /** Such as "0.702 to 0.841", or a dash. */
  public static String interval(Optional<Interval> interval) {
    return interval.map(i -> number(i.low()) + " to " + number(i.high())).orElse("–");
  }

  /** "pass", "look", or nothing where there is no threshold. */
  public static String verdict(Figure figure) {
    return figure.passes().map(p -> p ? "pass" : "look").orElse("");
  }

  /** Such as "at least 0.700", or nothing. */
  public static String bound(Measure measure) {
    return measure
        .threshold()
        .map(
            t -> {
              String bound =
                  measure.percent()
                      ? String.format(Locale.ROOT, "%.0f%%", 100 * t.bound())
                      : String.format(Locale.ROOT, "%.2f", t.bound());
              return switch (t.side()) {
                case AT_LEAST -> "at least " + bound;
                case WITHIN -> "within ±" + bound;
              };
            })
        .orElse("");
  }

  /** With three digits; never "-0.000". */
  public static String number(double value) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    String text = String.format(Locale.ROOT, "%.3f", value);
    return text.equals("-0.000") ? "0.000" : text;
  }

  public static String number(Optional<Double> value) {
    return value.map(ShowAgreement::number).orElse("–");
  }

  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }

  public static String whole(double count) {
    return String.format(Locale.ROOT, "%.0f", count);
  }

  /** Whether the levels fit a table's columns. */
  public static boolean fewLevels(Agreement agreement) {
    return agreement.levels().size() <= FEW;
  }

  /** A level and how often both raters of a pair gave it, in percent. */
  public record LevelShares(
      long level, String first, String second, String difference, boolean passes) {}

  /** The distributions of a pair side by side. */
  public static List<LevelShares> levels(Agreement agreement, Agreement.Pair pair) {
    List<LevelShares> all = new ArrayList<>();
    for (int level = 0; level < pair.confusion().size(); level++) {
      double first = 0;
      double second = 0;
      for (int other = 0; other < pair.confusion().size(); other++) {
        first += 100.0 * pair.confusion().get(level).get(other) / pair.items();
        second += 100.0 * pair.confusion().get(other).get(level) / pair.items();
      }
      all.add(
          new LevelShares(
              agreement.levels().get(level),
              String.format(Locale.ROOT, "%.1f", first),
              String.format(Locale.ROOT, "%.1f", second),
              String.format(Locale.ROOT, "%+.1f", second - first),
              Math.abs(second - first) <= MOST_POINTS));
    }
    return all;
  }

  /** The class of a cell of a table of levels: its part of the row in four shades. */
  public static String heat(Agreement.Pair pair, int row, int column) {
    long all = pair.confusion().get(row).stream().mapToLong(Long::longValue).sum();
    long here = pair.confusion().get(row).get(column);
    int shade = all == 0 ? 0 : (int) Math.ceil(4.0 * here / all);
    return "h" + shade + (row == column ? " same" : "");
  }
}
