package dev.mockloop.workbench;

import dev.mockloop.relevance.Topics;
import dev.mockloop.rubric.Criterion;
import dev.mockloop.rubric.Level;
import dev.mockloop.scoring.Reweighing;
import dev.mockloop.scoring.Scorer;
import java.util.List;

/**
 * A rated answer as the fit sees it.
 *
 * @param question the id of its question
 * @param human the rating, from 1 to 5
 * @param card its card, to be weighed anew
 * @param weights the weights of the criteria as they are
 */
public record FitExample(String question, double human, Reweighing card, List<Double> weights) {

  public FitExample {
    weights = List.copyOf(weights);
  }

  /** Scores the rated answers of a question. */
  public static List<FitExample> of(
      Side side, List<Rated> answers, Scorer scorer, Level seniority) {
    double richness =
        Topics.of(side.bank().questions(), scorer.tools().background())
            .richness(side.question().id());
    List<Double> weights =
        side.question().rubric().criteria().stream()
            .map((Criterion c) -> c.weightFor(seniority))
            .toList();
    return answers.stream()
        .map(
            a ->
                new FitExample(
                    side.question().id().value(),
                    a.human(),
                    new Reweighing(
                        scorer.tools().model(),
                        scorer.score(side.question(), side.bank(), a.text(), seniority),
                        richness),
                    weights))
        .toList();
  }
}
