package dev.mockloop.workbench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.MultivariateJacobianFunction;
import org.hipparchus.util.Pair;

/**
 * Fits by how much each criterion's weight is multiplied: least squares of the scores on the
 * ratings by Levenberg and Marquardt's method, with a ridge (Hoerl and Kennard 1970) that pulls
 * each multiplier towards 1. A multiplier is the square of what is fitted, so that none is
 * negative. Criteria of one id share a multiplier over questions.
 */
final class MultiplierFit {
  private static final double STEP = 1e-6;

  /** A multiplier that goes to nothing nears it ever more slowly; so near is near enough. */
  private static final int ENOUGH_STEPS = 100;

  private static final double CLOSE = 1e-6;

  private final List<FitExample> examples;
  private final List<String> criteria;
  private final int[][] places;
  private final double[][] weights;
  private final double ridge;

  private MultiplierFit(List<FitExample> examples, double penalty) {
    this.examples = examples;
    this.ridge = Math.sqrt(penalty);
    Set<String> ids = new LinkedHashSet<>();
    examples.forEach(e -> ids.addAll(e.card().criteria()));
    this.criteria = List.copyOf(ids);
    this.places =
        examples.stream()
            .map(e -> e.card().criteria().stream().mapToInt(criteria::indexOf).toArray())
            .toArray(int[][]::new);
    this.weights =
        examples.stream()
            .map(e -> e.weights().stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new);
  }

  /**
   * The multipliers by criterion; those not named are 1.
   *
   * @param penalty what a multiplier costs that is 1 away from 1, in squared levels; infinite
   *     leaves all as they are
   */
  static Map<String, Double> of(List<FitExample> examples, double penalty) {
    return examples.isEmpty() || Double.isInfinite(penalty)
        ? Map.of()
        : new MultiplierFit(examples, penalty).fit();
  }

  /** An example's weights under multipliers. */
  static double[] weights(FitExample example, Map<String, Double> multipliers) {
    double[] weights = new double[example.weights().size()];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] =
          example.weights().get(i)
              * multipliers.getOrDefault(example.card().criteria().get(i), 1.0);
      sum += weights[i];
    }
    // all at nothing weighs nothing against anything: the same as all alike
    return sum > 0 ? weights : example.weights().stream().mapToDouble(w -> w).toArray();
  }

  private Map<String, Double> fit() {
    double[] start = new double[criteria.size()];
    Arrays.fill(start, 1);
    double[] target = new double[examples.size() + criteria.size()];
    for (int i = 0; i < examples.size(); i++) {
      target[i] = examples.get(i).human();
    }
    var problem =
        new LeastSquaresBuilder()
            .start(start)
            .target(target)
            .model(jacobian())
            .checker((step, before, now) -> step >= ENOUGH_STEPS)
            .maxEvaluations(Integer.MAX_VALUE)
            .maxIterations(Integer.MAX_VALUE)
            .build();
    double[] roots =
        new LevenbergMarquardtOptimizer()
            .withCostRelativeTolerance(CLOSE)
            .withParameterRelativeTolerance(CLOSE)
            .optimize(problem)
            .getPoint()
            .toArray();
    Map<String, Double> multipliers = new HashMap<>();
    for (int i = 0; i < roots.length; i++) {
      multipliers.put(criteria.get(i), roots[i] * roots[i]);
    }
    return Map.copyOf(multipliers);
  }

  private double[] values(double[] roots) {
    double[] values = new double[examples.size() + roots.length];
    for (int i = 0; i < places.length; i++) {
      double[] used = new double[places[i].length];
      for (int c = 0; c < used.length; c++) {
        double root = roots[places[i][c]];
        // a hair above nothing, so that not all can be nothing
        used[c] = weights[i][c] * Math.max(STEP, root * root);
      }
      values[i] = examples.get(i).card().exact(used);
    }
    for (int p = 0; p < roots.length; p++) {
      values[examples.size() + p] = ridge * (roots[p] * roots[p] - 1);
    }
    return values;
  }

  private MultivariateJacobianFunction jacobian() {
    return at -> {
      double[] roots = at.toArray();
      double[] values = values(roots);
      double[][] slopes = new double[values.length][roots.length];
      for (int p = 0; p < roots.length; p++) {
        double[] moved = roots.clone();
        moved[p] += STEP;
        double[] there = values(moved);
        for (int i = 0; i < values.length; i++) {
          slopes[i][p] = (there[i] - values[i]) / STEP;
        }
      }
      return new Pair<RealVector, RealMatrix>(
          new ArrayRealVector(values, false), new Array2DRowRealMatrix(slopes, false));
    };
  }
}
