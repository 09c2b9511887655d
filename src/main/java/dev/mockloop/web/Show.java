package dev.mockloop.web;

import dev.mockloop.interview.Given;
import dev.mockloop.interview.Place;
import dev.mockloop.interview.Plan;
import dev.mockloop.interview.Script;
import dev.mockloop.interview.Session;
import dev.mockloop.live.Report;
import dev.mockloop.live.RubricDesk;
import dev.mockloop.live.RubricTrial;
import dev.mockloop.live.Samples;
import dev.mockloop.rubric.Catalogue;
import dev.mockloop.rubric.Kind;
import dev.mockloop.rubric.Question;
import dev.mockloop.scoring.Advice;
import dev.mockloop.scoring.AnswerCard;
import dev.mockloop.scoring.CriterionScore;
import dev.mockloop.scoring.SignalScore;
import dev.mockloop.scoring.Verdict;
import dev.mockloop.text.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How times, scores and answers are put into words on pages. Called from templates. */
public final class Show {
  /** Fewer points would show as none. */
  private static final double LEAST_SHOWN = 0.05;

  private static final List<Kind> USUAL = List.of(Kind.DESIGN, Kind.BEHAVIORAL, Kind.EXECUTIVE);

  /** The usual kinds as a loop has them, then all others by name. */
  static final Comparator<Kind> KIND_ORDER =
      Comparator.comparingInt((Kind k) -> USUAL.contains(k) ? USUAL.indexOf(k) : USUAL.size())
          .thenComparing(Kind::id);

  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private Show() {}

  /** Such as "20 min" or "7.5 min". */
  public static String minutes(Duration time) {
    double minutes = time.toSeconds() / 60.0;
    return minutes == Math.rint(minutes)
        ? (long) minutes + " min"
        : String.format(Locale.ROOT, "%.1f min", minutes);
  }

  /** All questions by kind, in the order that loops have them: design, behavioral, executive. */
  public static Map<Kind, List<Question>> byKind(Catalogue catalogue) {
    return catalogue.questions().stream()
        .collect(
            Collectors.groupingBy(
                Question::kind, () -> new TreeMap<>(KIND_ORDER), Collectors.toList()));
  }

  /** All rubrics by kind, in the order that loops have them. */
  public static Map<Kind, List<RubricDesk.Sheet>> sheetsByKind(List<RubricDesk.Sheet> sheets) {
    return sheets.stream()
        .collect(
            Collectors.groupingBy(
                s -> s.question().kind(), () -> new TreeMap<>(KIND_ORDER), Collectors.toList()));
  }

  /** An answer that a rubric can be tried on, for a list to choose from. */
  public static String sample(RubricTrial.Sample sample) {
    if (sample.at().isEmpty()) {
      return "The " + sample.id() + " sample";
    }
    String who = sample.candidate().isEmpty() ? "" : sample.candidate() + ", ";
    return who + day(sample.at().get()) + ", " + sample.title();
  }

  /** Minutes as a plain figure, such as "20" or "7.5". */
  public static String figure(Duration time) {
    return minutes(time).replace(" min", "");
  }

  /** Such as "4:05". */
  public static String clock(Duration time) {
    long seconds = Math.max(0, time.toSeconds());
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }

  /** Such as "3.4". */
  public static String score(double score) {
    return String.format(Locale.ROOT, "%.1f", score);
  }

  /** Such as "3.4", or a dash when there is none. */
  public static String score(OptionalDouble score) {
    return score.isPresent() ? score(score.getAsDouble()) : "–";
  }

  /** Such as "+0.4" or "0.0". */
  public static String change(double before, double after) {
    return String.format(Locale.ROOT, "%s%.1f", after - before >= 0.05 ? "+" : "", after - before);
  }

  /** Such as "5 Jan 2026". */
  public static String day(Instant at) {
    return DAY.format(at);
  }

  public static String time(Instant at) {
    return DAY_AND_TIME.format(at);
  }

  /** Whole seconds from one instant to another, not below 0. */
  public static String seconds(Instant from, Instant to) {
    return String.format(
        Locale.ROOT, "%.1f", Math.max(0, Duration.between(from, to).toMillis()) / 1000.0);
  }

  /** Warnings for the page's script: seconds and words, one a line. */
  public static String warnings(List<Script.Warning> warnings) {
    return String.join(
        "\n", warnings.stream().map(w -> w.left().toSeconds() + " " + w.says()).toList());
  }

  /** The address of an answer in its session's report. */
  public static String reportLink(Session session, Place place) {
    return "/sessions/%s/report#q%d-%d".formatted(session.id(), place.round(), place.question());
  }

  /** Time used on an answer. */
  public static String used(Given given) {
    return clock(Duration.between(given.shown(), given.closedAt()));
  }

  public static String budget(Given given) {
    return clock(Duration.between(given.shown(), given.deadline()));
  }

  public static String phase(Session session) {
    return StateJson.phaseName(session.phase());
  }

  public static int questions(Plan plan) {
    return plan.rounds().stream().mapToInt(r -> r.questions().size()).sum();
  }

  /** The sources of the diagrams that were typed into an answer. */
  public static List<String> diagrams(Report.Item item) {
    return Markdown.diagrams(item.text());
  }

  /** The main answer in segments. */
  public static List<Segment> answer(Report.Item item, String prefix) {
    return Highlights.of(item, prefix, new Span(0, item.answer().text().length()));
  }

  /** The answer to the probe in segments. */
  public static List<Segment> probeAnswer(Report.Item item, String prefix) {
    return Highlights.of(
        item,
        prefix,
        new Span(Math.min(item.probeStart(), item.text().length()), item.text().length()));
  }

  /** Something that was said, with the name of the place where it stands. */
  public record Found(String says, String anchor) {}

  /** Ideas of a criterion that earned something, each once. */
  public static List<Found> found(CriterionScore criterion, String prefix) {
    return criterion.evidence().stream()
        .filter(e -> e.credit() > 0)
        .map(e -> new Found(e.says(), new Anchors(prefix).idea(criterion.id(), e.idea())))
        .distinct()
        .toList();
  }

  /** Minutes with one digit, for a table of figures. */
  public static String inMinutes(Duration time) {
    return String.format(Locale.ROOT, "%.1f", Math.max(0, time.toSeconds()) / 60.0);
  }

  /** What to do about a criterion, if it has a gap. */
  public static Optional<Advice> advice(AnswerCard card, CriterionScore criterion) {
    return card.advice().stream().filter(a -> a.criterion().equals(criterion.id())).findFirst();
  }

  /** Signals that gave something to the score. */
  public static List<SignalScore> signals(AnswerCard card) {
    return card.signals().stream().filter(s -> s.points() >= LEAST_SHOWN).toList();
  }

  /** Words of an answer that a span covers, shortened for a label. */
  public static String sentence(Report.Item item, Span span) {
    String text = span.of(item.text());
    return text.length() <= 90
        ? text
        : text.substring(
                0, text.offsetByCodePoints(0, Math.min(85, text.codePointCount(0, text.length()))))
            + "…";
  }

  /** The label of a level from 1 to 5, such as "yes". */
  public static String level(int level) {
    return Verdict.values()[level - 1].label();
  }

  /** Whether a session is one of those that ship with Mockloop. */
  public static boolean sample(Session session) {
    return Samples.contains(session.id());
  }
}
