package dev.mockloop.live;

import dev.mockloop.scoring.AnswerCard;
import dev.mockloop.scoring.CriterionScore;
import dev.mockloop.scoring.IdeaEvidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two answers to one question, criterion by criterion: what moved, and the words that moved it.
 *
 * @param changes in the order of the later rubric; criteria that only one of them has are left out
 */
public record Comparison(List<Change> changes) {

  /** An idea that one answer has and the other has not, with the words that say it. */
  public record Moved(String says, String words) {}

  /** A criterion in both answers. */
  public record Change(
      String criterion,
      String title,
      double before,
      double after,
      List<Moved> gained,
      List<Moved> lost) {
    public Change {
      gained = List.copyOf(gained);
      lost = List.copyOf(lost);
    }
  }

  public Comparison {
    changes = List.copyOf(changes);
  }

  /** Compares two cards of the same question, each with the text that its spans are in. */
  public static Comparison of(
      AnswerCard before, String textBefore, AnswerCard after, String textAfter) {
    List<Change> changes = new ArrayList<>();
    for (CriterionScore now : after.criteria()) {
      Optional<CriterionScore> then =
          before.criteria().stream().filter(c -> c.id().equals(now.id())).findFirst();
      if (then.isPresent()) {
        Map<String, Moved> said = said(then.get(), textBefore);
        Map<String, Moved> says = said(now, textAfter);
        changes.add(
            new Change(
                now.id(),
                now.title(),
                then.get().score(),
                now.score(),
                without(says, said),
                without(said, says)));
      }
    }
    return new Comparison(changes);
  }

  private static List<Moved> without(Map<String, Moved> some, Map<String, Moved> others) {
    return some.entrySet().stream()
        .filter(e -> !others.containsKey(e.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** The ideas that earned something, each by its best mention. */
  private static Map<String, Moved> said(CriterionScore criterion, String text) {
    Map<String, IdeaEvidence> best = new LinkedHashMap<>();
    for (IdeaEvidence evidence : criterion.evidence()) {
      if (evidence.credit() > 0) {
        best.merge(evidence.idea(), evidence, (a, b) -> b.credit() > a.credit() ? b : a);
      }
    }
    Map<String, Moved> said = new LinkedHashMap<>();
    best.forEach((idea, e) -> said.put(idea, new Moved(e.says(), e.span().of(text))));
    return said;
  }
}
