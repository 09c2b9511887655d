package dev.mockloop.scoring;

import static java.util.stream.Collectors.groupingBy;

import dev.mockloop.matching.Evidence;
import dev.mockloop.matching.Findings;
import dev.mockloop.matching.FlagFinding;
import dev.mockloop.matching.RubricMatcher;
import dev.mockloop.relevance.Topics;
import dev.mockloop.rubric.Criterion;
import dev.mockloop.rubric.Idea;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionBank;
import dev.mockloop.rubric.RedFlag;
import dev.mockloop.story.Arc;
import dev.mockloop.story.Role;
import dev.mockloop.story.SentenceRole;
import dev.mockloop.text.Prose;
import dev.mockloop.text.Span;
import dev.mockloop.text.Word;
import dev.mockloop.text.Worded;
import dev.mockloop.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Scores answers to one question. Its rubric is compiled once; safe for many threads.
 *
 * <p>The way of an answer: it is read as {@link Statement}s; the rubric's phrases are matched; each
 * mention of an idea gets its {@link Standing} and backing; criteria follow from their ideas;
 * {@link Signal}s sum up what is said, foreseen or not; {@link LevelModel} makes merit of them;
 * {@link Aim} says how much of it belongs to this question; {@link Doubt}s cap it, and red flags
 * lower it. {@code docs/scoring.md} follows one answer all the way.
 */
final class QuestionScorer {
  static final double LOWEST = 1;
  static final double RANGE = 4;

  /**
   * An idea asserted and backed in two ways earns this many times what its name alone stands for.
   */
  private static final double FULLY_BACKED = 3;

  /** Coverage to score: the first ideas of a criterion tell most. */
  private static final double CRITERION_POWER = 0.6;

  private static final double ENOUGH_WORDS = 25;
  private static final double LEAST_FINDABLE = 0.4;

  /**
   * A flag takes off this share of its penalty: what raises it also keeps signals low, and counting
   * it in full made scores agree less with people's.
   */
  private static final double PENALTY_SHARE = 0.3;

  /**
   * A shorter answer is not blamed for what it does not hold: that already shows in its criteria.
   */
  private static final int FEWEST_WORDS_FOR_MISSING = 60;

  private final Question question;
  private final String bank;
  private final Tools tools;
  private final Topics topics;
  private final RubricMatcher matcher;
  private final StatementReader statements;
  private final IdeaReader ideas;
  private final Map<String, Double> findable = new HashMap<>();
  private final Coach coach;

  QuestionScorer(Question question, QuestionBank bank, Topics topics, Tools tools) {
    this.bank = bank.version();
    this.question = question;
    this.tools = tools;
    this.topics = topics;
    this.matcher = RubricMatcher.compile(question.rubric(), bank.synonyms(), tools.reader());
    this.statements = StatementReader.of(question, tools.reader());
    this.ideas = new IdeaReader(question.story());
    question.rubric().criteria().forEach(c -> findable.put(c.id(), findable(c)));
    this.coach = new Coach(question, tools.background());
  }

  /** Scores an answer of any length and content; the empty one earns 1. */
  AnswerCard score(Prose answer, Level seniority) {
    List<Worded> worded = Worded.of(answer);
    CompletableFuture<Findings> matching =
        CompletableFuture.supplyAsync(() -> matcher.match(worded), tools.beside());
    List<Statement> said = statements.read(answer, worded);
    List<SentenceRole> roles = roles(worded, said);
    Findings findings = matching.join();
    Map<String, Map<String, List<Evidence>>> mentions =
        findings.evidence().stream()
            .collect(groupingBy(Evidence::criterion, groupingBy(Evidence::idea)));
    List<CriterionScore> criteria =
        question.rubric().criteria().stream()
            .map(c -> criterion(c, seniority, said, mentions.getOrDefault(c.id(), Map.of())))
            .toList();
    Optional<Arc> arc = question.story() ? Optional.of(arc(roles, said)) : Optional.empty();
    Map<Signal, Double> signals =
        SignalReader.read(criteria, said, arc, topics.richness(question.id()));
    Aim aim = aim(said, criteria);
    List<Doubt> doubts = Doubts.of(said, criteria, aim);
    List<RaisedFlag> flags = flags(answer, said, findings);
    double overall = Overall.of(tools.model(), question.story(), signals, aim, doubts, flags);
    List<Advice> advice = coach.advise(answer, said, criteria);
    return new AnswerCard(
        question.id(),
        question.rubric().version(),
        bank,
        Engine.VERSION,
        seniority,
        overall,
        Verdict.of(overall, seniority, question.rubric().thresholds()),
        ConfidenceJudge.of(
            answer, said, signals, aim, overall, seniority, question.rubric().thresholds()),
        answer.wordCount(),
        criteria,
        points(signals, aim),
        aim,
        doubts,
        roles,
        arc.map(QuestionScorer::story),
        flags,
        advice,
        NextStep.of(doubts, arc, advice));
  }

