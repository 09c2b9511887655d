package dev.mockloop.web;

import dev.mockloop.live.Comparison;
import dev.mockloop.live.Rehearsal;
import dev.mockloop.live.Report;
import dev.mockloop.scoring.Advice;
import dev.mockloop.scoring.AnswerCard;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The exercise of writing on at an answer: what it scored, and what it scores with more behind it.
 *
 * @param item the answer as it was scored
 * @param more what was written now
 * @param before its card
 * @param after the card with more; the same as before as long as nothing was written
 * @param changes what came in, criterion by criterion
 */
public record Rewriting(
    Report.Item item,
    String more,
    AnswerCard before,
    AnswerCard after,
    List<Comparison.Change> changes) {

  static Rewriting of(Report.Item item, String more, Rehearsal.Attempt after) {
    Comparison comparison = Comparison.of(item.card(), item.text(), after.card(), after.text());
    return new Rewriting(item, more, item.card(), after.card(), comparison.changes());
  }

  /** The exercise before anything is written. */
  static Rewriting begin(Report.Item item) {
    return new Rewriting(item, "", item.card(), item.card(), List.of());
  }

  /** What to write on about: the question of the first advice, if there is any. */
  public Optional<Advice> advice() {
    return before.advice().stream().findFirst();
  }

  public boolean written() {
    return !more.isBlank();
  }

  ObjectNode json() {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    out.put("before", before.overall()).put("after", after.overall());
    var criteria = out.putArray("criteria");
    for (Comparison.Change change : changes) {
      ObjectNode node =
          criteria
              .addObject()
              .put("title", change.title())
              .put("before", change.before())
              .put("after", change.after());
      change.gained().stream().map(Comparison.Moved::says).forEach(node.putArray("gained")::add);
    }
    return out;
  }
}
