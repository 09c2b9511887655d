package dev.mockloop.web;

import dev.mockloop.scoring.CriterionScore;
import dev.mockloop.scoring.IdeaEvidence;
import dev.mockloop.scoring.RaisedFlag;
import java.util.Comparator;
import java.util.Optional;

/**
 * Names of places in a report, so that a score leads to the words that earned it, and the words to
 * the score.
 *
 * @param item begins all names of one answer
 */
record Anchors(String item) {

  String criterion(String id) {
    return item + id;
  }

  /** The words that an idea earned its credit with. */
  String idea(String criterion, String idea) {
    return item + criterion + "-" + idea;
  }

  String flag(RaisedFlag flag) {
    return item + "flag-" + flag.id();
  }

  String flagWords(RaisedFlag flag) {
    return item + "flagged-" + flag.id();
  }

  /** A sentence, by its number in the answer. */
  String sentence(int number) {
    return item + "s" + number;
  }

  /** The mention of an idea that earned most; the first one when several did. */
  static Optional<IdeaEvidence> best(CriterionScore criterion, String idea) {
    return criterion.evidence().stream()
        .filter(e -> e.idea().equals(idea) && e.credit() > 0)
        .min(
            Comparator.comparingDouble((IdeaEvidence e) -> -e.credit())
                .thenComparing(e -> e.span().start()));
  }
}
