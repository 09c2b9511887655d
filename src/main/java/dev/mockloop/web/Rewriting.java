package dev.mockloop.web;

import dev.mockloop.interview.Place;
import dev.mockloop.live.Rehearsal;
import dev.mockloop.live.Report;
import dev.mockloop.scoring.Advice;
import dev.mockloop.scoring.AnswerCard;
import dev.mockloop.scoring.CriterionScore;
import dev.mockloop.scoring.IdeaEvidence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The exercise of writing on at an answer: what it scored, and what it scores with more behind it.
 *
 * @param item the answer as it was scored
 * @param more what was written now
 * @param before its card
 * @param after the card with more; the same as before as long as nothing was written
 */
public record Rewriting(Report.Item item, String more, AnswerCard before, AnswerCard after) {

  /** A criterion before and after, with the ideas that came in. */
  public record Change(String title, double before, double after, List<String> gained) {}

  static Rewriting of(Report.Item item, String more, Rehearsal.Attempt after) {
    return new Rewriting(item, more, item.card(), after.card());
  }

  /** The exercise before anything is written. */
  static Rewriting begin(Report.Item item) {
    return new Rewriting(item, "", item.card(), item.card());
  }

  /** The item of a report that stands at a place. */
  static Report.Item item(Report report, Place place) {
    return report.rounds().stream()
        .flatMap(r -> r.items().stream())
        .filter(i -> i.place().equals(place))
        .findFirst()
        .orElseThrow(
            () -> ProblemException.notFound("This session has no answer at " + place.id() + "."));
  }

  /** What to write on about: the question of the first advice, if there is any. */
  public Optional<Advice> advice() {
    return before.advice().stream().findFirst();
  }

  public boolean written() {
    return !more.isBlank();
  }

  /** Every criterion, in the rubric's order. */
  public List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < before.criteria().size(); i++) {
      CriterionScore old = before.criteria().get(i);
      CriterionScore now = after.criteria().get(i);
      Set<String> had = new HashSet<>(Show.found(old));
      List<String> gained =
          now.evidence().stream()
              .filter(e -> e.credit() > 0)
              .map(IdeaEvidence::says)
              .distinct()
              .filter(s -> !had.contains(s))
              .toList();
      changes.add(new Change(old.title(), old.score(), now.score(), gained));
    }
    return changes;
  }

  ObjectNode json() {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    out.put("before", before.overall()).put("after", after.overall());
    var criteria = out.putArray("criteria");
    for (Change change : changes()) {
      ObjectNode node =
          criteria
              .addObject()
              .put("title", change.title())
              .put("before", change.before())
              .put("after", change.after());
      change.gained().forEach(node.putArray("gained")::add);
    }
    return out;
  }
}
