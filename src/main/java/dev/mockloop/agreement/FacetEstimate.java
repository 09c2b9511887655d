package dev.mockloop.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * Estimates {@link Facets} by Newton's method on the conditional likelihood, which has one summit.
 * Intervals of severities are bootstrapped over items with one Newton step from the estimate for
 * each resample (the one-step bootstrap; Shao and Tu 1995).
 *
 * <p>Where few ratings allow no finite estimate, a wide normal prior of 5 logits holds it, and the
 * outcome says so.
 */
final class FacetEstimate {
  private static final int MOST_STEPS = 50;
  private static final double SETTLED = 1e-8;
  private static final double FAR = 12;
  private static final double FREE = Double.POSITIVE_INFINITY;
  private static final double PRIOR_ERROR = 5;
  private static final double NUDGE = 1e-4;
  private static final int MOST_PARAMETERS = 120;
  private static final long MOST_CHANCES = 3_000_000;

  private final Panel panel;
  private final FacetModel model;
  private final Function<Panel, FacetModel> made;
  private final List<String> raters;
  private final List<String> criteria;
  private final long[] levels;

  private FacetEstimate(
      Panel panel,
      FacetModel model,
      Function<Panel, FacetModel> made,
      List<String> raters,
      List<String> criteria,
      long[] levels) {
    this.panel = panel;
    this.model = model;
    this.made = made;
    this.raters = raters;
    this.criteria = criteria;
    this.levels = levels;
  }

  /** The facets of a cut. */
  static Facets.Outcome of(Ratings ratings, Cut cut, Scale scale) {
    if (scale.without().isPresent()) {
      return new Facets.Outcome.Not(scale.without().get());
    }
    int all = ratings.raters().size();
    Panel panel = Panel.byRaterAndCriterion(ratings, cut, scale).only(c -> true, 2);
    TreeSet<Integer> columns = new TreeSet<>();
    TreeSet<Integer> used = new TreeSet<>();
    for (int row = 0; row < panel.rows(); row++) {
      for (int cell = panel.start(row); cell < panel.end(row); cell++) {
        columns.add(panel.column(cell));
        used.add((int) panel.value(cell));
      }
    }
    List<Integer> inRaters = columns.stream().map(c -> c % all).distinct().sorted().toList();
    List<Integer> inCriteria = columns.stream().map(c -> c / all).distinct().sorted().toList();
    if (inRaters.size() < 2) {
      return new Facets.Outcome.Not("no two raters have rated the same item");
    }
    if (used.size() < 2) {
      return new Facets.Outcome.Not("every rating is at the same level");
    }
    List<Integer> order = List.copyOf(columns);
    List<Integer> steps = List.copyOf(used);
    Panel.Builder dense = new Panel.Builder();
    for (int row = 0; row < panel.rows(); row++) {
      for (int cell = panel.start(row); cell < panel.end(row); cell++) {
        dense.cell(order.indexOf(panel.column(cell)), steps.indexOf((int) panel.value(cell)));
      }
      dense.row(2, (int) panel.weights()[row]);
    }
    Panel recoded = dense.build();
    BiFunction<Panel, Double, FacetModel> made =
        (p, priorError) ->
            new FacetModel(
                p,
                order.stream().mapToInt(c -> inRaters.indexOf(c % all)).toArray(),
                order.stream().mapToInt(c -> inCriteria.indexOf(c / all)).toArray(),
                inRaters.size(),
                inCriteria.size(),
                steps.size() - 1,
                priorError);
    FacetModel model = made.apply(recoded, FREE);
    if (model.free() > MOST_PARAMETERS || model.size() > MOST_CHANCES) {
      return new Facets.Outcome.Not(
          "there are too many raters, criteria and levels for this model; choose one criterion, question or round");
    }
    List<String> raters = inRaters.stream().map(ratings.raters()::get).toList();
    List<String> criteria = inCriteria.stream().map(ratings.criteria()::get).toList();
    long[] levels = steps.stream().mapToLong(scale::level).toArray();
    FacetEstimate free =
        new FacetEstimate(recoded, model, p -> made.apply(p, FREE), raters, criteria, levels);
    if (!free.linked()) {
      return new Facets.Outcome.Not(
          "the raters are not linked: chains of items rated in common must lead from each to every other");
    }
    FacetEstimate held =
        new FacetEstimate(
            recoded,
            made.apply(recoded, PRIOR_ERROR),
            p -> made.apply(p, PRIOR_ERROR),
            raters,
            criteria,
            levels);
    return free.estimate(false)
        .or(() -> held.estimate(true))
        .<Facets.Outcome>map(Facets.Outcome.Settled::new)
        .orElse(
            new Facets.Outcome.Not(
                "the estimation did not settle within "
                    + MOST_STEPS
                    + " steps of Newton's method"));
  }

