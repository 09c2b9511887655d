package dev.mockloop.web;

import dev.mockloop.scoring.Verdict;
import java.util.List;

/** The scale of a whole answer, as raters and the machine share it. */
public final class OverallGuide {

  /** One level of the scale. */
  public record Line(Verdict verdict, String says) {}

  private static final List<Line> LINES =
      List.of(
          new Line(
              Verdict.STRONG_NO,
              "Nothing that counts as evidence: off the question, a list of terms, or wrong throughout."),
          new Line(
              Verdict.NO,
              "Touches the topic. Generic, no specifics that could be checked; a story without own action or outcome."),
          new Line(
              Verdict.MIXED,
              "The core with some specifics, but clear gaps: one approach only, trade-offs not argued, an outcome left vague."),
          new Line(
              Verdict.YES,
              "Most of what is listened for, specific and argued, failures and risks handled; a complete story with a concrete outcome."),
          new Line(
              Verdict.STRONG_YES,
              "All of that and judgement: priorities chosen on purpose, quantities, second-order effects, lasting change."));

  private OverallGuide() {}

  /** From 1 to 5. */
  public static List<Line> lines() {
    return LINES;
  }
}
