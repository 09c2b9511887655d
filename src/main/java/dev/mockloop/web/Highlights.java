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
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Cuts an answer into segments at every place where evidence, a red flag or a sentence begins or
 * ends.
 */
final class Highlights {
  private record Marked(Span span, Segment.Mark mark) {}

  private final String text;
  private final Anchors anchors;
  private final List<Marked> marked = new ArrayList<>();
  private final Map<Integer, List<String>> starts = new TreeMap<>();

  private Highlights(String text, Anchors anchors) {
    this.text = text;
    this.anchors = anchors;
  }

  /** The segments of a stretch of an item's text; put together they are that stretch. */
  static List<Segment> of(Report.Item item, String prefix, Span within) {
    return of(item.card(), item.text(), prefix, within);
  }

  /** The same for a text with its card. */
  static List<Segment> of(AnswerCard card, String text, String prefix, Span within) {
    Highlights highlights = new Highlights(text, new Anchors(prefix));
    highlights.read(card);
    return highlights.segments(within);
  }

  private void read(AnswerCard card) {
    for (CriterionScore criterion : card.criteria()) {
      criterion.evidence().forEach(e -> evidence(criterion, e));
    }
    card.flags().forEach(this::flag);
    for (int s = 0; s < card.sentences().size(); s++) {
      begins(card.sentences().get(s).span(), anchors.sentence(s));
    }
  }

  private void evidence(CriterionScore criterion, IdeaEvidence evidence) {
    String kind = evidence.standing().name().toLowerCase(Locale.ROOT);
    marked.add(
        new Marked(
            evidence.span(),
            new Segment.Mark(
                anchors.criterion(criterion.id()),
                kind,
                criterion.title() + ": " + evidence.says())));
    if (Anchors.best(criterion, evidence.idea()).filter(evidence::equals).isPresent()) {
      begins(evidence.span(), anchors.idea(criterion.id(), evidence.idea()));
    }
  }

  private void flag(RaisedFlag flag) {
    boolean whole = flag.span().start() == 0 && flag.span().end() == text.length();
    if (!whole) {
      marked.add(
          new Marked(
              flag.span(),
              new Segment.Mark(anchors.flag(flag), "flag", "Red flag: " + flag.name())));
      begins(flag.span(), anchors.flagWords(flag));
    }
  }

  private void begins(Span span, String anchor) {
    starts.computeIfAbsent(span.start(), s -> new ArrayList<>()).add(anchor);
  }

  private List<Segment> segments(Span within) {
    TreeSet<Integer> cuts = new TreeSet<>(List.of(within.start(), within.end()));
    for (Marked m : marked) {
      if (m.span.overlaps(within)) {
        cuts.add(Math.max(within.start(), m.span.start()));
        cuts.add(Math.min(within.end(), m.span.end()));
      }
    }
    starts.keySet().stream().filter(s -> s > within.start() && s < within.end()).forEach(cuts::add);
    List<Segment> segments = new ArrayList<>();
    Integer from = cuts.first();
    for (Integer to = cuts.higher(from); to != null; to = cuts.higher(to)) {
      Span piece = new Span(from, to);
      segments.add(
          new Segment(
              piece.of(text),
              marked.stream().filter(m -> m.span.overlaps(piece)).map(Marked::mark).toList(),
              starts.getOrDefault(from, List.of())));
      from = to;
    }
    return segments;
  }
}
