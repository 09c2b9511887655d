package dev.mockloop.live;

import dev.mockloop.interview.Plan;
import dev.mockloop.interview.Session;
import dev.mockloop.interview.SessionId;
import dev.mockloop.rubric.Question;
import dev.mockloop.scoring.AnswerCard;
import dev.mockloop.scoring.Engine;
import dev.mockloop.scoring.LoopCard;
import dev.mockloop.transcript.KeptRubrics;
import dev.mockloop.transcript.RescoredCard;
import dev.mockloop.transcript.TranscriptStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Scores old sessions again, with the rubrics of today. The first card stays what it is and stays
 * the one that counts; each new one is kept beside it, named by the rubrics and the engine that
 * made it, so that scoring twice with the same makes one card.
 */
public final class Rescoring {
  private static final int ID_LENGTH = 12;

  private final Content content;
  private final Reports reports;
  private final TranscriptStore store;
  private final Clock clock;

  Rescoring(Content content, Reports reports, TranscriptStore store, Clock clock) {
    this.content = content;
    this.reports = reports;
    this.store = store;
    this.clock = clock;
  }

  /** The later cards of a session, the oldest first. */
  public List<RescoredCard> cards(SessionId session) {
    return store.derivedNames(session).stream()
        .filter(RescoredCard::isFileName)
        .flatMap(name -> store.derived(session, name).map(t -> RescoredCard.read(name, t)).stream())
        .sorted(Comparator.comparing(RescoredCard::at).thenComparing(RescoredCard::id))
        .toList();
  }

  /** The report of a session with one of its later cards; empty when it has no such card. */
  public Optional<Report> find(SessionId session, String card) {
    if (!RescoredCard.isId(card)) {
      return Optional.empty();
    }
    String name = RescoredCard.fileName(card);
    return store
        .derived(session, name)
        .map(text -> RescoredCard.read(name, text))
        .flatMap(
            c ->
                reports
                    .find(session)
                    .map(
                        r ->
                            new Report(
                                r.session(), c.card(), content.read(c.rubrics()), r.overrides())));
  }

  /** Whether a card was made with other rubrics, or by another engine, than it would be today. */
  public boolean outdated(LoopCard card) {
    return answers(card)
        .anyMatch(
            a ->
                content
                    .catalogue()
                    .question(a.question())
                    .filter(
                        q ->
                            !q.rubric().version().equals(a.rubricVersion())
                                || !a.engineVersion().equals(Engine.VERSION))
                    .isPresent());
  }

  /** Whether scoring a session again would make a card that there is not yet. */
  public boolean offers(Report report) {
    return outdated(report.card())
        && store
            .derived(
                report.session().id(),
                RescoredCard.fileName(id(questions(report.session(), report.kept()))))
            .isEmpty();
  }

  /**
   * Scores a session with the rubrics of today. A question that is no longer asked keeps the rubric
   * it had.
   *
   * @return the card; empty when there is no such session, or it is not over
   */
  public Optional<RescoredCard> rescore(SessionId session) {
    return reports.find(session).map(this::rescore);
  }

  private RescoredCard rescore(Report report) {
    Session session = report.session();
    KeptRubrics rubrics =
        content.keep(
            questions(session, report.kept()).stream().map(Question::id).toList(),
            store.rubrics(session.id()).questions());
    Kept kept = content.read(rubrics);
    String id = id(questions(kept));
    String name = RescoredCard.fileName(id);
    Optional<String> before = store.derived(session.id(), name);
    if (before.isPresent()) {
      return RescoredCard.read(name, before.get());
    }
    RescoredCard rescored =
        new RescoredCard(
            id,
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            rubrics,
            reports.score(session, kept));
    store.keepDerived(session.id(), name, rescored.write());
    return rescored;
  }

  private static List<Question> questions(Kept kept) {
    return kept.questions().values().stream().sorted(Comparator.comparing(Question::id)).toList();
  }

  private List<Question> questions(Session session, Kept kept) {
    return session.plan().rounds().stream()
        .flatMap(r -> r.questions().stream())
        .map(Plan.PlannedQuestion::id)
        .distinct()
        .sorted()
        .map(q -> content.catalogue().question(q).orElseGet(() -> kept.question(q)))
        .toList();
  }

  private static String id(List<Question> questions) {
    String all =
        questions.stream()
            .map(q -> q.id() + "@" + q.rubric().version())
            .collect(Collectors.joining("\n", "engine " + Engine.VERSION + "\n", ""));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, ID_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static Stream<AnswerCard> answers(LoopCard card) {
    return card.rounds().stream().flatMap(r -> r.answers().stream());
  }
}
