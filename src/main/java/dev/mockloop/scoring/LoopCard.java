package dev.mockloop.scoring;

import dev.mockloop.rubric.Level;
import java.util.List;

/**
 * The scorecard of a loop.
 *
 * @param overall mean of its rounds, from 1.0 to 5.0
 * @param verdict the same as a level
 * @param rounds the rounds that were reached, in order
 */
public record LoopCard(double overall, Verdict verdict, List<RoundCard> rounds) {

  public LoopCard {
    rounds = List.copyOf(rounds);
  }

  /** Sums up a round from the cards of its answers. */
  public static RoundCard round(
      String id, String title, Level seniority, List<AnswerCard> answers) {
    double overall = mean(answers.stream().mapToDouble(AnswerCard::overall).average().orElse(1));
    return new RoundCard(id, title, overall, Verdict.of(overall, seniority), answers);
  }

  /** Sums up a loop from the cards of its rounds. */
  public static LoopCard of(Level seniority, List<RoundCard> rounds) {
    double overall = mean(rounds.stream().mapToDouble(RoundCard::overall).average().orElse(1));
    return new LoopCard(overall, Verdict.of(overall, seniority), rounds);
  }

  private static double mean(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