  private CriterionScore criterion(
      Criterion criterion,
      Level seniority,
      List<Statement> said,
      Map<String, List<Evidence>> found) {
    List<IdeaEvidence> evidence = new ArrayList<>();
    List<MissingIdea> missing = new ArrayList<>();
    double earned = 0;
    for (Idea idea :
        criterion.ideas().stream()
            .sorted(Comparator.comparingDouble(Idea::weight).reversed())
            .toList()) {
      List<IdeaEvidence> mentions =
          found.getOrDefault(idea.id(), List.of()).stream()
              .map(e -> ideas.read(idea, e, said))
              .toList();
      double credit = mentions.stream().mapToDouble(IdeaEvidence::credit).max().orElse(0);
      earned += idea.weight() * credit;
      evidence.addAll(mentions);
      if (credit == 0) {
        missing.add(new MissingIdea(idea.id(), idea.says()));
      }
    }
    evidence.sort(Comparator.comparing(IdeaEvidence::span).thenComparing(IdeaEvidence::idea));
    double coverage =
        Math.min(
            1,
            earned / FULLY_BACKED / criterion.need() / findable.getOrDefault(criterion.id(), 1.0));
    double score = rounded(LOWEST + RANGE * Math.pow(coverage, CRITERION_POWER));
    return new CriterionScore(
        criterion.id(),
        criterion.title(),
        criterion.weightFor(seniority),
        coverage,
        score,
        Verdict.of(score, seniority).level(),
        evidence,
        missing);
  }

  /**
   * How much of what is said a criterion can be expected to find: an idea with a few words in its
   * phrases misses many wordings, so less is asked of it.
   */
  private static double findable(Criterion criterion) {
    double words =
        criterion.ideas().stream()
            .mapToLong(
                i ->
                    i.phrases().stream()
                        .flatMap(p -> Words.of(p.source()).stream())
                        .map(Word::form)
                        .distinct()
                        .count())
            .average()
            .orElse(1);
    return Math.clamp(words / ENOUGH_WORDS, LEAST_FINDABLE, 1);
  }

  /** Roles are read among the statements that count, so that a list or an echo shifts none. */
  private List<SentenceRole> roles(List<Worded> answer, List<Statement> said) {
    List<Worded> counting = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      if (said.get(i).counts()) {
        counting.add(answer.get(i));
      }
    }
    List<SentenceRole> read = tools.roles().read(counting);
    List<SentenceRole> roles = new ArrayList<>();
    int next = 0;
    for (Statement statement : said) {
      roles.add(
          statement.counts()
              ? read.get(next++)
              : new SentenceRole(statement.remark().span(), Role.OTHER));
    }
    return roles;
  }

  private static Arc arc(List<SentenceRole> roles, List<Statement> said) {
    return Arc.of(
        roles.stream().map(SentenceRole::role).toList(),
        said.stream().map(Statement::remark).toList());
  }

  private static StoryScore story(Arc arc) {
    return new StoryScore(
        rounded(LOWEST + RANGE * arc.completeness()), arc.present(), arc.missing());
  }

  private Aim aim(List<Statement> said, List<CriterionScore> criteria) {
    List<Span> credited =
        criteria.stream()
            .flatMap(c -> c.evidence().stream())
            .filter(e -> e.credit() > 0)
            .map(IdeaEvidence::span)
            .toList();
    Set<String> loose = new HashSet<>();
    List<Set<String>> asked = new ArrayList<>();
    for (Statement statement : said) {
      if (statement.counts()) {
        if (credited.stream().anyMatch(statement.remark().span()::contains)) {
          asked.add(statement.stems());
        } else {
          loose.addAll(statement.stems());
        }
      }
    }
    return Aim.of(topics.fit(question.id(), loose, asked), question.story());
  }

  private static List<RaisedFlag> flags(Prose answer, List<Statement> said, Findings findings) {
    List<RaisedFlag> raised = new ArrayList<>();
    for (FlagFinding finding : findings.flags()) {
      // words of a list or of the question neither raise a flag nor lower one
      List<Span> spans =
          finding.spans().stream()
              .filter(
                  span ->
                      said.stream().anyMatch(s -> s.counts() && s.remark().span().contains(span)))
              .toList();
      switch (finding.flag().trigger()) {
        case RedFlag.Found found ->
            spans.stream().limit(1).forEach(s -> raised.add(raised(finding.flag(), s)));
        case RedFlag.Missing missing -> {
          if (spans.isEmpty() && answer.wordCount() >= FEWEST_WORDS_FOR_MISSING) {
            raised.add(raised(finding.flag(), new Span(0, answer.text().length())));
          }
        }
      }
    }
    return raised;
  }

  private static RaisedFlag raised(RedFlag flag, Span span) {
    return new RaisedFlag(
        flag.id(), flag.name(), flag.reason(), span, PENALTY_SHARE * flag.penalty());
  }

  private List<SignalScore> points(Map<Signal, Double> signals, Aim aim) {
    Map<Signal, Double> shares = tools.model().shares(signals, question.story());
    return signals.entrySet().stream()
        .map(
            e ->
                new SignalScore(
                    e.getKey(),
                    e.getValue(),
                    RANGE * aim.share() * shares.getOrDefault(e.getKey(), 0.0)))
        .sorted(Comparator.comparingDouble(SignalScore::points).reversed())
        .toList();
  }

  private static double rounded(double score) {
    return Math.round(score * 100) / 100.0;
  }
}
