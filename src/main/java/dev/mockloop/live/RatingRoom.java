package dev.mockloop.live;

import dev.mockloop.agreement.Rating;
import dev.mockloop.interview.Asked;
import dev.mockloop.interview.Given;
import dev.mockloop.interview.Place;
import dev.mockloop.interview.Plan;
import dev.mockloop.interview.Session;
import dev.mockloop.interview.SessionId;
import dev.mockloop.rating.Item;
import dev.mockloop.rating.ItemId;
import dev.mockloop.rating.Levels;
import dev.mockloop.rating.RatedText;
import dev.mockloop.rating.Rater;
import dev.mockloop.rating.RatingBook;
import dev.mockloop.rating.RatingDesk;
import dev.mockloop.rating.RatingEvent;
import dev.mockloop.rating.RatingQueue;
import dev.mockloop.rating.RatingStore;
import dev.mockloop.rating.Sight;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.scoring.AnswerCard;
import dev.mockloop.scoring.CriterionScore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;

/**
 * Where answers of finished sessions are rated: hands them out, keeps what people gave, and shows
 * nobody the machine's score or the levels of others before their own are kept.
 */
public final class RatingRoom {
  /** The queue is drawn with this, so that it is the same after a restart. */
  private static final long SEED = 20_260_105L;

  private final LiveSessions sessions;
  private final Reports reports;
  private final RatingLog log;
  private final Clock clock;
  private final ConcurrentMap<SessionId, Map<ItemId, Answer>> known;
  private final Optional<Predicate<ItemId>> allowed;

  RatingRoom(LiveSessions sessions, Reports reports, RatingLog log, Clock clock) {
    this(sessions, reports, log, clock, new ConcurrentHashMap<>(), Optional.empty());
  }

  private RatingRoom(
      LiveSessions sessions,
      Reports reports,
      RatingLog log,
      Clock clock,
      ConcurrentMap<SessionId, Map<ItemId, Answer>> known,
      Optional<Predicate<ItemId>> allowed) {
    this.known = known;
    this.allowed = allowed;
    this.sessions = sessions;
    this.reports = reports;
    this.log = log;
    this.clock = clock;
  }

  /** A room of its own over a store, for tests and tools. */
  public static RatingRoom over(
      LiveSessions sessions, Reports reports, RatingStore store, Clock clock) {
    return new RatingRoom(sessions, reports, new RatingLog(store), clock);
  }

  /**
   * The room with only these answers in it, as if there were no others. Each of them is wanted by
   * whoever is given it, however many have rated it.
   */
  public RatingRoom among(Predicate<ItemId> some) {
    return new RatingRoom(sessions, reports, log, clock, known, Optional.of(some));
  }

  /** Whether a rater has rated every answer of a session that can be rated. */
  public boolean hasRatedAll(Rater rater, SessionId session) {
    RatingBook book = log.book();
    return answers(session).keySet().stream().noneMatch(i -> book.by(rater, i).isEmpty());
  }

  /**
   * An answer that can be rated.
   *
   * @param title of its question
   * @param round kind of its round
   */
  public record Answer(Item item, Place place, String title, String round) {}

  /**
   * An answer as a rater reads it. It holds no score, so that none can be shown by mistake.
   *
   * @param question with the rubric that the session was run with
   * @param text the answer
   * @param probe the follow-up, if one was asked
   * @param probeText what was answered to it; empty when nothing was
   */
  public record Paper(
      Answer answer, Question question, String text, Optional<Asked> probe, String probeText) {
    public ItemId id() {
      return answer.item().id();
    }
  }

  /** What is put before a rater. */
  public sealed interface View {
    Paper paper();

    /** To be rated; nothing else is known of it. */
    record Blank(Paper paper) implements View {}

    /** Rated, beside what others and the machine gave. */
    record Compared(Paper paper, Sight.Open sight, AnswerCard machine) implements View {}
  }

  /** All answers that can be rated, by id; those where nothing was typed are left out. */
  public Map<ItemId, Answer> answers() {
    Map<ItemId, Answer> answers = new LinkedHashMap<>();
    List<SessionId> ids = sessions.ids().stream().sorted().toList();
    known.keySet().retainAll(ids);
    ids.forEach(id -> answers.putAll(answers(id)));
    allowed.ifPresent(some -> answers.keySet().removeIf(some.negate()));
    return answers;
  }

  public RatingBook book() {
    return log.book();
  }

  public RatingQueue queue() {
    return queue(log.book());
  }

  /** The answer, to be read; empty when there is none of that id. */
  public Optional<Paper> paper(ItemId id) {
    return answer(id)
        .flatMap(
            answer ->
                sessions
                    .find(id.session())
                    .flatMap(
                        session ->
                            sessions.kept(id.session()).map(kept -> paper(answer, session, kept))));
  }

