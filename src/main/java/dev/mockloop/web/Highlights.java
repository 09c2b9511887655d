package dev.mockloop.web;

import dev.mockloop.live.Report;
import dev.mockloop.scoring.AnswerCard;
import dev.mockloop.scoring.CriterionScore;
import dev.mockloop.scoring.IdeaEvidence;
import dev.mockloop.scoring.RaisedFlag;
import dev.mockloop.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Cuts an answer into segments at every place where evidence or a red flag begins or ends. */
final class Highlights {
  private record Marked(Span span, Segment.Mark mark) {}

  private Highlights() {}

  /** The segments of a stretch of an item's text; put together they are that stretch. */
  static List<Segment> of(Report.Item item, String prefix, Span within) {
    List<Marked> marked = marked(item.card(), prefix, item.text().length());
    TreeSet<Integer> cuts = new TreeSet<>(List.of(within.start(), within.end()));
    for (Marked m : marked) {
      if (m.span.overlaps(within)) {
        cuts.add(Math.max(within.start(), m.span.start()));
        cuts.add(Math.min(within.end(), m.span.end()));
      }
    }
    List<Segment> segments = new ArrayList<>();
    Integer from = cuts.first();
    for (Integer to = cuts.higher(from); to != null; to = cuts.higher(to)) {
      Span piece = new Span(from, to);
      segments.add(
          new Segment(
              piece.of(item.text()),
              marked.stream().filter(m -> m.span.overlaps(piece)).map(Marked::mark).toList()));
      from = to;
    }
    return segments;
  }

  private static List<Marked> marked(AnswerCard card, String prefix, int length) {
    List<Marked> marked = new ArrayList<>();
    for (CriterionScore criterion : card.criteria()) {
      for (IdeaEvidence evidence : criterion.evidence()) {
        String kind = evidence.standing().name().toLowerCase(Locale.ROOT);
        marked.add(
            new Marked(
                evidence.span(),
                new Segment.Mark(
                    prefix + criterion.id(), kind, criterion.title() + ": " + evidence.says())));
      }
    }
    for (RaisedFlag flag : card.flags()) {
      boolean whole = flag.span().start() == 0 && flag.span().end() == length;
      if (!whole) {
        marked.add(
            new Marked(
                flag.span(),
                new Segment.Mark(prefix + "flags", "flag", "Red flag: " + flag.name())));
      }
    }
    return marked;
  }
}
