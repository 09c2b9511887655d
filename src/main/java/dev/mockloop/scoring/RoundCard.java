package dev.mockloop.scoring;

import java.util.List;

/**
 * The scorecard of a round.
 *
 * @param round the round's id
 * @param title its name for people
 * @param overall mean of its answers, from 1.0 to 5.0
 * @param verdict the same as a level
 * @param answers one a question, in order
 */
public record RoundCard(
    String round, String title, double overall, Verdict verdict, List<AnswerCard> answers) {

  public RoundCard {
    answers = List.copyOf(answers);
  }
}