  /** The answer with all that the machine made of it. */
  public Optional<Report.Item> scored(ItemId id) {
    return answer(id)
        .flatMap(answer -> reports.find(id.session()).flatMap(r -> r.item(answer.place())));
  }

  private Optional<Answer> answer(ItemId id) {
    return Optional.ofNullable(answers(id.session()).get(id))
        .filter(a -> allowed.map(some -> some.test(id)).orElse(true));
  }

  private static Paper paper(Answer answer, Session session, Kept kept) {
    return new Paper(
        answer,
        kept.question(answer.item().id().question()),
        session.given(answer.place()).map(Given::text).orElse(""),
        session.probe(answer.place()),
        session.given(answer.place().atProbe()).map(Given::text).orElse(""));
  }

  /** The answer as this rater may see it now. */
  public Optional<View> view(Rater rater, ItemId id) {
    RatingBook book = log.book();
    boolean again = again(book, rater, id);
    return switch (book.sight(rater, id)) {
      case Sight.Open open when !again ->
          paper(id).flatMap(p -> scored(id).map(i -> new View.Compared(p, open, i.card())));
      default -> paper(id).map(View.Blank::new);
    };
  }

  /**
   * Keeps a rating. Sending the same again does nothing.
   *
   * @throws dev.mockloop.rating.RatingException when it is not complete, with what is missing
   */
  public void submit(Paper paper, Rater rater, Levels levels, String note) {
    log.keepOne(
        book ->
            RatingDesk.submit(
                book,
                paper.question().rubric(),
                new RatingEvent.Submitted(paper.id(), rater, levels, note.strip(), now()),
                again(book, rater, paper.id())));
  }

  /** Settles a disagreement. */
  public void adjudicate(ItemId id, Rater rater, int level, String reason) {
    log.keepOne(book -> Optional.of(RatingDesk.adjudicate(book, id, rater, level, reason, now())));
  }

  /** Answers for another level than the machine's. */
  public void override(ItemId id, Rater rater, int level, String reason) {
    log.keepOne(book -> Optional.of(RatingDesk.override(id, rater, level, reason, now())));
  }

  /** Every first rating of every answer that is there, and the machine's scores of the same. */
  public List<Rating> ratings() {
    List<Rating> ratings = new ArrayList<>();
    Map<Rater, String> names = new HashMap<>();
    eachRated(
        id -> true,
        (answer, report, item) -> {
          for (RatingEvent.Given given : log.book().firsts(answer.item().id())) {
            String name = names.computeIfAbsent(given.rater(), Rater::name);
            given
                .levels()
                .byCriterion()
                .forEach(
                    (criterion, level) ->
                        ratings.add(
                            rating(
                                answer, report, name, criterion, level, Optional.of(given.at()))));
          }
          machine(item.card())
              .forEach(
                  (criterion, score) ->
                      ratings.add(
                          rating(
                              answer, report, Rating.MACHINE, criterion, score, Optional.empty())));
        });
    return List.copyOf(ratings);
  }

  /** Every answer that somebody rated as a whole, with its text and levels. */
  public List<RatedText> ratedTexts() {
    return ratedTexts(id -> true);
  }

  /** Those to one question; the reports of other sessions are not read. */
  public List<RatedText> ratedTexts(QuestionId question) {
    return ratedTexts(id -> id.question().equals(question));
  }

  private List<RatedText> ratedTexts(Predicate<ItemId> which) {
    List<RatedText> texts = new ArrayList<>();
    eachRated(
        which,
        (answer, report, item) -> {
          RatedText text = ratedText(answer.item().id(), item);
          if (!text.overall().isEmpty()) {
            texts.add(text);
          }
        });
    return List.copyOf(texts);
  }

  /** All ratings as CSV, to be read by {@link #read} and by {@code mockloop agree}. */
  public String table(boolean withMachine) {
    List<RatingTable.Row> rows = new ArrayList<>();
    eachRated(
        id -> true,
        (answer, report, item) -> {
          log.book().all(answer.item().id()).forEach(g -> rows.addAll(RatingTable.rows(answer, g)));
          if (withMachine) {
            machine(item.card())
                .forEach(
                    (criterion, score) ->
                        rows.add(
                            RatingTable.row(answer, Rating.MACHINE, criterion, score, "", "")));
          }
        });
    return RatingTable.write(rows);
  }

  /**
   * What an import came to.
   *
   * @param ratings how many ratings the table holds; one rater's levels for one answer are one
   * @param fresh how many of them are new
   * @param machineRows rows of the machine, which are left out
   */
  public record Read(int ratings, int fresh, int machineRows) {}

