package dev.mockloop.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mockloop.Fixtures;
import dev.mockloop.rubric.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WeightFitTest {
  private static final String QUESTION = "design/rate-limiter";
  private static final Side SIDE = Sets.side(QUESTION);
  private static List<FitExample> examples = List.of();

  @BeforeAll
  static void score() {
    examples = FitExample.of(SIDE, Sets.rated(QUESTION), Fixtures.SCORER, Level.STAFF);
  }

  @Test
  void theCurrentWeightsGiveTheScoresOfTheCards() {
    List<Rated> rated = Sets.rated(QUESTION);
    for (int i = 0; i < rated.size(); i++) {
      double scored =
          Fixtures.SCORER
              .score(SIDE.question(), SIDE.bank(), rated.get(i).text(), Level.STAFF)
              .overall();
      double[] weights = examples.get(i).weights().stream().mapToDouble(w -> w).toArray();
      assertThat(examples.get(i).card().overall(weights)).isEqualTo(scored);
    }
  }

  @Test
  void withoutAnswersAllStaysAsItIs() {
    Fitted fitted = WeightFit.of(SIDE.question(), List.of(), List.of(), Level.STAFF);

    assertThat(fitted.moves()).isFalse();
    assertThat(fitted.sure()).isFalse();
    assertThat(fitted.weights())
        .extracting(Fitted.Weight::current)
        .containsExactly(2.0, 3.0, 2.0, 3.0, 3.0, 3.0);
    assertThat(fitted.weights()).allSatisfy(w -> assertThat(w.fitted()).isEqualTo(w.current()));
    assertThat(fitted.linesAfter()).containsExactly(1.5, 2.5, 3.5, 4.5);
    assertThat(fitted.byAnswer()).isEmpty();
    assertThat(fitted.byQuestion()).isEmpty();
  }

  @Test
  void ratingsThatTheMachineMeetsAlreadyMoveNothing() {
    List<FitExample> met =
        examples.stream()
            .map(e -> rated(e, e.card().exact(MultiplierFit.weights(e, Map.of()))))
            .toList();

    Fitted fitted = WeightFit.of(SIDE.question(), met, List.of(), Level.STAFF);

    assertThat(fitted.weights()).allSatisfy(w -> assertThat(w.fitted()).isEqualTo(w.current()));
    assertThat(fitted.after().rmse()).isCloseTo(0, within(0.01));
  }

  /** Ratings made by other weights: the fit goes their way and is better on held-out answers. */
  @Test
  void aFitFindsTheWayToWeightsThatMadeTheRatings() {
    Map<String, Double> made = Map.of("operations", 6.0, "requirements", 0.0);
    List<FitExample> taught =
        examples.stream()
            .map(
                e -> {
                  double now = e.card().exact(MultiplierFit.weights(e, Map.of()));
                  double then = e.card().exact(MultiplierFit.weights(e, made));
                  // told more clearly than weights alone could
                  return rated(e, Math.clamp(now + 8 * (then - now), 1, 5));
                })
            .toList();

    Fitted fitted = WeightFit.of(SIDE.question(), taught, List.of(), Level.STAFF);

    Map<String, Fitted.Weight> byId = new HashMap<>();
    fitted.weights().forEach(w -> byId.put(w.criterion(), w));
    assertThat(fitted.moves()).isTrue();
    assertThat(byId.get("operations"))
        .satisfies(w -> assertThat(w.fitted()).isGreaterThan(w.current()));
    assertThat(byId.get("requirements"))
        .satisfies(w -> assertThat(w.fitted()).isLessThan(w.current()));
    assertThat(fitted.after().rmse()).isLessThan(fitted.before().rmse());
    Gain gain = fitted.byAnswer().orElseThrow();
    assertThat(gain.rmse().value()).isPositive();
    assertThat(gain.rmse().low()).isPositive().isLessThanOrEqualTo(gain.rmse().value());
    assertThat(gain.before().rmse() - gain.after().rmse())
        .isCloseTo(gain.rmse().value(), within(1e-12));
    assertThat(gain.sure()).isTrue();
  }

  @Test
  void noWeightIsEverNegativeAndThresholdsRiseWhateverTheRatings() {
    for (int seed = 0; seed < 3; seed++) {
      Random random = new Random(seed);
      List<FitExample> odd = examples.stream().map(e -> rated(e, 1 + random.nextInt(5))).toList();

      Fitted fitted = WeightFit.of(SIDE.question(), odd, List.of(), Level.STAFF);

      assertThat(fitted.weights()).allSatisfy(w -> assertThat(w.fitted()).isNotNegative());
      assertThat(fitted.weights().stream().mapToDouble(Fitted.Weight::fitted).sum())
          .isCloseTo(16, within(0.05));
      assertThat(fitted.linesAfter()).isSorted().doesNotHaveDuplicates();
    }
  }

  /** Each multiplier alone is moved up and down: the sum of squares never falls. */
  @Test
  void theFittedMultipliersAreAtTheLeastOfWhatIsFitted() {
    double penalty = 0.3;
    Map<String, Double> fitted = MultiplierFit.of(examples, penalty);
    double least = cost(fitted, penalty);

    assertThat(least).isLessThan(cost(Map.of(), penalty));
    for (String criterion : fitted.keySet()) {
      for (double factor : List.of(0.97, 1.03)) {
        Map<String, Double> moved = new HashMap<>(fitted);
        moved.computeIfPresent(criterion, (c, m) -> m * factor);
        assertThat(cost(moved, penalty)).as(criterion).isGreaterThanOrEqualTo(least - 1e-6);
      }
    }
  }

  private static double cost(Map<String, Double> multipliers, double penalty) {
    double cost = 0;
    for (FitExample example : examples) {
      double off =
          example.card().exact(MultiplierFit.weights(example, multipliers)) - example.human();
      cost += off * off;
    }
    for (double multiplier : multipliers.values()) {
      cost += penalty * (multiplier - 1) * (multiplier - 1);
    }
    return cost;
  }

  @Test
  void wholeQuestionsAreHeldOutWhereEnoughShareCriteria() {
    List<FitExample> others = new ArrayList<>();
    for (String question : List.of("design/event-pipeline", "design/sql-vs-nosql")) {
      others.addAll(
          FitExample.of(Sets.side(question), Sets.rated(question), Fixtures.SCORER, Level.STAFF));
    }
    others.addAll(
        FitExample.of(
            Sets.side("behavioral/mentoring"),
            Sets.rated("behavioral/mentoring"),
            Fixtures.SCORER,
            Level.STAFF));

    Fitted fitted = WeightFit.of(SIDE.question(), examples, others, Level.STAFF);

    assertThat(fitted.questions()).isEqualTo(3);
    assertThat(fitted.byQuestion().orElseThrow().before().n()).isEqualTo(26 + 25 + 21);
    assertThat(WeightFit.of(SIDE.question(), examples, others, Level.STAFF)).isEqualTo(fitted);
  }

  private static FitExample rated(FitExample example, double human) {
    return new FitExample(example.question(), human, example.card(), example.weights());
  }
}
