package dev.mockloop.live;

import dev.mockloop.check.RubricCheck;
import dev.mockloop.revision.History;
import dev.mockloop.revision.Revision;
import dev.mockloop.revision.RevisionStore;
import dev.mockloop.revision.RubricDraft;
import dev.mockloop.revision.Signature;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.rubric.Synonyms;
import dev.mockloop.rubric.yaml.Problem;
import dev.mockloop.rubric.yaml.QuestionText;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where rubrics are edited: drafts are kept, texts are checked, and what is published lies over the
 * rubric folder from then on, also after a restart.
 */
public final class RubricDesk {
  /** A rubric longer than this is refused. */
  public static final int LONGEST = 200_000;

  private final Content content;
  private final RevisionStore store;
  private final RubricCheck check;
  private final Clock clock;

  RubricDesk(Content content, RevisionStore store, RubricCheck check, Clock clock) {
    this.content = content;
    this.store = store;
    this.check = check;
    this.clock = clock;
    store
        .questions()
        .forEach(
            id -> {
              layOver(id);
              noteShipped(id);
            });
  }

  /** Takes in what another server may have published. */
  synchronized void takeIn(QuestionId id) {
    layOver(id);
  }

  /** The same for every question. */
  void takeInAll() {
    store.questions().forEach(this::takeIn);
  }

  /**
   * A rubric with its versions.
   *
   * @param question as it is asked now
   * @param draft what is being worked on
   */
  public record Sheet(Question question, History history, Optional<RubricDraft> draft) {
    /** What an editor opens with: the draft, or the version in use. */
    public String text() {
      return draft.map(RubricDraft::text).orElseGet(() -> history.current().text());
    }

    /** The version that the text was made from. */
    public int base() {
      return draft.map(RubricDraft::base).orElseGet(() -> history.current().number());
    }
  }

  /** All rubrics, by the question's id. */
  public List<Sheet> all() {
    return content.catalogue().questions().stream().map(this::sheet).toList();
  }

  public Optional<Sheet> find(QuestionId id) {
    return content.catalogue().question(id).map(this::sheet);
  }

  /** What is wrong with the rubrics as they are read, for all to see. */
  public List<Problem> problems() {
    return content.problems();
  }

  /**
   * Every problem of a text, as {@code mockloop check} finds them, in order of line; none when it
   * can be published.
   */
  public List<Problem> check(QuestionId id, String text) {
    return check(id, read(id, text));
  }

  private List<Problem> check(QuestionId id, QuestionText text) {
    List<Problem> problems = new ArrayList<>(check.check(text, synonyms()));
    Optional<Question> now = content.catalogue().question(id);
    if (text.question().isPresent() && now.isPresent()) {
      Question written = text.question().get();
      if (!written.id().equals(id)) {
        problems.add(
            text.source()
                .problemAt(
                    "/id",
                    "the id must stay '" + id + "', as sessions and ratings name it; write it so"));
      }
      if (!written.kind().equals(now.get().kind())) {
        problems.add(
            text.source()
                .problemAt(
                    "/kind",
                    "the kind must stay '"
                        + now.get().kind()
                        + "', as loops count on it; write it so"));
      }
    }
    return problems.stream().sorted().toList();
  }

  /** The question that a text describes; empty when it has a problem that stops it from running. */
  public Optional<Question> question(QuestionId id, String text) {
    return read(id, text).question();
  }

  /**
   * Keeps what is being worked on.
   *
   * @param base the number of the version that the text was made from
   * @param known the number of the draft that the writer knows; 0 for none
   * @throws StaleDraftException when somebody else saved one since
   */
  public synchronized RubricDraft save(QuestionId id, String text, int base, long known) {
    Optional<RubricDraft> kept = store.draft(id);
    long number = kept.map(RubricDraft::number).orElse(0L);
    if (kept.isPresent() && number != known && !kept.get().text().equals(text)) {
      throw new StaleDraftException(kept.get());
    }
    RubricDraft draft = new RubricDraft(number + 1, base, now(), text);
    store.keepDraft(id, draft);
    return draft;
  }