  /**
   * Reads ratings from a table. All of them are kept, or none; what is there already is not kept
   * twice.
   *
   * @throws dev.mockloop.rating.RatingException when anything is wrong, with the line and the mend
   */
  public Read read(byte[] table) {
    RatingTable.Parsed parsed = RatingTable.read(table, this::rubric, now());
    List<RatingEvent> kept =
        log.keep(
            book ->
                parsed.ratings().stream()
                    .filter(r -> !RatingTable.isThere(book, r))
                    .<RatingEvent>map(r -> r)
                    .toList());
    return new Read(parsed.ratings().size(), kept.size(), parsed.machineRows());
  }

  private Optional<RatingTable.Rated> rubric(ItemId id) {
    return paper(id).map(p -> new RatingTable.Rated(p.answer(), p.question().rubric()));
  }

  private interface Rated {
    void accept(Answer answer, Report report, Report.Item item);
  }

  private void eachRated(Predicate<ItemId> which, Rated each) {
    Map<SessionId, Optional<Report>> read = new HashMap<>();
    for (ItemId id : log.book().rated()) {
      Optional<Answer> answer = which.test(id) ? answer(id) : Optional.empty();
      if (answer.isPresent()) {
        read.computeIfAbsent(id.session(), reports::find)
            .ifPresent(
                report ->
                    report
                        .item(answer.get().place())
                        .ifPresent(item -> each.accept(answer.get(), report, item)));
      }
    }
  }

  private RatedText ratedText(ItemId id, Report.Item item) {
    Map<String, Double> overall = new HashMap<>();
    Map<String, Map<String, Double>> criteria = new HashMap<>();
    for (RatingEvent.Given given : log.book().firsts(id)) {
      given
          .levels()
          .byCriterion()
          .forEach(
              (criterion, level) ->
                  (criterion.equals(Levels.OVERALL)
                          ? overall
                          : criteria.computeIfAbsent(criterion, c -> new HashMap<>()))
                      .put(given.rater().name(), level));
    }
    log.book()
        .adjudication(id)
        .ifPresent(decided -> overall.put(RatedText.DECIDED, (double) decided.level()));
    return new RatedText(id.value(), id.question().value(), item.text(), overall, criteria);
  }

  private static Map<String, Double> machine(AnswerCard card) {
    Map<String, Double> scores = new LinkedHashMap<>();
    scores.put(Rating.OVERALL, card.overall());
    for (CriterionScore criterion : card.criteria()) {
      scores.put(criterion.id(), criterion.score());
    }
    return scores;
  }

  private static Rating rating(
      Answer answer,
      Report report,
      String rater,
      String criterion,
      double value,
      Optional<Instant> at) {
    Plan plan = report.session().plan();
    return new Rating(
        answer.item().id().value(),
        rater,
        criterion,
        value,
        answer.item().id().question().value(),
        answer.round(),
        Map.of("level", plan.level().id(), "mode", report.session().mode().id()),
        at);
  }

  private boolean again(RatingBook book, Rater rater, ItemId id) {
    return queue(book)
        .next(rater)
        .filter(task -> task.again() && task.item().id().equals(id))
        .isPresent();
  }

  private RatingQueue queue(RatingBook book) {
    List<Item> items = answers().values().stream().map(Answer::item).toList();
    return allowed.isPresent()
        ? new RatingQueue(items, book, SEED, Integer.MAX_VALUE)
        : new RatingQueue(items, book, SEED);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** A session that is over never changes, so its answers are looked for once. */
  private Map<ItemId, Answer> answers(SessionId id) {
    Map<ItemId, Answer> before = known.get(id);
    if (before != null) {
      return before;
    }
    Optional<Session> over = sessions.find(id).filter(Session::isOver);
    if (over.isEmpty()) {
      return Map.of();
    }
    Map<ItemId, Answer> found = answers(over.get());
    known.put(id, found);
    return found;
  }

  private static Map<ItemId, Answer> answers(Session session) {
    Map<ItemId, Answer> answers = new LinkedHashMap<>();
    for (int r = 0; r < session.plan().rounds().size(); r++) {
      Plan.PlannedRound round = session.plan().rounds().get(r);
      for (int q = 0; q < round.questions().size(); q++) {
        Place place = new Place(r, q, false);
        if (session.given(place).isPresent() && !Report.text(session, place).isBlank()) {
          QuestionId question = round.questions().get(q).id();
          ItemId id = new ItemId(session.id(), question);
          answers.putIfAbsent(
              id,
              new Answer(
                  new Item(id, Samples.contains(session.id())),
                  place,
                  round.questions().get(q).title(),
                  round.kind().id()));
        }
      }
    }
    return answers;
  }
}
