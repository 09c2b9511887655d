package dev.mockloop.matching;

import java.util.List;

/**
 * All that a rubric's phrases found in an answer.
 *
 * @param evidence in the order of the rubric, then of the text; pieces of one idea do not overlap
 * @param flags one entry for each red flag of the rubric
 */
public record Findings(List<Evidence> evidence, List<FlagFinding> flags) {

  public Findings {
    evidence = List.copyOf(evidence);
    flags = List.copyOf(flags);
  }
}
