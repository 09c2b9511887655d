package dev.mockloop.workbench;

import java.util.List;

/**
 * Words that good answers hold more often than others and that no phrase of the rubric has.
 *
 * @param words as they are mostly written; can be put into a rubric as a phrase as they are
 * @param good in how many answers rated 3.5 or more they stand
 * @param others in how many other answers
 * @param g2 log-likelihood ratio (Dunning 1993) of the two shares of answers; high is telling
 * @param p chance of a ratio as high or higher if the words told nothing (chi squared, 1 degree)
 * @param q the false discovery rate at which they would be taken (Benjamini and Hochberg 1995)
 * @param nearest the idea that stands in the same sentences most often, as criterion and idea;
 *     empty when none does
 * @param examples sentences of good answers, at most three
 */
public record Proposal(
    String words,
    int good,
    int others,
    double g2,
    double p,
    double q,
    String nearest,
    List<String> examples) {
  /** Under this false discovery rate a proposal counts as significant. */
  public static final double RATE = 0.05;

  public Proposal {
    examples = List.copyOf(examples);
  }

  /** Whether it is more than chance, at a false discovery rate of 5% over all that were tried. */
  public boolean significant() {
    return q <= RATE;
  }
}
