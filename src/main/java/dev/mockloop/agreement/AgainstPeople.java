package dev.mockloop.agreement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/**
 * What the machine's agreement is held against: agreement of people with people. Degradation is the
 * QWK of a person with the machine less the mean QWK of people with people; the disattenuated
 * correlation divides r by the root of the people's mean r, which stands for one person's
 * reliability, and for the mean of k people by that of k (Spearman 1910; Brown 1910).
 */
final class AgainstPeople {
  private static final int MOST_PAIRS = 20;

  private AgainstPeople() {}

  static List<Figure> of(Panel panel, IntPredicate person, int first, int system) {
    List<int[]> people = pairs(panel, person);
    Bootstrap.Intervals intervals =
        Bootstrap.of(panel, p -> statistics(p, people, first, system, person));
    String why =
        people.isEmpty()
            ? "it takes items that two people have rated"
            : "people, or the machine, do not differ enough to be compared";
    return List.of(
        intervals.figure(0, Measure.DEGRADATION, () -> why),
        intervals.figure(1, Measure.DISATTENUATED, () -> why));
  }

  /** Pairs of people with items in common, those with most first. */
  private static List<int[]> pairs(Panel panel, IntPredicate person) {
    Map<Long, Double> common = new HashMap<>();
    for (int row = 0; row < panel.rows(); row++) {
      for (int a = panel.start(row); a < panel.end(row); a++) {
        for (int b = a + 1; b < panel.end(row); b++) {
          if (person.test(panel.column(a)) && person.test(panel.column(b))) {
            common.merge(
                (long) panel.column(a) << 32 | panel.column(b), panel.weights()[row], Double::sum);
          }
        }
      }
    }
    return common.entrySet().stream()
        .filter(e -> e.getValue() > 1)
        .sorted(
            Map.Entry.<Long, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_PAIRS)
        .map(e -> new int[] {(int) (e.getKey() >> 32), e.getKey().intValue()})
        .toList();
  }

  private static UnaryOperator<double[]> statistics(
      Panel panel, List<int[]> people, int first, int system, IntPredicate person) {
    List<Common> pairs = new ArrayList<>();
    people.forEach(p -> pairs.add(Common.of(panel, p[0], p[1])));
    Common machine = Common.of(panel, first, system);
    double raters = person.test(first) ? 1 : perItem(panel, machine, person);
    return w -> {
      double[] withMachine = machine.qwkAndR(w);
      double qwk = 0;
      double r = 0;
      double items = 0;
      for (Common pair : pairs) {
        double n = pair.items(w);
        double[] both = pair.qwkAndR(w);
        if (n > 1) {
          qwk += n * both[0];
          r += n * both[1];
          items += n;
        }
      }
      double single = r / items;
      double reliability = raters * single / (1 + (raters - 1) * single);
      return new double[] {withMachine[0] - qwk / items, withMachine[1] / Math.sqrt(reliability)};
    };
  }

  /** How many people rated an item of the machine's, as a harmonic mean. */
  private static double perItem(Panel panel, Common machine, IntPredicate person) {
    double items = 0;
    double inverse = 0;
    for (int row : machine.rows()) {
      int people = 0;
      for (int cell = panel.start(row); cell < panel.end(row); cell++) {
        people += person.test(panel.column(cell)) ? 1 : 0;
      }
      items += panel.weights()[row];
      inverse += panel.weights()[row] / people;
    }
    return items / inverse;
  }

  /** The rows of a panel that two columns have in common. */
  private record Common(int[] rows, double[] first, double[] second) {

    static Common of(Panel panel, int first, int second) {
      IntColumn rows = new IntColumn();
      LongColumn a = new LongColumn();
      LongColumn b = new LongColumn();
      for (int row = 0; row < panel.rows(); row++) {
        double one = Double.NaN;
        double other = Double.NaN;
        for (int cell = panel.start(row); cell < panel.end(row); cell++) {
          one = panel.column(cell) == first ? panel.value(cell) : one;
          other = panel.column(cell) == second ? panel.value(cell) : other;
        }
        if (!Double.isNaN(one) && !Double.isNaN(other)) {
          rows.add(row);
          a.add(one);
          b.add(other);
        }
      }
      int[] all = new int[rows.size()];
      double[] x = new double[all.length];
      double[] y = new double[all.length];
      for (int i = 0; i < all.length; i++) {
        all[i] = rows.get(i);
        x[i] = a.decimal(i);
        y[i] = b.decimal(i);
      }
      return new Common(all, x, y);
    }

    private double[] weights(double[] w) {
      double[] own = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        own[i] = w[rows[i]];
      }
      return own;
    }

    double items(double[] w) {
      double sum = 0;
      for (int row : rows) {
        sum += w[row];
      }
      return sum;
    }

    double[] qwkAndR(double[] w) {
      double[] own = weights(w);
      return new double[] {Pairs.qwk(first, second, own), Pairs.pearson(first, second, own)};
    }
  }
}
