package dev.mockloop.scoring;

import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Thresholds;
import dev.mockloop.text.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says why a level may be less sure. */
final class ConfidenceJudge {
  private static final int FEW_WORDS = 60;
  private static final double NEAR_A_THRESHOLD = 0.12;
  private static final double UNFORESEEN = 0.3;
  private static final double WELL_ARGUED = 0.7;
  private static final double AIMED = 0.9;
  private static final double MISSED = 0.1;
  private static final double MANY_UNREAD = 0.4;

  private ConfidenceJudge() {}

  static Confidence of(
      Prose answer,
      List<Statement> said,
      Map<Signal, Double> signals,
      Aim aim,
      double overall,
      Level seniority,
      Thresholds thresholds) {
    List<String> reasons = new ArrayList<>();
    if (answer.wordCount() > 0 && answer.wordCount() < FEW_WORDS) {
      reasons.add("The answer is short, so that little can be read from it.");
    }
    if (Verdict.distance(overall, seniority, thresholds) < NEAR_A_THRESHOLD) {
      reasons.add("The score is close to the line between two levels.");
    }
    if (aim.share() > MISSED && aim.share() < AIMED) {
      reasons.add("The answer is only partly about this question.");
    }
    if (signals.getOrDefault(Signal.IDEAS, 0.0) < UNFORESEEN
        && signals.getOrDefault(Signal.ARGUED, 0.0) > WELL_ARGUED) {
      reasons.add(
          "It argues well in words that the rubric does not foresee; a person should read it.");
    }
    double words = answer.wordCount();
    double unread =
        said.stream()
            .filter(s -> !s.counts())
            .mapToDouble(s -> s.remark().sentence().wordCount())
            .sum();
    if (words > 0 && unread > MANY_UNREAD * words) {
      reasons.add(
          "Much of it is lists, repetition or the question again, which is not read further.");
    }
    return Confidence.given(reasons);
  }
}
