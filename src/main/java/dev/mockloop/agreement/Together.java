package dev.mockloop.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/** Figures of all people together, and of the machine with all of them. */
final class Together {
  private Together() {}

  /** Alpha, AC1, AC2 and the intraclass correlations of people. */
  static List<Figure> people(Panel panel, Scale scale, IntPredicate person) {
    Panel people = panel.only(person);
    Panel several = people.only(c -> true, 2);
    String alone = "no item was rated by two people";
    String same = "every rating is at the same level";
    boolean none = several.rows() == 0;
    Bootstrap.Intervals chance =
        Bootstrap.of(people, p -> scale.size() == 0 ? noLevels() : levels(p, scale));
    String why = scale.without().orElse(none ? alone : same);
    List<Figure> figures = new ArrayList<>();
    figures.add(chance.figure(0, Measure.ALPHA, () -> why));
    figures.add(chance.figure(1, Measure.AC1, () -> why));
    figures.add(chance.figure(2, Measure.AC2, () -> why));
    long raters = raters(people);
    Panel complete = people.only(c -> true, (int) raters);
    Bootstrap.Intervals icc = Bootstrap.of(complete, Together::intraclass);
    String incomplete =
        raters < 2
            ? "there are fewer than two people"
            : complete.items() < 2
                ? "fewer than two items were rated by all " + raters + " people"
                : "the ratings do not differ";
    figures.add(icc.figure(0, Measure.ICC_SINGLE, () -> incomplete));
    figures.add(icc.figure(1, Measure.ICC_AVERAGE, () -> incomplete));
    return figures;
  }

  /** The proportional reduction in mean squared error. */
  static List<Figure> machine(Panel panel, IntPredicate person, int system) {
    if (system < 0) {
      return List.of();
    }
    Panel both = withSystem(panel, person, system);
    Bootstrap.Intervals prmse = Bootstrap.of(both, p -> trueScore(p, system));
    return List.of(
        prmse.figure(
            0,
            Measure.PRMSE,
            () ->
                both.rows() == 0
                    ? "no item was rated by a person and the machine"
                    : "it takes items that two people have rated, and true scores that differ"));
  }

  /** The items that the system and a person rated. */
  private static Panel withSystem(Panel panel, IntPredicate person, int system) {
    Panel.Builder builder = new Panel.Builder();
    for (int row = 0; row < panel.rows(); row++) {
      boolean said = false;
      int people = 0;
      for (int cell = panel.start(row); cell < panel.end(row); cell++) {
        int column = panel.column(cell);
        said |= column == system;
        people += person.test(column) ? 1 : 0;
        if (column == system || person.test(column)) {
          builder.cell(column, panel.value(cell));
        }
      }
      builder.row(said && people > 0 ? 2 : Integer.MAX_VALUE, (int) panel.weights()[row]);
    }
    return builder.build();
  }

  private static UnaryOperator<double[]> trueScore(Panel panel, int system) {
    double[][] people = new double[panel.rows()][];
    double[] said = new double[panel.rows()];
    for (int row = 0; row < panel.rows(); row++) {
      people[row] = new double[panel.end(row) - panel.start(row) - 1];
      int to = 0;
      for (int cell = panel.start(row); cell < panel.end(row); cell++) {
        if (panel.column(cell) == system) {
          said[row] = panel.value(cell);
        } else {
          people[row][to++] = panel.value(cell);
        }
      }
    }
    return w -> new double[] {TrueScore.of(people, said, w).prmse()};
  }

  private static UnaryOperator<double[]> noLevels() {
    return w -> new double[] {Double.NaN, Double.NaN, Double.NaN};
  }

  private static UnaryOperator<double[]> levels(Panel panel, Scale scale) {
    double[][] counts = new double[panel.rows()][scale.size()];
    for (int row = 0; row < panel.rows(); row++) {
      for (int cell = panel.start(row); cell < panel.end(row); cell++) {
        counts[row][scale.index(panel.value(cell))]++;
      }
    }
    return w ->
        new double[] {
          Alpha.of(counts, w), Gwet.of(scale, counts, w, false), Gwet.of(scale, counts, w, true)
        };
  }

  private static UnaryOperator<double[]> intraclass(Panel panel) {
    double[][] rows = new double[panel.rows()][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = new double[panel.end(row) - panel.start(row)];
      for (int i = 0; i < rows[row].length; i++) {
        rows[row][i] = panel.value(panel.start(row) + i);
      }
    }
    return w -> {
      Intraclass icc = Intraclass.of(rows, w);
      return new double[] {icc.single(), icc.average()};
    };
  }

  private static long raters(Panel people) {
    java.util.BitSet seen = new java.util.BitSet();
    for (int row = 0; row < people.rows(); row++) {
      for (int cell = people.start(row); cell < people.end(row); cell++) {
        seen.set(people.column(cell));
      }
    }
    return seen.cardinality();
  }
}
