package dev.mockloop.agreement;

import java.util.Arrays;
import java.util.List;

/**
 * Two raters' ratings of the same items, and every statistic of two raters under any weights of the
 * rows. QWK and R² divide by N, standard deviations by N - 1, as RSMTool does; the mean difference
 * is over the person's standard deviation with the machine, and over the pooled one of two people.
 * What the ratings do not allow is NaN in here.
 */
final class Pairs {
  /** The order of the statistics in the array. */
  static final List<Measure> MEASURES =
      List.of(
          Measure.EXACT,
          Measure.ADJACENT,
          Measure.KAPPA,
          Measure.LINEAR_KAPPA,
          Measure.QWK,
          Measure.PEARSON,
          Measure.SPEARMAN,
          Measure.SMD,
          Measure.RMSE,
          Measure.R2,
          Measure.AC1,
          Measure.AC2,
          Measure.ALPHA,
          Measure.SHARE);

  private final Scale scale;
  private final double[] first;
  private final double[] second;
  private final int[] firstLevel;
  private final int[] secondLevel;
  private final double[] weights;
  private final boolean people;
  private final Ties firstTies;
  private final Ties secondTies;

  Pairs(Scale scale, boolean people, double[] first, double[] second, double[] weights) {
    this.people = people;
    this.scale = scale;
    this.first = first;
    this.second = second;
    this.weights = weights;
    this.firstLevel = Arrays.stream(first).mapToInt(scale::index).toArray();
    this.secondLevel = Arrays.stream(second).mapToInt(scale::index).toArray();
    this.firstTies = Ties.of(first);
    this.secondTies = Ties.of(second);
  }

  /** The items of a panel that both columns have; whether both are people changes the SMD. */
  static Pairs of(Panel panel, Scale scale, boolean people, int first, int second) {
    Panel both = panel.only(c -> c == first || c == second, 2);
    int n = both.rows();
    double[] a = new double[n];
    double[] b = new double[n];
    for (int row = 0; row < n; row++) {
      int start = both.start(row);
      int firstAt = both.column(start) == first ? start : start + 1;
      a[row] = both.value(firstAt);
      b[row] = both.value(start + start + 1 - firstAt);
    }
    return new Pairs(scale, people, a, b, both.weights());
  }

  double[] weights() {
    return weights;
  }

  double items() {
    return Arrays.stream(weights).sum();
  }

  Moments firstMoments() {
    return Moments.of(first, weights);
  }

  Moments secondMoments() {
    return Moments.of(second, weights);
  }

  /**
   * All of {@link #MEASURES} under weights, and behind them, for each level of the first, the exact
   * and the adjacent agreement of the items that the first put there.
   */
  double[] withBands(double[] w) {
    double[] measures = statistics(w);
    double[][] table = confusion(w);
    double[] all = Arrays.copyOf(measures, measures.length + 2 * table.length);
    for (int level = 0; level < table.length; level++) {
      double here = 0;
      double near = 0;
      for (int other = 0; other < table.length; other++) {
        here += table[level][other];
        near += apart(level, other) <= 1 ? table[level][other] : 0;
      }
      all[measures.length + 2 * level] = table[level][level] / here;
      all[measures.length + 2 * level + 1] = near / here;
    }
    return all;
  }

  /** All of {@link #MEASURES} under weights. */
  double[] statistics(double[] w) {
    double n = 0;
    double squares = 0;
    for (int i = 0; i < w.length; i++) {
      n += w[i];
      squares += w[i] * (first[i] - second[i]) * (first[i] - second[i]);
    }
    Moments a = Moments.of(first, w);
    Moments b = Moments.of(second, w);
    double apart = b.mean() - a.mean();
    double[][] table = confusion(w);
    double[] result = {
      share(table, n, 0),
      share(table, n, 1),
      kappa(table, n, 0),
      kappa(table, n, 1),
      qwk(first, second, w),
      pearson(first, second, w),
      spearman(w, n),
      apart / (people ? Math.sqrt((a.sd() * a.sd() + b.sd() * b.sd()) / 2) : a.sd()),
      Math.sqrt(squares / n),
      1 - squares / (n * a.variance()),
      Gwet.ofTable(scale, table, n, false),
      Gwet.ofTable(scale, table, n, true),
      Alpha.ofTable(table),
      largestDifference(table, n)
    };
    if (scale.without().isPresent()) {
      for (Measure m :
          List.of(
              Measure.EXACT,
              Measure.ADJACENT,
              Measure.KAPPA,
              Measure.LINEAR_KAPPA,
              Measure.AC1,
              Measure.AC2,
              Measure.ALPHA,
              Measure.SHARE)) {
        result[MEASURES.indexOf(m)] = Double.NaN;
      }
    }
    return result;
  }

