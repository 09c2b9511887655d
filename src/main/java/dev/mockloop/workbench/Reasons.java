package dev.mockloop.workbench;

import dev.mockloop.rubric.Rubric;
import dev.mockloop.scoring.AnswerCard;
import dev.mockloop.scoring.CriterionScore;
import dev.mockloop.scoring.Doubt;
import dev.mockloop.scoring.IdeaEvidence;
import dev.mockloop.scoring.RaisedFlag;
import dev.mockloop.scoring.SignalScore;
import dev.mockloop.scoring.Verdict;
import dev.mockloop.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells by two cards of one answer why its score differs. */
final class Reasons {
  private static final int LONGEST_QUOTE = 120;
  private static final int MOST_QUOTES = 3;
  private static final double LEAST_COVERAGE = 0.005;
  private static final double LEAST_POINTS = 0.01;
  private static final double LEAST_SHARE = 0.01;

  private final AnswerCard before;
  private final AnswerCard after;
  private final String text;
  private final List<Reason> reasons = new ArrayList<>();

  private Reasons(AnswerCard before, AnswerCard after, String text) {
    this.before = before;
    this.after = after;
    this.text = text;
  }

  static List<Reason> of(
      AnswerCard before, AnswerCard after, Rubric rubricBefore, Rubric rubricAfter, String text) {
    Reasons reasons = new Reasons(before, after, text);
    reasons.ideas();
    reasons.criteria();
    reasons.signals();
    reasons.doubts();
    reasons.flags();
    reasons.aim();
    reasons.lines(rubricBefore, rubricAfter);
    return reasons.reasons;
  }

  /** What an idea earned in its best mention, and the words of all that earned something. */
  private record Found(String says, double credit, List<String> words) {}

  private void ideas() {
    Map<String, Found> was = found(before);
    Map<String, Found> is = found(after);
    for (String idea : keys(was, is)) {
      Found old = was.getOrDefault(idea, new Found("", 0, List.of()));
      Found now = is.getOrDefault(idea, new Found("", 0, List.of()));
      if (old.credit == now.credit) {
        continue;
      }
      Found told = now.credit > 0 ? now : old;
      String change =
          old.credit == 0
              ? "now found"
              : now.credit == 0
                  ? "no longer found"
                  : format("earns %.1f of 3, was %.1f", now.credit, old.credit);
      add(Reason.Kind.IDEA, "Idea " + idea + " " + change + ": " + told.says, told.words);
    }
  }

  private Map<String, Found> found(AnswerCard card) {
    Map<String, Found> found = new LinkedHashMap<>();
    for (CriterionScore criterion : card.criteria()) {
      Map<String, List<IdeaEvidence>> earning =
          criterion.evidence().stream()
              .filter(e -> e.credit() > 0)
              .collect(
                  Collectors.groupingBy(
                      IdeaEvidence::idea, LinkedHashMap::new, Collectors.toList()));
      earning.forEach(
          (idea, evidence) ->
              found.put(
                  criterion.id() + "/" + idea,
                  new Found(
                      evidence.getFirst().says(),
                      evidence.stream().mapToDouble(IdeaEvidence::credit).max().orElseThrow(),
                      quotes(evidence.stream().map(IdeaEvidence::span).toList()))));
    }
    return found;
  }

  private void criteria() {
    Map<String, CriterionScore> was = byId(before);
    Map<String, CriterionScore> is = byId(after);
    double allWas = before.criteria().stream().mapToDouble(CriterionScore::weight).sum();
    double allIs = after.criteria().stream().mapToDouble(CriterionScore::weight).sum();
    for (String id : keys(was, is)) {
      CriterionScore old = was.get(id);
      CriterionScore now = is.get(id);
      if (old == null && now != null) {
        say(Reason.Kind.CRITERION, "Criterion %s is new and covered to %s", id, percent(now));
      } else if (now == null && old != null) {
        say(Reason.Kind.CRITERION, "Criterion %s is gone; it was covered to %s", id, percent(old));
      } else if (old != null && now != null) {
        if (Math.abs(old.coverage() - now.coverage()) >= LEAST_COVERAGE) {
          say(
              Reason.Kind.CRITERION,
              "%s covered to %s, was %s",
              now.title(),
              percent(now),
              percent(old));
        }
        double shareWas = old.weight() / allWas;
        double shareIs = now.weight() / allIs;
        if (Math.abs(shareWas - shareIs) >= LEAST_COVERAGE) {
          say(
              Reason.Kind.CRITERION,
              "%s weighs %.0f%% of the question, was %.0f%%",
              now.title(),
              100 * shareIs,
              100 * shareWas);
        }
      }
    }
  }

