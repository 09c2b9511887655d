package dev.mockloop.workbench;

import dev.mockloop.rubric.Criterion;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Question;
import dev.mockloop.scoring.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fits the weights of a rubric's criteria and the thresholds of its levels to ratings.
 *
 * <p>First the weights, then, given the scores under them, the thresholds. Both are shrunk towards
 * what they are now; how strongly is chosen among six penalties by five-fold cross-validation with
 * a fixed seed, and leaving all as it is is one of the six. What the fit gains is measured on
 * answers that it has not seen: by five folds of the question's own answers, and by leaving out one
 * question at a time among those that share criteria. Each such fit chooses its own penalty from
 * its own answers (nested cross-validation, Stone 1974), so no gain is borrowed.
 */
public final class WeightFit {
  private static final double[] PENALTIES = {0.3, 1, 3, 10, 30, Double.POSITIVE_INFINITY};
  private static final int FOLDS = 5;
  private static final int FEWEST_ANSWERS = 10;
  private static final int FEWEST_QUESTIONS = 3;
  private static final long SEED = 20_260_101;

  private final Question question;
  private final Level seniority;
  private final List<Double> lines;

  private WeightFit(Question question, Level seniority) {
    this.question = question;
    this.seniority = seniority;
    this.lines = Verdict.lines(seniority, question.rubric().thresholds());
  }

  /**
   * Fits a question.
   *
   * @param own its rated answers
   * @param others rated answers to other questions, for holding out whole questions; those to
   *     questions without a criterion in common are passed over
   */
  public static Fitted of(
      Question question, List<FitExample> own, List<FitExample> others, Level seniority) {
    return new WeightFit(question, seniority).fit(own, others);
  }

  /** What a fit comes to. */
  private record Model(
      Map<String, Double> multipliers, List<Double> lines, double weights, double levels) {
    double score(FitExample example) {
      return Math.round(example.card().exact(MultiplierFit.weights(example, multipliers)) * 100)
          / 100.0;
    }

    int level(double score) {
      return 1 + (int) lines.stream().filter(l -> score >= l).count();
    }
  }