  /** How many items were put at each level by the first (rows) and the second (columns). */
  double[][] confusion(double[] w) {
    int levels = Math.max(1, scale.size());
    double[][] table = new double[levels][levels];
    for (int i = 0; i < w.length; i++) {
      table[firstLevel[i]][secondLevel[i]] += w[i];
    }
    return table;
  }

  private double share(double[][] table, double n, long most) {
    double sum = 0;
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < table.length; j++) {
        if (apart(i, j) <= most) {
          sum += table[i][j];
        }
      }
    }
    return sum / n;
  }

  private static double largestDifference(double[][] table, double n) {
    double most = 0;
    for (int level = 0; level < table.length; level++) {
      double difference = 0;
      for (int other = 0; other < table.length; other++) {
        difference += (table[other][level] - table[level][other]) / n;
      }
      most = Math.max(most, Math.abs(difference));
    }
    return n == 0 ? Double.NaN : most;
  }

  private long apart(int i, int j) {
    return scale.size() == 0 ? 0 : Math.abs(scale.level(i) - scale.level(j));
  }

  /** A disagreement counts 1, or its distance to a power. */
  private double kappa(double[][] table, double n, int power) {
    return Kappa.of(table, n, (i, j) -> disagreement(i, j, power));
  }

  private double disagreement(int i, int j, int power) {
    return i == j ? 0 : Math.pow(apart(i, j), power);
  }

  private double spearman(double[] w, double n) {
    double[] a = firstTies.ranks(w);
    double[] b = secondTies.ranks(w);
    double middle = (n + 1) / 2;
    double aa = 0;
    double bb = 0;
    double ab = 0;
    for (int i = 0; i < w.length; i++) {
      aa += w[i] * (a[i] - middle) * (a[i] - middle);
      bb += w[i] * (b[i] - middle) * (b[i] - middle);
      ab += w[i] * (a[i] - middle) * (b[i] - middle);
    }
    return ab / Math.sqrt(aa * bb);
  }

  /**
   * Quadratic weighted kappa of ratings as they are: twice the covariance over both variances and
   * the squared difference of the means, all over N (Haberman 2019); of whole levels it is Cohen's.
   */
  static double qwk(double[] a, double[] b, double[] w) {
    Moments first = Moments.of(a, w);
    Moments second = Moments.of(b, w);
    double apart = second.mean() - first.mean();
    return 2
        * covariance(a, b, w, first, second)
        / (first.variance() + second.variance() + apart * apart);
  }

  static double pearson(double[] a, double[] b, double[] w) {
    Moments first = Moments.of(a, w);
    Moments second = Moments.of(b, w);
    return covariance(a, b, w, first, second) / Math.sqrt(first.variance() * second.variance());
  }

  private static double covariance(
      double[] a, double[] b, double[] w, Moments first, Moments second) {
    if (first.variance() == 0 || second.variance() == 0) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      sum += w[i] * (a[i] - first.mean()) * (b[i] - second.mean());
    }
    return sum / first.n();
  }

  /** The means of both over the items that the first put at a level, by its place. */
  double[] meansAt(int level) {
    double n = 0;
    double a = 0;
    double b = 0;
    for (int i = 0; i < weights.length; i++) {
      if (firstLevel[i] == level) {
        n += weights[i];
        a += weights[i] * first[i];
        b += weights[i] * second[i];
      }
    }
    return new double[] {a / n, b / n};
  }

  /** Why a statistic of these ratings is not a number. */
  String why(Measure measure) {
    if (items() == 0) {
      return "the two have rated no item in common";
    }
    boolean levels =
        switch (measure) {
          case EXACT, ADJACENT, KAPPA, LINEAR_KAPPA, AC1, AC2, ALPHA, SHARE -> true;
          default -> false;
        };
    if (levels && scale.without().isPresent()) {
      return scale.without().get();
    }
    if (items() == 1) {
      return "the two have one item in common; it takes two";
    }
    boolean firstSame = firstMoments().variance() == 0;
    boolean secondSame = secondMoments().variance() == 0;
    if (firstSame && secondSame) {
      return "both gave every item the same";
    }
    return firstSame
        ? "the first gave every item the same"
        : secondSame ? "the second gave every item the same" : "the ratings are too much alike";
  }
}
