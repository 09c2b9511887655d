package dev.mockloop.scoring;

import dev.mockloop.relevance.Topics;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionBank;
import dev.mockloop.text.Prose;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Scores answers to any question, and keeps what it compiled. Safe for many threads.
 *
 * <p>The same text, question, bank, seniority and {@link Engine#VERSION} give an equal card every
 * time.
 */
public final class Scorer {
  private final Tools tools;
  private final Turns turns;
  private final ConcurrentMap<String, Topics> topics;
  private final ConcurrentMap<String, QuestionScorer> compiled;

  public Scorer(Tools tools) {
    this(tools, Turns.AT_ONCE, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
  }

  private Scorer(
      Tools tools,
      Turns turns,
      ConcurrentMap<String, Topics> topics,
      ConcurrentMap<String, QuestionScorer> compiled) {
    this.tools = tools;
    this.turns = turns;
    this.topics = topics;
    this.compiled = compiled;
  }

  /** The same scorer, that waits for its turn. */
  public Scorer waiting(Turns other) {
    return new Scorer(tools, other, topics, compiled);
  }

  /** What it scores with; another scorer over these has compiled nothing yet. */
  public Tools tools() {
    return tools;
  }

  /**
   * A scorer that has compiled nothing: for rubrics that are still being written, of which nothing
   * should be kept.
   */
  public Scorer fresh() {
    return new Scorer(tools, turns, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
  }

  /**
   * Scores one answer.
   *
   * @param bank the questions that the answer may really be about, the question among them
   */
  public AnswerCard score(Question question, QuestionBank bank, String text, Level seniority) {
    return turns.take(() -> scored(question, bank, tools.reader().read(text), seniority));
  }

  /** The same for an answer that is read already, so that reading it once serves two rubrics. */
  public AnswerCard score(Question question, QuestionBank bank, Prose answer, Level seniority) {
    return turns.take(() -> scored(question, bank, answer, seniority));
  }

  private AnswerCard scored(Question question, QuestionBank bank, Prose answer, Level seniority) {
    return compiled
        .computeIfAbsent(
            question.id() + "@" + question.rubric().version() + " in " + bank.version(),
            key ->
                new QuestionScorer(
                    question,
                    bank,
                    topics.computeIfAbsent(
                        bank.version(), v -> Topics.of(bank.questions(), tools.background())),
                    tools))
        .score(answer, seniority);
  }
}
