package dev.mockloop.scoring;

import dev.mockloop.matching.Evidence;
import dev.mockloop.matching.Findings;
import dev.mockloop.matching.FlagFinding;
import dev.mockloop.matching.RubricMatcher;
import dev.mockloop.rubric.Criterion;
import dev.mockloop.rubric.Idea;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.RedFlag;
import dev.mockloop.rubric.Synonyms;
import dev.mockloop.story.Arc;
import dev.mockloop.story.RoleReader;
import dev.mockloop.story.SentenceRole;
import dev.mockloop.text.Prose;
import dev.mockloop.text.ProseReader;
import dev.mockloop.text.Sentence;
import dev.mockloop.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Scores answers to one question. Its rubric is compiled once; safe for many threads.
 *
 * <p>A criterion's score is {@code 1 + 4 * min(1, earned / need)}: {@code earned} adds, over its
 * ideas, the idea's weight times the best {@link Standing} that any mention of it has, so that
 * repetition adds nothing. With {@code need} 3, two ideas asserted and one only named earn 2.35, a
 * score of 4.13. The overall score is the mean of the criteria by weight, for a story mixed with
 * the score of its arc, less the penalties of red flags, kept within 1 and 5.
 */
public final class QuestionScorer {
  private static final double LOWEST = 1;
  private static final double RANGE = 4;

  /** How much of a story question's score is the arc. */
  private static final double STORY_SHARE = 0.35;

  /**
   * Content that is no answer at all carries no arc; with one level more, the arc counts in full.
   */
  private static final double CONTENT_FOR_ANY_ARC = 1.5;

  /**
   * A shorter answer is not blamed for what it does not hold: that already shows in its criteria.
   */
  private static final int FEWEST_WORDS_FOR_MISSING = 60;

  private final Question question;
  private final ProseReader reader;
  private final RubricMatcher matcher;
  private final StandingJudge judge;
  private final RoleReader roles = new RoleReader();

  private QuestionScorer(Question question, Synonyms synonyms, ProseReader reader) {
    this.question = question;
    this.reader = reader;
    this.matcher = RubricMatcher.compile(question.rubric(), synonyms, reader);
    this.judge = StandingJudge.of(question, reader);
  }

  public static QuestionScorer of(Question question, Synonyms synonyms, ProseReader reader) {
    return new QuestionScorer(question, synonyms, reader);
  }

  /** Scores an answer of any length and content; the empty one earns 1. */
  public AnswerCard score(String text, Level seniority) {
    Prose answer = reader.read(text);
    Findings findings = matcher.match(answer);
    List<CriterionScore> criteria =
        question.rubric().criteria().stream()
            .map(c -> criterion(c, seniority, answer, findings))
            .toList();
    List<SentenceRole> sentences = roles.read(answer);
    Optional<StoryScore> story =
        question.story() ? Optional.of(story(sentences)) : Optional.empty();
    List<RaisedFlag> flags = flags(answer, findings);
    double overall = overall(criteria, story, flags);
    return new AnswerCard(
        question.id(),
        question.rubric().version(),
        Engine.VERSION,
        seniority,
        overall,
        Verdict.of(overall, seniority),
        answer.wordCount(),
        criteria,
        sentences,
        story,
        flags,
        NextStep.of(question, answer, criteria, story));
  }

  private CriterionScore criterion(
      Criterion criterion, Level seniority, Prose answer, Findings findings) {
    List<IdeaEvidence> evidence = new ArrayList<>();
    List<MissingIdea> missing = new ArrayList<>();
    double earned = 0;
    for (Idea idea :
        criterion.ideas().stream()
            .sorted(Comparator.comparingDouble(Idea::weight).reversed())
            .toList()) {
      List<IdeaEvidence> mentions =
          findings.evidence().stream()
              .filter(e -> e.criterion().equals(criterion.id()) && e.idea().equals(idea.id()))
              .map(e -> mention(idea, e, answer))
              .toList();
      double credit = mentions.stream().mapToDouble(m -> m.standing().credit()).max().orElse(0);
      earned += idea.weight() * credit;
      evidence.addAll(mentions);
      if (credit == 0) {
        missing.add(new MissingIdea(idea.id(), idea.says()));
      }
    }
    evidence.sort(Comparator.comparing(IdeaEvidence::span).thenComparing(IdeaEvidence::idea));
    double score = rounded(LOWEST + RANGE * Math.min(1, earned / criterion.need()));
    return new CriterionScore(
        criterion.id(),
        criterion.title(),
        criterion.weightFor(seniority),
        score,
        Verdict.of(score, seniority).level(),
        evidence,
        missing);
  }

  private IdeaEvidence mention(Idea idea, Evidence found, Prose answer) {
    Sentence sentence =
        answer.sentences().stream()
            .filter(s -> s.span().contains(found.span()))
            .findFirst()
            .orElseThrow();
    return new IdeaEvidence(
        idea.id(), idea.says(), found.span(), judge.judge(answer, sentence, found.span()));
  }

  private static StoryScore story(List<SentenceRole> sentences) {
    Arc arc = Arc.of(sentences);
    return new StoryScore(
        rounded(LOWEST + RANGE * arc.completeness()), arc.present(), arc.missing());
  }

  private static List<RaisedFlag> flags(Prose answer, Findings findings) {
    List<RaisedFlag> raised = new ArrayList<>();
    for (FlagFinding finding : findings.flags()) {
      switch (finding.flag().trigger()) {
        case RedFlag.Found found ->
            finding.spans().stream().limit(1).forEach(s -> raised.add(raised(finding.flag(), s)));
        case RedFlag.Missing missing -> {
          if (finding.spans().isEmpty() && answer.wordCount() >= FEWEST_WORDS_FOR_MISSING) {
            raised.add(raised(finding.flag(), new Span(0, answer.text().length())));
          }
        }
      }
    }
    return raised;
  }

  private static RaisedFlag raised(RedFlag flag, Span span) {
    return new RaisedFlag(flag.id(), flag.name(), flag.reason(), span, flag.penalty());
  }

  private static double overall(
      List<CriterionScore> criteria, Optional<StoryScore> story, List<RaisedFlag> flags) {
    double weights = criteria.stream().mapToDouble(CriterionScore::weight).sum();
    double content = criteria.stream().mapToDouble(c -> c.weight() * c.score()).sum() / weights;
    // an arc counts as far as the content answers the question: a good story about something else
    // is no answer
    double relevance = Math.clamp(content - CONTENT_FOR_ANY_ARC, 0, 1);
    double held =
        story.map(s -> content + STORY_SHARE * relevance * (s.score() - content)).orElse(content);
    double less = held - flags.stream().mapToDouble(RaisedFlag::penalty).sum();
    return rounded(Math.clamp(less, LOWEST, LOWEST + RANGE));
  }

  private static double rounded(double score) {
    return Math.round(score * 100) / 100.0;
  }
}