  /** Keeps what is being worked on over whatever is there. */
  public synchronized RubricDraft save(QuestionId id, String text, int base) {
    return save(id, text, base, store.draft(id).map(RubricDraft::number).orElse(0L));
  }

  /** Forgets what is being worked on. */
  public void discard(QuestionId id) {
    store.dropDraft(id);
  }

  /**
   * Publishes a text. From then on new sessions are asked and scored with it.
   *
   * @param base the number of the version that the text was made from
   * @throws UnsoundRubricException when the text has a problem
   * @throws dev.mockloop.revision.BaseMovedException when another version is in use by now
   */
  public synchronized Revision publish(QuestionId id, String text, int base, Signature signature) {
    Revision published =
        add(id, history -> history.publish(text, base, signature, now(), this::version));
    // somebody else's draft is not what was published, so it stays
    store.draft(id).filter(d -> d.text().equals(text)).ifPresent(d -> store.dropDraft(id));
    return published;
  }

  /**
   * Publishes an older version again. A draft stays.
   *
   * @param to the older version
   * @param base the number of the version that is in use as far as the caller knows
   * @throws UnsoundRubricException when the older text does not pass today's check
   * @throws dev.mockloop.revision.BaseMovedException when another version is in use by now
   * @throws IllegalArgumentException when there is no such version
   */
  public synchronized Revision rollBack(QuestionId id, int to, int base, Signature signature) {
    return add(id, history -> history.rollBack(to, base, signature, now(), this::version));
  }

  private Revision add(QuestionId id, UnaryOperator<History> change) {
    int kept = store.revisions(id).size();
    History before = history(id);
    History after = change.apply(before);
    QuestionText text = read(id, after.current().text());
    List<Problem> problems = check(id, text);
    if (!problems.isEmpty()) {
      throw new UnsoundRubricException(problems);
    }
    if (!store.append(id, kept, after.since(kept))) {
      // another process published between the two lines above; its version is now the base
      return add(id, change);
    }
    content.offer(text);
    return after.current();
  }

  /** Takes the published version of a question into use. */
  private void layOver(QuestionId id) {
    History history = history(id);
    if (!history.published()) {
      return;
    }
    Path file = file(id);
    QuestionText text = QuestionText.read(file, history.current().text(), synonyms());
    if (text.question().isEmpty()) {
      Problem first = text.problems().getFirst();
      content.tell(
          new Problem(
              file,
              first.line(),
              first.column(),
              "version %d is not in use, the rubric folder's own is: %s"
                  .formatted(history.current().number(), first.message())));
    } else if (content.catalogue().question(id).isEmpty()) {
      content.tell(
          new Problem(
              file,
              1,
              1,
              "there are published versions, but the rubric folder has no sound question '"
                  + id
                  + "' any more; restore or mend its file"));
    } else if (!content.text(id).equals(history.current().text())) {
      content.offer(text);
    }
  }

  /** Only when the server starts, as servers with different folders would never end noting. */
  private void noteShipped(QuestionId id) {
    if (content.catalogue().question(id).isEmpty()) {
      return;
    }
    History history = history(id);
    int kept = store.revisions(id).size();
    if (history.revisions().size() > kept) {
      store.append(id, kept, history.since(kept));
    }
  }

  private Sheet sheet(Question question) {
    return new Sheet(question, history(question.id()), store.draft(question.id()));
  }

  /** The versions, with the folder's text as it stands now noted behind them. */
  private History history(QuestionId id) {
    List<Revision> kept = store.revisions(id);
    Optional<String> shipped = content.shipped(id);
    if (kept.isEmpty()) {
      return History.begin(shipped.orElse(""), now(), this::version);
    }
    History history = new History(kept);
    return shipped.map(text -> history.noting(text, now(), this::version)).orElse(history);
  }

  private QuestionText read(QuestionId id, String text) {
    return QuestionText.read(file(id), text, synonyms());
  }

  private static Path file(QuestionId id) {
    return Path.of(id.value() + ".yaml");
  }

  private String version(String text) {
    return QuestionText.version(text, synonyms());
  }

  private Synonyms synonyms() {
    return content.catalogue().synonyms();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
