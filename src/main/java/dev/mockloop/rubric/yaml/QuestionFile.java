package dev.mockloop.rubric.yaml;

import dev.mockloop.rubric.Criterion;
import dev.mockloop.rubric.Guidance;
import dev.mockloop.rubric.Idea;
import dev.mockloop.rubric.Kind;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.PhraseText;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.rubric.RedFlag;
import dev.mockloop.rubric.Rubric;
import dev.mockloop.rubric.Thresholds;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a question file, after the schema has held; absent keys are null here and only here.
 */
record QuestionFile(
    String id,
    @Nullable String title,
    String kind,
    @Nullable Boolean story,
    @Nullable List<String> levels,
    @Nullable List<String> topics,
    @Nullable Double minutes,
    String ask,
    @Nullable String context,
    @Nullable List<String> listenFor,
    @Nullable Map<String, List<Double>> thresholds,
    List<CriterionEntry> criteria,
    @Nullable List<RedFlagEntry> redFlags,
    @Nullable List<String> rejections,
    @Nullable List<String> tips,
    @Nullable String outline,
    @Nullable Samples samples) {

  private static final Pattern WRAP =
      Pattern.compile("(?<!\\n)[ \\t]*\\n(?!\\n|\\s*([-*]|\\d+[.)])\\s)");
  private static final double DEFAULT_MINUTES = 20;
  private static final double DEFAULT_PENALTY = 0.5;
  private static final double DEFAULT_SHARE_FOR_FIVE = 2.0 / 3;

  record CriterionEntry(
      String id,
      @Nullable String title,
      @Nullable Double weight,
      @Nullable Map<String, Double> weightAt,
      @Nullable Map<Integer, String> anchors,
      @Nullable String probe,
      @Nullable Double need,
      List<IdeaEntry> ideas) {

    Criterion toCriterion() {
      List<Idea> list = ideas.stream().map(IdeaEntry::toIdea).toList();
      double all = list.stream().mapToDouble(Idea::weight).sum();
      return new Criterion(
          id,
          Titles.or(title, id),
          orElse(weight, 1),
          orEmpty(weightAt).entrySet().stream()
              .collect(Collectors.toMap(e -> Level.of(e.getKey()), Map.Entry::getValue)),
          new TreeMap<>(orEmpty(anchors)),
          stripped(probe),
          // never more than there is, or no answer could reach a 5
          Math.min(all, orElse(need, all * DEFAULT_SHARE_FOR_FIVE)),
          list);
    }
  }

  record IdeaEntry(
      String id,
      @Nullable String says,
      @Nullable Double weight,
      List<String> phrases,
      @Nullable List<String> finds,
      @Nullable List<String> ignores) {

    Idea toIdea() {
      return new Idea(
          id,
          Titles.or(says, id),
          orElse(weight, 1),
          phrases.stream().map(PhraseText::new).toList(),
          orEmpty(finds),
          orEmpty(ignores));
    }
  }

  record RedFlagEntry(
      String id,
      @Nullable String name,
      @Nullable String reason,
      @Nullable Double penalty,
      @Nullable List<String> phrases,
      @Nullable List<String> unless) {

    RedFlag toRedFlag() {
      RedFlag.Trigger trigger =
          phrases != null
              ? new RedFlag.Found(phrases.stream().map(PhraseText::new).toList())
              : new RedFlag.Missing(orEmpty(unless).stream().map(PhraseText::new).toList());
      String title = Titles.or(name, id);
      return new RedFlag(
          id, title, stripped(reason).orElse(title), orElse(penalty, DEFAULT_PENALTY), trigger);
    }
  }

  record Samples(@Nullable String strong, @Nullable String weak) {}

  Question toQuestion(String version) {
    Rubric rubric =
        new Rubric(
            version,
            criteria.stream().map(CriterionEntry::toCriterion).toList(),
            orEmpty(redFlags).stream().map(RedFlagEntry::toRedFlag).toList(),
            new Thresholds(
                orEmpty(thresholds).entrySet().stream()
                    .collect(Collectors.toMap(e -> Level.of(e.getKey()), Map.Entry::getValue))));
    Optional<Samples> given = Optional.ofNullable(samples);
    Guidance guidance =
        new Guidance(
            orEmpty(listenFor),
            orEmpty(rejections),
            orEmpty(tips),
            stripped(outline),
            given.flatMap(s -> stripped(s.strong)),
            given.flatMap(s -> stripped(s.weak)));
    Kind roundKind = new Kind(kind);
    return new Question(
        new QuestionId(id),
        Titles.or(title, id),
        roundKind,
        story != null ? story : roundKind.equals(Kind.BEHAVIORAL),
        levelSet(),
        orEmpty(topics),
        Minutes.of(orElse(minutes, DEFAULT_MINUTES)),
        unwrapped(ask),
        Optional.ofNullable(context).map(QuestionFile::unwrapped),
        rubric,
        guidance);
  }

  private Set<Level> levelSet() {
    return levels == null
        ? EnumSet.allOf(Level.class)
        : levels.stream()
            .map(Level::of)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Level.class)));
  }

  static <T> List<T> orEmpty(@Nullable List<T> given) {
    return given == null ? List.of() : given;
  }

  static <K, V> Map<K, V> orEmpty(@Nullable Map<K, V> given) {
    return given == null ? Map.of() : given;
  }

  static double orElse(@Nullable Double given, double otherwise) {
    return given == null ? otherwise : given;
  }

  /** Authors wrap long lines; readers should see paragraphs. A blank line or a list stays. */
  private static String unwrapped(String text) {
    return WRAP.matcher(text.strip()).replaceAll(" ");
  }

  private static Optional<String> stripped(@Nullable String given) {
    return Optional.ofNullable(given).map(String::strip);
  }
}
