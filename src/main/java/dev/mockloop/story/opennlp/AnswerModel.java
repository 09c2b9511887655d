package dev.mockloop.story.opennlp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.model.MaxentModel;

/**
 * The model of roles as one answer meets it. The search asks for a sentence once for each way to
 * come there, and what its own features add is the same each time: it is summed once and stands in
 * contexts under a name.
 */
final class AnswerModel implements MaxentModel {
  private final Map<String, double[]> weights;
  private final List<String> roles;
  private final Map<String, double[]> sums = new HashMap<>();

  /**
   * For one answer.
   *
   * @param weights of each feature, one a role
   */
  AnswerModel(Map<String, double[]> weights, List<String> roles) {
    this.weights = weights;
    this.roles = roles;
  }

  /** Takes in a sentence; what is given back has a name in place of what was summed. */
  SentenceFeatures add(List<String> features) {
    double[] sum = new double[roles.size()];
    List<String> known = new ArrayList<>();
    for (String feature : features) {
      double[] weight = weights.get(feature);
      if (weight != null) {
        known.add(feature);
        addTo(sum, weight);
      }
    }
    String name = "sentence " + sums.size();
    sums.put(name, sum);
    return new SentenceFeatures(List.of(name), SentenceFeatures.of(known).crossed());
  }

  private static void addTo(double[] sum, double[] weight) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += weight[i];
    }
  }

  @Override
  public double[] eval(String[] context, double[] probabilities) {
    Arrays.fill(probabilities, 0);
    for (String part : context) {
      double[] sum = sums.get(part);
      double[] weight = sum == null ? weights.get(part) : sum;
      if (weight != null) {
        addTo(probabilities, weight);
      }
    }
    double all = 0;
    // the same on every machine, which Math.exp need not be
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = StrictMath.exp(probabilities[i]);
      all += probabilities[i];
    }
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] /= all;
    }
    return probabilities;
  }

  @Override
  public double[] eval(String[] context) {
    return eval(context, new double[roles.size()]);
  }

  @Override
  public double[] eval(String[] context, float[] values) {
    throw new UnsupportedOperationException("features are there or not");
  }

  @Override
  public String getBestOutcome(double[] probabilities) {
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      best = probabilities[i] > probabilities[best] ? i : best;
    }
    return roles.get(best);
  }

  @Override
  public String getAllOutcomes(double[] probabilities) {
    return roles + " " + Arrays.toString(probabilities);
  }

  @Override
  public String getOutcome(int role) {
    return roles.get(role);
  }

  @Override
  public int getIndex(String role) {
    return roles.indexOf(role);
  }

  @Override
  public int getNumOutcomes() {
    return roles.size();
  }
}
