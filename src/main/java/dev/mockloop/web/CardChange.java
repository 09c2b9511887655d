package dev.mockloop.web;

import dev.mockloop.live.Comparison;
import dev.mockloop.live.Report;
import dev.mockloop.live.RubricDesk;
import dev.mockloop.live.Workshop;
import java.util.ArrayList;
import java.util.List;

/**
 * One answer as two versions of its rubric score it.
 *
 * @param before with the first card
 * @param after with the later card
 * @param versionBefore the rubric's version in words
 * @param versionAfter the rubric's version in words
 * @param moves the criteria that both have
 * @param gone titles of criteria that only the earlier rubric has
 * @param fresh titles of criteria that only the later rubric has
 */
public record CardChange(
    Report.Item before,
    Report.Item after,
    String versionBefore,
    String versionAfter,
    Comparison moves,
    List<String> gone,
    List<String> fresh) {

  public CardChange {
    gone = List.copyOf(gone);
    fresh = List.copyOf(fresh);
  }

  /** Every answer of a session, in order. */
  static List<CardChange> of(Workshop workshop, Report before, Report after) {
    List<CardChange> changes = new ArrayList<>();
    for (Report.ReportRound round : before.rounds()) {
      for (Report.Item item : round.items()) {
        after
            .item(item.place())
            .ifPresent(later -> changes.add(of(workshop.rubrics(), item, later)));
      }
    }
    return changes;
  }

  private static CardChange of(RubricDesk desk, Report.Item before, Report.Item after) {
    return new CardChange(
        before,
        after,
        ReportCards.says(desk, before.card().question(), before.card().rubricVersion()),
        ReportCards.says(desk, after.card().question(), after.card().rubricVersion()),
        Comparison.of(before.card(), before.text(), after.card(), after.text()),
        without(before, after),
        without(after, before));
  }

  private static List<String> without(Report.Item one, Report.Item other) {
    return one.card().criteria().stream()
        .filter(c -> other.card().criteria().stream().noneMatch(o -> o.id().equals(c.id())))
        .map(c -> c.title())
        .toList();
  }
}