  private static Map<String, CriterionScore> byId(AnswerCard card) {
    return card.criteria().stream()
        .collect(
            Collectors.toMap(
                CriterionScore::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
  }

  private void signals() {
    Map<String, Double> was = points(before);
    Map<String, Double> is = points(after);
    for (String label : keys(was, is)) {
      double change = is.getOrDefault(label, 0.0) - was.getOrDefault(label, 0.0);
      if (Math.abs(change) >= LEAST_POINTS) {
        say(
            Reason.Kind.SIGNAL,
            "%s gives %.2f points, was %.2f",
            label,
            is.getOrDefault(label, 0.0),
            was.getOrDefault(label, 0.0));
      }
    }
  }

  private static Map<String, Double> points(AnswerCard card) {
    return card.signals().stream()
        .collect(Collectors.toMap(s -> s.signal().label(), SignalScore::points));
  }

  private void doubts() {
    List<Doubt> was = before.doubts();
    List<Doubt> is = after.doubts();
    is.stream()
        .filter(d -> was.stream().noneMatch(w -> w.kind() == d.kind()))
        .forEach(
            d ->
                add(
                    Reason.Kind.DOUBT,
                    format("New cap at %.1f: %s", d.most(), d.reason()),
                    quotes(d.spans())));
    was.stream()
        .filter(d -> is.stream().noneMatch(w -> w.kind() == d.kind()))
        .forEach(
            d ->
                add(
                    Reason.Kind.DOUBT,
                    format("Cap at %.1f gone: %s", d.most(), d.reason()),
                    quotes(d.spans())));
  }

  private void flags() {
    Map<String, RaisedFlag> was = flags(before);
    Map<String, RaisedFlag> is = flags(after);
    for (String id : keys(was, is)) {
      RaisedFlag old = was.get(id);
      RaisedFlag now = is.get(id);
      if (old == null && now != null) {
        add(
            Reason.Kind.FLAG,
            format("Red flag raised, %.2f off: %s", now.penalty(), now.name()),
            quotes(List.of(now.span())));
      } else if (now == null && old != null) {
        add(
            Reason.Kind.FLAG,
            format("Red flag no longer raised, was %.2f off: %s", old.penalty(), old.name()),
            quotes(List.of(old.span())));
      } else if (old != null && now != null && old.penalty() != now.penalty()) {
        say(
            Reason.Kind.FLAG,
            "Red flag takes %.2f off, was %.2f: %s",
            now.penalty(),
            old.penalty(),
            now.name());
      }
    }
  }

  private static Map<String, RaisedFlag> flags(AnswerCard card) {
    return card.flags().stream().collect(Collectors.toMap(RaisedFlag::id, Function.identity()));
  }

  private void aim() {
    if (Math.abs(before.aim().share() - after.aim().share()) >= LEAST_SHARE) {
      say(
          Reason.Kind.AIM,
          "%.0f%% of it counts as about this question, was %.0f%%",
          100 * after.aim().share(),
          100 * before.aim().share());
    }
  }

  private void lines(Rubric rubricBefore, Rubric rubricAfter) {
    List<Double> was = Verdict.lines(before.seniority(), rubricBefore.thresholds());
    List<Double> is = Verdict.lines(after.seniority(), rubricAfter.thresholds());
    for (int i = 0; i < is.size(); i++) {
      if (!was.get(i).equals(is.get(i))) {
        say(
            Reason.Kind.LINE,
            "Level %d begins at %.2f, began at %.2f",
            i + 2,
            is.get(i),
            was.get(i));
      }
    }
  }

  private void say(Reason.Kind kind, String format, Object... values) {
    add(kind, format(format, values), List.of());
  }

  private void add(Reason.Kind kind, String says, List<String> words) {
    String end = says.endsWith(".") || says.endsWith("?") || says.endsWith("!") ? "" : ".";
    reasons.add(new Reason(kind, says + end, words));
  }

  private List<String> quotes(List<Span> spans) {
    return spans.stream()
        .filter(s -> s.length() > 0 && s.length() < text.length())
        .map(s -> s.of(text).strip())
        .map(q -> q.length() <= LONGEST_QUOTE ? q : q.substring(0, cut(q)) + "…")
        .distinct()
        .limit(MOST_QUOTES)
        .toList();
  }

  /** Not between the two halves of one character. */
  private static int cut(String quote) {
    return Character.isHighSurrogate(quote.charAt(LONGEST_QUOTE - 1))
        ? LONGEST_QUOTE - 1
        : LONGEST_QUOTE;
  }

  private static String percent(CriterionScore criterion) {
    return format("%.0f%%", 100 * criterion.coverage());
  }

  private static <V> TreeSet<String> keys(Map<String, V> was, Map<String, V> is) {
    TreeSet<String> keys = new TreeSet<>(was.keySet());
    keys.addAll(is.keySet());
    return keys;
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
