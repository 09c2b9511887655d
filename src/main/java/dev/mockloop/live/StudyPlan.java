package dev.mockloop.live;

import dev.mockloop.rubric.Kind;
import dev.mockloop.scoring.CriterionScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Six weeks of preparation after a session: distributed-systems fundamentals, system design,
 * stories, and review. What went worst comes first, and each week names the criteria to work on.
 *
 * @param weeks in order, six in all
 */
public record StudyPlan(List<Week> weeks) {
  private static final int MOST_FOCUS = 3;
  private static final int MOST_TIPS = 2;

  /** From here on there is little to win by more practice. */
  private static final double GOOD_ENOUGH = 4;

  /** What a kind of round counts that was not reached. */
  private static final double UNKNOWN = 3;

  /**
   * One or two weeks.
   *
   * @param when such as "Weeks 1 and 2"
   * @param focus criteria to work on, weakest first
   * @param tasks what to do
   */
  public record Week(String when, String title, List<Focus> focus, List<String> tasks) {
    public Week {
      focus = List.copyOf(focus);
      tasks = List.copyOf(tasks);
    }
  }

  /** A criterion to work on. */
  public record Focus(String question, String criterion, double score) {}

  private record Part(int weeks, String title, List<Focus> focus, List<String> tasks) {}

  public StudyPlan {
    weeks = List.copyOf(weeks);
  }

  /** The plan that follows from a report. */
  public static StudyPlan of(Report report) {
    List<Part> design =
        List.of(
            new Part(
                2,
                "Fundamentals of distributed systems",
                List.of(),
                List.of(
                    "Explain aloud, in two minutes each: replication, partitioning, consistency, queues, retries with idempotency, caching, back-pressure.",
                    "For each, write one sentence on what breaks it and one on what it costs.")),
            new Part(
                2,
                "System design against the clock",
                focus(report, Kind.DESIGN),
                tasks(
                    report,
                    Kind.DESIGN,
                    "Two designs a week in practice; read the report the day after, and write on at the weakest answer.")));
    List<Part> stories =
        List.of(
            new Part(
                1,
                "Stories",
                focus(report, Kind.BEHAVIORAL),
                tasks(
                    report,
                    Kind.BEHAVIORAL,
                    "Write three stories down: a decision on architecture, influence without authority, an incident you led. Each with what you did and a figure at the end.")));
    List<Part> parts = new ArrayList<>();
    boolean storiesFirst = mean(report, Kind.BEHAVIORAL) < mean(report, Kind.DESIGN);
    parts.addAll(storiesFirst ? stories : design);
    parts.addAll(storiesFirst ? design : stories);
    parts.add(
        new Part(
            1,
            "Review and whole loops",
            focus(report, Kind.EXECUTIVE),
            tasks(
                report,
                Kind.EXECUTIVE,
                "One whole mock loop at the start of the week and one at its end; compare them.")));
    return new StudyPlan(dated(parts));
  }

  private static List<Week> dated(List<Part> parts) {
    List<Week> weeks = new ArrayList<>();
    int next = 1;
    for (Part part : parts) {
      String when =
          part.weeks() == 1
              ? "Week " + next
              : "Weeks " + next + " and " + (next + part.weeks() - 1);
      weeks.add(new Week(when, part.title(), part.focus(), part.tasks()));
      next += part.weeks();
    }
    return weeks;
  }

  private static List<Report.Item> items(Report report, Kind kind) {
    return report.rounds().stream()
        .flatMap(r -> r.items().stream())
        .filter(i -> i.question().kind().equals(kind))
        .sorted(Comparator.comparingDouble(i -> i.card().overall()))
        .toList();
  }

  private static double mean(Report report, Kind kind) {
    return items(report, kind).stream()
        .mapToDouble(i -> i.card().overall())
        .average()
        .orElse(UNKNOWN);
  }

  private static List<Focus> focus(Report report, Kind kind) {
    List<Focus> all = new ArrayList<>();
    for (Report.Item item : items(report, kind)) {
      for (CriterionScore criterion : item.card().criteria()) {
        if (criterion.score() < GOOD_ENOUGH) {
          all.add(new Focus(item.question().title(), criterion.title(), criterion.score()));
        }
      }
    }
    return all.stream().sorted(Comparator.comparingDouble(Focus::score)).limit(MOST_FOCUS).toList();
  }

  /** The standing task, and the tips of the question that went worst. */
  private static List<String> tasks(Report report, Kind kind, String standing) {
    List<String> tasks = new ArrayList<>(List.of(standing));
    Optional<Report.Item> worst =
        items(report, kind).stream().filter(i -> i.card().overall() < GOOD_ENOUGH).findFirst();
    worst.ifPresent(
        item -> item.question().guidance().tips().stream().limit(MOST_TIPS).forEach(tasks::add));
    return tasks;
  }
}
