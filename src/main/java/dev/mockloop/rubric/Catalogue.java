package dev.mockloop.rubric;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All loops and questions that can be run. */
public final class Catalogue {
  private final Map<QuestionId, Question> questions;
  private final Map<String, Loop> loops;
  private final Synonyms synonyms;
  private final Map<Kind, Briefing> briefings;
  private final QuestionBank bank;

  public Catalogue(
      Collection<Question> questions,
      Collection<Loop> loops,
      Synonyms synonyms,
      Map<Kind, Briefing> briefings) {
    this.questions = questions.stream().collect(sortedBy(Question::id));
    this.loops = loops.stream().collect(sortedBy(Loop::id));
    this.synonyms = synonyms;
    this.briefings = Map.copyOf(briefings);
    this.bank = QuestionBank.of(this.questions.values(), synonyms);
  }

  private static <K extends Comparable<K>, V>
      java.util.stream.Collector<V, ?, TreeMap<K, V>> sortedBy(Function<V, K> key) {
    return Collectors.toMap(key, v -> v, (first, second) -> first, TreeMap::new);
  }

  /** The same with one more loop, in the place of any with its id. */
  public Catalogue with(Loop loop) {
    List<Loop> more = new ArrayList<>(List.of(loop));
    more.addAll(loops.values());
    return new Catalogue(questions.values(), more, synonyms, briefings);
  }

  /** The same with one more question, in the place of any with its id. */
  public Catalogue with(Question question) {
    List<Question> more = new ArrayList<>(List.of(question));
    more.addAll(questions.values());
    return new Catalogue(more, loops.values(), synonyms, briefings);
  }

  public Optional<Question> question(QuestionId id) {
    return Optional.ofNullable(questions.get(id));
  }

  public Optional<Loop> loop(String id) {
    return Optional.ofNullable(loops.get(id));
  }

  /** By id. */
  public List<Question> questions() {
    return List.copyOf(questions.values());
  }

  /** Longest first, then by id. */
  public List<Loop> loops() {
    return loops.values().stream()
        .sorted(Comparator.comparing(Loop::total).reversed().thenComparing(Loop::id))
        .toList();
  }

  /** What goes for all rounds of a kind; {@link Briefing#NONE} when nothing is written down. */
  public Briefing briefing(Kind kind) {
    return briefings.getOrDefault(kind, Briefing.NONE);
  }

  /** All questions, to hold answers against. */
  public QuestionBank bank() {
    return bank;
  }

  public Synonyms synonyms() {
    return synonyms;
  }
}
