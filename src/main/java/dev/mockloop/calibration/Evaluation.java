package dev.mockloop.calibration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.hipparchus.stat.regression.SimpleRegression;

/**
 * How the machine's scores agree with people's, with the measures that the field uses and two
 * baselines.
 *
 * @param answers how many were judged
 * @param pairs agreement by the names of who is compared, the people first
 * @param words correlations with the number of words: of the mean rating, of the machine
 * @param partial correlation of the machine with the mean rating, number of words held constant
 * @param bands by level of the mean rating
 * @param kinds by kind of answer
 * @param gamed share of answers of gamed kinds that score 2.5 or more
 * @param questions correlation and kappa with the mean rating by question
 */
public record Evaluation(
    int answers,
    Map<String, Agreement> pairs,
    Map<String, Double> words,
    double partial,
    List<Group> bands,
    List<Group> kinds,
    double gamed,
    Map<String, Agreement> questions) {
  public static final String MACHINE = "machine";
  public static final String MEAN = "mean rating";
  public static final String WORD_COUNT = "word count";
  public static final String KEYWORDS = "keywords";
  private static final Set<String> GAMED =
      Set.of("stuffed", "stuffed-prose", "negated", "off-topic", "echo");
  private static final double PASSABLE = 2.5;

  /**
   * Answers of one level or kind.
   *
   * @param name the level or kind
   * @param people mean of the mean ratings
   * @param machine mean of the machine's scores
   * @param off mean distance of the machine from the mean rating
   * @param exact share of the same level
   */
  public record Group(
      String name, int n, double people, double machine, double off, double exact) {}

  /** Judges scores. */
  public static Evaluation of(List<Scored> scored) {
    List<Double> people = list(scored, s -> s.answer().mean());
    List<Double> machine = list(scored, Scored::score);
    List<Double> count = list(scored, s -> s.card().words());
    Map<String, Agreement> pairs = new LinkedHashMap<>();
    List<String> raters =
        new ArrayList<>(
            scored.stream()
                .flatMap(s -> s.answer().ratings().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new)));
    for (int i = 0; i < raters.size(); i++) {
      for (int j = i + 1; j < raters.size(); j++) {
        pairs.put(
            raters.get(i) + " : " + raters.get(j), between(scored, raters.get(i), raters.get(j)));
      }
    }
    raters.forEach(r -> pairs.put(r + " : " + MACHINE, withMachine(scored, r)));
    pairs.put(MEAN + " : " + MACHINE, Agreement.of(people, machine));
    pairs.put(
        MEAN + " : " + WORD_COUNT,
        Agreement.of(people, baseline(scored, s -> Math.log1p(s.card().words()))));
    pairs.put(MEAN + " : " + KEYWORDS, Agreement.of(people, baseline(scored, Scored::keywords)));
    pairs.values().removeIf(a -> a.n() == 0);
    Map<String, Double> words = new LinkedHashMap<>();
    words.put(MEAN, Agreement.pearson(people, count));
    words.put(MACHINE, Agreement.pearson(machine, count));
    return new Evaluation(
        scored.size(),
        pairs,
        words,
        Agreement.partial(people, machine, count),
        groups(scored, s -> "level " + Agreement.level(s.answer().mean())),
        groups(scored, s -> s.answer().kind()),
        gamed(scored),
        byQuestion(scored));
  }

  /**
   * How two agree, people first; an {@link IllegalArgumentException} when they have no answer in
   * common.
   */
  public Agreement between(String first, String second) {
    Agreement agreement = pairs.get(first + " : " + second);
    if (agreement == null) {
      throw new IllegalArgumentException(first + " and " + second + " have no answer in common");
    }
    return agreement;
  }

  private static double gamed(List<Scored> scored) {
    List<Scored> gamed = scored.stream().filter(s -> GAMED.contains(s.answer().kind())).toList();
    return gamed.isEmpty()
        ? 0
        : gamed.stream().filter(s -> s.score() >= PASSABLE).count() / (double) gamed.size();
  }

  private static Agreement between(List<Scored> scored, String first, String second) {
    List<Scored> both =
        scored.stream()
            .filter(s -> s.answer().ratings().keySet().containsAll(Set.of(first, second)))
            .toList();
    return Agreement.of(
        list(both, s -> s.answer().ratings().get(first)),
        list(both, s -> s.answer().ratings().get(second)));
  }

  private static Agreement withMachine(List<Scored> scored, String rater) {
    List<Scored> rated =
        scored.stream().filter(s -> s.answer().ratings().containsKey(rater)).toList();
    return Agreement.of(
        list(rated, s -> s.answer().ratings().get(rater)), list(rated, Scored::score));
  }

  /** A line fitted on the other questions, so that the baseline has the chance the machine has. */
  private static List<Double> baseline(List<Scored> scored, ToDoubleFunction<Scored> feature) {
    List<Double> predicted = new ArrayList<>();
    Map<String, SimpleRegression> without = new LinkedHashMap<>();
    for (Scored one : scored) {
      SimpleRegression line =
          without.computeIfAbsent(
              one.answer().question(),
              question -> {
                SimpleRegression regression = new SimpleRegression();
                scored.stream()
                    .filter(s -> !s.answer().question().equals(question))
                    .forEach(s -> regression.addData(feature.applyAsDouble(s), s.answer().mean()));
                return regression;
              });
      double value = line.predict(feature.applyAsDouble(one));
      predicted.add(Double.isNaN(value) ? 0 : value);
    }
    return predicted;
  }

  private static List<Group> groups(
      List<Scored> scored, java.util.function.Function<Scored, String> by) {
    Map<String, List<Scored>> grouped =
        scored.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
    return grouped.entrySet().stream()
        .map(
            e ->
                new Group(
                    e.getKey(),
                    e.getValue().size(),
                    mean(e.getValue(), s -> s.answer().mean()),
                    mean(e.getValue(), Scored::score),
                    mean(e.getValue(), s -> Math.abs(s.score() - s.answer().mean())),
                    mean(
                        e.getValue(),
                        s ->
                            Agreement.level(s.score()) == Agreement.level(s.answer().mean())
                                ? 1
                                : 0)))
        .toList();
  }

  private static Map<String, Agreement> byQuestion(List<Scored> scored) {
    Map<String, Agreement> agreements = new TreeMap<>();
    scored.stream()
        .collect(Collectors.groupingBy(s -> s.answer().question()))
        .forEach(
            (question, answers) ->
                agreements.put(
                    question,
                    Agreement.of(
                        list(answers, s -> s.answer().mean()), list(answers, Scored::score))));
    return agreements;
  }

  private static double mean(List<Scored> scored, ToDoubleFunction<Scored> value) {
    return scored.stream().mapToDouble(value).average().orElse(0);
  }

  private static List<Double> list(List<Scored> scored, ToDoubleFunction<Scored> value) {
    return scored.stream().mapToDouble(value).boxed().toList();
  }
}
