package dev.mockloop.scoring;

import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.Synonyms;
import dev.mockloop.text.ProseReader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Scores answers to any question, and keeps what it compiled. Safe for many threads.
 *
 * <p>The same text, rubric version, seniority and {@link Engine#VERSION} give an equal card every
 * time.
 */
public final class Scorer {
  private final ProseReader reader;
  private final ConcurrentMap<String, QuestionScorer> compiled = new ConcurrentHashMap<>();

  public Scorer(ProseReader reader) {
    this.reader = reader;
  }

  /** Scores one answer. */
  public AnswerCard score(Question question, Synonyms synonyms, String text, Level seniority) {
    return compiled
        .computeIfAbsent(
            question.id() + "@" + question.rubric().version(),
            key -> QuestionScorer.of(question, synonyms, reader))
        .score(text, seniority);
  }
}
