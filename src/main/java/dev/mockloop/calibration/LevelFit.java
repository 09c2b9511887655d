package dev.mockloop.calibration;

import dev.mockloop.scoring.AnswerCard;
import dev.mockloop.scoring.LevelModel;
import dev.mockloop.scoring.Signal;
import dev.mockloop.scoring.SignalScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.MultivariateJacobianFunction;
import org.hipparchus.util.Pair;

/**
 * Fits a {@link LevelModel} to rated answers: least squares on the levels with a ridge on the
 * weights, by Levenberg and Marquardt's method. A weight is the square of what is fitted, so that
 * none is negative.
 */
public final class LevelFit {
  /** Pulls each weight towards {@link #PRIOR}; 1 away costs as much as an answer this far off. */
  private static final double RIDGE = 1.3;

  /** What a weight is thought to be before any data. */
  private static final double PRIOR = 0.6;

  private static final double START = 0.9;
  private static final double BASE = -2;
  private static final double BASE_RIDGE = 0.4;
  private static final double STEP = 1e-6;
  private static final int MOST_STEPS = 5000;
  private static final double CLOSE = 1e-7;
  private static final double RANGE = 4;

  /**
   * A rated answer as the fit sees it.
   *
   * @param card its card under any model
   * @param rating the mean of its raters
   */
  public record Example(AnswerCard card, double rating) {

    private Map<Signal, Double> signals() {
      Map<Signal, Double> signals = new EnumMap<>(Signal.class);
      for (SignalScore score : card.signals()) {
        signals.put(score.signal(), score.value());
      }
      return signals;
    }
  }

  private LevelFit() {}

  /**
   * The best model for these examples. Those with a doubt, or aimed elsewhere, are left out: their
   * score is made by caps and not by the model.
   */
  public static LevelModel fit(List<Example> examples) {
    List<Example> used = examples.stream().filter(e -> e.card().doubts().isEmpty()).toList();
    int parameters = Signal.values().length + 2;
    double[] start = new double[parameters];
    Arrays.fill(start, START);
    start[0] = BASE;
    start[1] = BASE;
    double[] target = new double[used.size() + parameters];
    for (int i = 0; i < used.size(); i++) {
      target[i] = used.get(i).rating();
    }
    var problem =
        new LeastSquaresBuilder()
            .start(start)
            .target(target)
            .model(jacobian(used, parameters))
            .maxEvaluations(MOST_STEPS * 10)
            .maxIterations(MOST_STEPS)
            .build();
    return model(
        new LevenbergMarquardtOptimizer()
            .withCostRelativeTolerance(CLOSE)
            .withParameterRelativeTolerance(CLOSE)
            .optimize(problem)
            .getPoint()
            .toArray());
  }

  private static LevelModel model(double[] point) {
    Map<Signal, Double> weights = new EnumMap<>(Signal.class);
    for (Signal signal : Signal.values()) {
      double root = point[signal.ordinal() + 2];
      weights.put(signal, root * root);
    }
    return new LevelModel(point[0], point[1], weights);
  }

  private static double[] values(List<Example> used, double[] point) {
    LevelModel model = model(point);
    List<Double> values = new ArrayList<>();
    for (Example example : used) {
      double merit = model.merit(example.signals(), example.card().story().isPresent());
      values.add(1 + RANGE * merit * example.card().aim().share());
    }
    values.add(BASE_RIDGE * (point[0] - BASE));
    values.add(BASE_RIDGE * (point[1] - point[0]));
    for (int i = 2; i < point.length; i++) {
      values.add(RIDGE * (point[i] * point[i] - PRIOR));
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static MultivariateJacobianFunction jacobian(List<Example> used, int parameters) {
    return at -> {
      double[] point = at.toArray();
      double[] values = values(used, point);
      double[][] slopes = new double[values.length][parameters];
      for (int p = 0; p < parameters; p++) {
        double[] moved = point.clone();
        moved[p] += STEP;
        double[] there = values(used, moved);
        for (int i = 0; i < values.length; i++) {
          slopes[i][p] = (there[i] - values[i]) / STEP;
        }
      }
      return new Pair<RealVector, org.hipparchus.linear.RealMatrix>(
          new ArrayRealVector(values, false), new Array2DRowRealMatrix(slopes, false));
    };
  }
}
