package dev.mockloop.agreement;

import java.util.Optional;

/**
 * Which ratings are looked at; what is empty takes all.
 *
 * @param criterion one criterion; without it every criterion of an item counts as an item
 * @param question one question
 * @param round one round
 */
public record Cut(Optional<String> criterion, Optional<String> question, Optional<String> round) {
  /** Everything. */
  public static final Cut ALL = new Cut(Optional.empty(), Optional.empty(), Optional.empty());

  /** The same, of one criterion. */
  public Cut ofCriterion(String name) {
    return new Cut(Optional.of(name), question, round);
  }

  /** The same, of one question. */
  public Cut ofQuestion(String name) {
    return new Cut(criterion, Optional.of(name), round);
  }

  /** The same, of one round. */
  public Cut ofRound(String name) {
    return new Cut(criterion, question, Optional.of(name));
  }
}