  private Optional<Facets> estimate(boolean held) {
    double[] at = new double[model.free()];
    double[] slope = model.gradient(at, panel.weights());
    double enough = SETTLED * Math.max(1, panel.items());
    for (int iteration = 0; iteration < MOST_STEPS && largest(at) < FAR; iteration++) {
      Optional<RealMatrix> spread = inverse(at);
      if (spread.isEmpty()) {
        return Optional.empty();
      }
      if (largest(slope) < enough) {
        return Optional.of(
            facets(at, spread.get(), new Facets.Convergence(iteration, largest(slope), held)));
      }
      double[] step = spread.get().operate(slope);
      double size = Math.max(1, largest(step));
      for (int i = 0; i < at.length; i++) {
        at[i] += step[i] / size;
      }
      slope = model.gradient(at, panel.weights());
    }
    return Optional.empty();
  }

  /** Whether the ratings tell all severities and difficulties apart, thresholds left aside. */
  private boolean linked() {
    double[][] information = information(new double[model.free()]);
    int size = raters.size() + criteria.size() - 2;
    return inverse(new Array2DRowRealMatrix(information).getSubMatrix(0, size - 1, 0, size - 1))
        .isPresent();
  }

  private Optional<RealMatrix> inverse(double[] at) {
    return inverse(new Array2DRowRealMatrix(information(at)));
  }

  private static Optional<RealMatrix> inverse(RealMatrix information) {
    double most = 0;
    for (int i = 0; i < information.getRowDimension(); i++) {
      most = Math.max(most, information.getEntry(i, i));
    }
    try {
      return Optional.of(
          new CholeskyDecomposition(information, 1e-6, 1e-6 * most).getSolver().getInverse());
    } catch (MathRuntimeException e) {
      return Optional.empty();
    }
  }

  /** The information: the negative slope of the slope, by central differences. */
  private double[][] information(double[] at) {
    int n = at.length;
    double[][] information = new double[n][n];
    for (int i = 0; i < n; i++) {
      double[] up = at.clone();
      double[] down = at.clone();
      up[i] += NUDGE;
      down[i] -= NUDGE;
      double[] above = model.gradient(up, panel.weights());
      double[] below = model.gradient(down, panel.weights());
      for (int j = 0; j < n; j++) {
        information[j][i] -= (above[j] - below[j]) / (4 * NUDGE);
        information[i][j] -= (above[j] - below[j]) / (4 * NUDGE);
      }
    }
    return information;
  }

  private Facets facets(double[] at, RealMatrix spread, Facets.Convergence convergence) {
    double[] full = model.full(at);
    double[] errors = errors(spread, full.length);
    List<FacetModel.Fit> fits = model.fit(at, panel.weights());
    Bootstrap.Intervals intervals =
        Bootstrap.of(
            panel,
            p -> {
              FacetModel sampled = made.apply(p);
              RealMatrix spreadThere = spread.scalarMultiply(panel.items() / p.items());
              return w ->
                  model.full(
                      new ArrayRealVector(at)
                          .add(new ArrayRealVector(spreadThere.operate(sampled.gradient(at, w))))
                          .toArray());
            });
    int r = raters.size();
    int c = criteria.size();
    return new Facets(
        IntStream.range(0, r)
            .mapToObj(
                i ->
                    new Facets.RaterFit(
                        raters.get(i),
                        fits.get(i).ratings(),
                        full[i],
                        errors[i],
                        intervals.interval(i),
                        fits.get(i).infit(),
                        fits.get(i).outfit()))
            .sorted(Comparator.comparingDouble(Facets.RaterFit::severity).reversed())
            .toList(),
        c < 2
            ? List.of()
            : IntStream.range(0, c)
                .mapToObj(i -> new Facets.Difficulty(criteria.get(i), full[r + i], errors[r + i]))
                .sorted(Comparator.comparingDouble(Facets.Difficulty::logits).reversed())
                .toList(),
        IntStream.range(0, levels.length - 1)
            .mapToObj(
                k -> new Facets.Step(levels[k], levels[k + 1], full[r + c + k], errors[r + c + k]))
            .toList(),
        convergence);
  }

  /** Standard errors of all parameters, from the spread of the free ones. */
  private double[] errors(RealMatrix spread, int size) {
    List<double[]> shape = new ArrayList<>();
    for (int i = 0; i < spread.getRowDimension(); i++) {
      double[] one = new double[spread.getRowDimension()];
      one[i] = 1;
      shape.add(model.full(one));
    }
    double[] errors = new double[size];
    for (int p = 0; p < size; p++) {
      double variance = 0;
      for (int i = 0; i < shape.size(); i++) {
        for (int j = 0; j < shape.size(); j++) {
          variance += shape.get(i)[p] * shape.get(j)[p] * spread.getEntry(i, j);
        }
      }
      errors[p] = Math.sqrt(variance);
    }
    return errors;
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }
}