  private Fitted fit(List<FitExample> own, List<FitExample> others) {
    Model now = new Model(Map.of(), lines, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    Model model = own.size() < FEWEST_ANSWERS ? now : train(own);
    List<FitExample> alike = alike(own, others);
    int questions = (int) alike.stream().map(FitExample::question).distinct().count();
    return new Fitted(
        own.size(),
        weights(model.multipliers),
        lines,
        model.lines,
        model.weights,
        model.levels,
        figures(own, now),
        figures(own, model),
        own.size() < FEWEST_ANSWERS ? Optional.empty() : Optional.of(held(now, own, folds(own))),
        questions < FEWEST_QUESTIONS
            ? Optional.empty()
            : Optional.of(held(now, alike, byQuestion(alike))),
        questions);
  }

  private List<FitExample> alike(List<FitExample> own, List<FitExample> others) {
    List<String> ids = question.rubric().criteria().stream().map(Criterion::id).toList();
    List<FitExample> alike = new ArrayList<>(own);
    others.stream()
        .filter(e -> !e.question().equals(question.id().value()))
        .filter(e -> !Collections.disjoint(e.card().criteria(), ids))
        .forEach(alike::add);
    return alike;
  }

  private Model train(List<FitExample> examples) {
    int[] fold = folds(examples);
    double weightPenalty = bestWeights(examples, fold);
    Map<String, Double> multipliers = MultiplierFit.of(examples, weightPenalty);
    Model weighed = new Model(multipliers, lines, weightPenalty, Double.POSITIVE_INFINITY);
    double[] scores = examples.stream().mapToDouble(weighed::score).toArray();
    double linePenalty = bestLines(examples, scores, fold);
    return new Model(
        multipliers,
        new LineFit(lines).fit(scores, ratings(examples), linePenalty),
        weightPenalty,
        linePenalty);
  }

  private static double bestWeights(List<FitExample> examples, int[] fold) {
    double best = Double.POSITIVE_INFINITY;
    double least = Double.POSITIVE_INFINITY;
    // from the strongest on, so that a weaker one has to do better
    for (int p = PENALTIES.length - 1; p >= 0; p--) {
      double error = 0;
      for (int f = 0; f < FOLDS; f++) {
        Map<String, Double> multipliers =
            MultiplierFit.of(pick(examples, fold, f, false), PENALTIES[p]);
        for (FitExample e : pick(examples, fold, f, true)) {
          double off = e.card().exact(MultiplierFit.weights(e, multipliers)) - e.human();
          error += off * off;
        }
      }
      if (error < least) {
        least = error;
        best = PENALTIES[p];
      }
    }
    return best;
  }

  private double bestLines(List<FitExample> examples, double[] scores, int[] fold) {
    double[] human = ratings(examples);
    double best = Double.POSITIVE_INFINITY;
    double least = Double.POSITIVE_INFINITY;
    for (int p = PENALTIES.length - 1; p >= 0; p--) {
      double error = 0;
      for (int f = 0; f < FOLDS; f++) {
        int[] seen = indexes(fold, f, false);
        List<Double> fitted =
            new LineFit(lines).fit(pick(scores, seen), pick(human, seen), PENALTIES[p]);
        Model model = new Model(Map.of(), fitted, 0, 0);
        for (int i : indexes(fold, f, true)) {
          double off = model.level(scores[i]) - human[i];
          error += off * off;
        }
      }
      if (error < least) {
        least = error;
        best = PENALTIES[p];
      }
    }
    return best;
  }

  /** Each example scored by a model that was trained without its fold. */
  private Gain held(Model now, List<FitExample> examples, int[] fold) {
    Gain.Held[] held = new Gain.Held[examples.size()];
    int folds = 1 + Arrays.stream(fold).max().orElse(0);
    for (int f = 0; f < folds; f++) {
      Model model = train(pick(examples, fold, f, false));
      for (int i : indexes(fold, f, true)) {
        FitExample example = examples.get(i);
        double score = now.score(example);
        double fitted = model.score(example);
        held[i] =
            new Gain.Held(example.human(), score, now.level(score), fitted, model.level(fitted));
      }
    }
    return Gain.of(List.of(held));
  }

  /** The fold of each example: shuffled with a fixed seed, then dealt out. */
  private static int[] folds(List<FitExample> examples) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, examples.size()).boxed().toList());
    Collections.shuffle(order, new Random(SEED));
    int[] fold = new int[examples.size()];
    for (int i = 0; i < fold.length; i++) {
      fold[order.get(i)] = i % FOLDS;
    }
    return fold;
  }

  private static int[] byQuestion(List<FitExample> examples) {
    Map<String, Integer> number = new LinkedHashMap<>();
    examples.forEach(e -> number.putIfAbsent(e.question(), number.size()));
    return examples.stream().mapToInt(e -> number.getOrDefault(e.question(), 0)).toArray();
  }

  private List<Fitted.Weight> weights(Map<String, Double> multipliers) {
    List<Criterion> criteria = question.rubric().criteria();
    double before = criteria.stream().mapToDouble(c -> c.weightFor(seniority)).sum();
    double after =
        criteria.stream()
            .mapToDouble(c -> c.weightFor(seniority) * multipliers.getOrDefault(c.id(), 1.0))
            .sum();
    double scale = after > 0 ? before / after : 1;
    return criteria.stream()
        .map(
            c -> {
              double current = c.weightFor(seniority);
              double fitted =
                  multipliers.isEmpty()
                      ? current
                      : Math.round(100 * scale * current * multipliers.getOrDefault(c.id(), 1.0))
                          / 100.0;
              return new Fitted.Weight(c.id(), c.title(), current, fitted);
            })
        .collect(Collectors.toList());
  }

  private static Figures figures(List<FitExample> examples, Model model) {
    double[] scores = examples.stream().mapToDouble(model::score).toArray();
    return Figures.of(
        ratings(examples), scores, Arrays.stream(scores).mapToInt(model::level).toArray());
  }

  private static double[] ratings(List<FitExample> examples) {
    return examples.stream().mapToDouble(FitExample::human).toArray();
  }

  private static int[] indexes(int[] fold, int number, boolean inside) {
    return IntStream.range(0, fold.length).filter(i -> (fold[i] == number) == inside).toArray();
  }

  private static double[] pick(double[] values, int[] indexes) {
    return Arrays.stream(indexes).mapToDouble(i -> values[i]).toArray();
  }

  private static List<FitExample> pick(
      List<FitExample> examples, int[] fold, int number, boolean inside) {
    return Arrays.stream(indexes(fold, number, inside)).mapToObj(examples::get).toList();
  }
}
