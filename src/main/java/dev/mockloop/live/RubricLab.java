package dev.mockloop.live;

import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionBank;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.rubric.yaml.NumberEdit;
import dev.mockloop.rubric.yaml.Problem;
import dev.mockloop.rubric.yaml.QuestionText;
import dev.mockloop.scoring.Scorer;
import dev.mockloop.scoring.Turns;
import dev.mockloop.workbench.FitExample;
import dev.mockloop.workbench.Fitted;
import dev.mockloop.workbench.ItemAnalysis;
import dev.mockloop.workbench.Rated;
import dev.mockloop.workbench.Side;
import dev.mockloop.workbench.WeightFit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The workbench over the rubrics on offer and the rated answers there are: what-ifs, item analysis,
 * fits. What was computed is kept until the rubrics or the ratings change. All is judged at staff
 * level, as the rating guide is.
 */
public final class RubricLab {
  private static final Level SENIORITY = Level.STAFF;

  /** A weight of nothing cannot be written into a rubric. */
  private static final double LEAST_WEIGHT = 0.01;

  private final Content content;
  private final Scorer scorer;
  private final Turns turns;
  private final RatedAnswers rated;
  private final WhatIfJobs jobs;
  private final ConcurrentMap<QuestionId, Kept<ItemAnalysis>> analyses = new ConcurrentHashMap<>();
  private final ConcurrentMap<QuestionId, Kept<Fitted>> fits = new ConcurrentHashMap<>();

  /** What it was computed from, and what came of it. */
  private record Kept<T>(Object from, T result) {}

  private record From(String bank, List<Rated> own, List<List<Rated>> others) {}

  RubricLab(
      Content content,
      Scorer scorer,
      Turns turns,
      RatedAnswers rated,
      RandomGenerator random,
      WhatIfDocuments documents) {
    this.content = content;
    this.scorer = scorer;
    this.turns = turns;
    this.rated = rated;
    this.jobs = new WhatIfJobs(scorer, random, documents);
  }

  /** The question as it is on offer. */
  public Optional<Question> question(QuestionId id) {
    return content.catalogue().question(id);
  }

  /** How many rated answers there are to a question. */
  public int rated(QuestionId id) {
    return rated.of(id).size();
  }

  /** The analysis of a question's rubric over its rated answers. */
  public ItemAnalysis analysis(Question question) {
    Side side = side(question);
    List<Rated> answers = rated.of(question.id());
    return kept(
        analyses,
        question.id(),
        new From(side.bank().version(), answers, List.of()),
        () -> turns.take(() -> ItemAnalysis.of(side, answers, scorer, SENIORITY)));
  }

  /** Weights and thresholds fitted to a question's rated answers. */
  public Fitted fit(Question question) {
    Side side = side(question);
    List<Question> alike =
        content.catalogue().questions().stream()
            .filter(q -> q.kind().equals(question.kind()) && !q.id().equals(question.id()))
            .toList();
    List<Rated> own = rated.of(question.id());
    List<List<Rated>> others = alike.stream().map(q -> rated.of(q.id())).toList();
    return kept(
        fits,
        question.id(),
        new From(side.bank().version(), own, others),
        () -> {
          List<FitExample> shared = new ArrayList<>();
          for (int i = 0; i < alike.size(); i++) {
            shared.addAll(examples(new Side(alike.get(i), side.bank()), others.get(i)));
          }
          List<FitExample> mine = examples(side, own);
          return turns.take(() -> WeightFit.of(question, mine, shared, SENIORITY));
        });
  }

  private List<FitExample> examples(Side side, List<Rated> answers) {
    return answers.isEmpty()
        ? List.of()
        : turns.take(() -> FitExample.of(side, answers, scorer, SENIORITY));
  }

  /**
   * A question's text with fitted weights and thresholds in the place of its own, all else as its
   * author wrote it.
   */
  public String applied(Question question, Fitted fitted) {
    return applied(content.text(question.id()), fitted);
  }

  /** The same for a text that is being written. */
  public static String applied(String text, Fitted fitted) {
    Map<String, Double> weights = new java.util.HashMap<>();
    fitted.weights().stream()
        .filter(w -> w.current() != w.fitted())
        .forEach(w -> weights.put(w.criterion(), Math.max(LEAST_WEIGHT, w.fitted())));
    List<Double> lines =
        fitted.linesBefore().equals(fitted.linesAfter()) ? List.of() : fitted.linesAfter();
    return NumberEdit.apply(text, weights, lines, SENIORITY);
  }

  /** A question's text as it is on offer. */
  public String text(Question question) {
    return content.text(question.id());
  }

  /** What is wrong with a text as a question's rubric; empty when it can be tried. */
  public List<Problem> problems(Question question, String text) {
    QuestionText read = read(question, text);
    List<Problem> problems = new ArrayList<>(read.problems());
    read.question()
        .filter(q -> !q.id().equals(question.id()))
        .ifPresent(
            q ->
                problems.add(
                    read.source()
                        .problemAt(
                            "/id", "the id must stay " + question.id() + " here, got " + q.id())));
    return problems;
  }

  /**
   * Begins to score the rated answers under a changed rubric.
   *
   * @param text a text without {@link #problems}
   * @throws NotNowException when too many are running
   */
  public WhatIfJob whatIf(Question question, String text) {
    Side before = side(question);
    return jobs.start(
        before,
        before.with(read(question, text).question().orElseThrow()),
        rated.of(question.id()));
  }

  /** Gets ready for what-ifs of a question that somebody has begun to work on. */
  public void prepare(Question question) {
    jobs.prepare(side(question), () -> rated.of(question.id()));
  }

  /** A what-if of a question; empty when it is none of the last ones. */
  public Optional<WhatIfJob> job(QuestionId question, String id) {
    return jobs.find(question, id);
  }

  /** Stops a what-if; one that is over stays as it is. */
  public void cancel(WhatIfJob job) {
    jobs.cancel(job);
  }

  private QuestionText read(Question question, String text) {
    return QuestionText.read(
        Path.of(question.id().value() + ".yaml"), text, content.catalogue().synonyms());
  }

  private Side side(Question question) {
    QuestionBank bank = content.catalogue().bank();
    return new Side(question, bank);
  }

  private static <T> T kept(
      ConcurrentMap<QuestionId, Kept<T>> all, QuestionId id, From from, Supplier<T> computing) {
    Kept<T> result =
        all.compute(
            id,
            (question, before) ->
                before != null && before.from().equals(from)
                    ? before
                    : new Kept<>(from, computing.get()));
    return result.result();
  }
}
