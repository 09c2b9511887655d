package dev.mockloop.transcript;

import dev.mockloop.revision.Revision;
import dev.mockloop.revision.RevisionStore;
import dev.mockloop.revision.RubricDraft;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.store.ConflictException;
import dev.mockloop.store.Name;
import dev.mockloop.store.Store;
import dev.mockloop.store.StoreException;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * Versions and drafts of rubrics: for each question the ledger {@code revisions/<question>}, and a
 * document with the draft.
 */
public final class RevisionLedger implements RevisionStore {
  private static final String FOLDER = "revisions";
  private static final String DRAFT = ".draft.json";

  private final Store store;

  public RevisionLedger(Store store) {
    this.store = store;
  }

  @Override
  public List<QuestionId> questions() {
    return store.ledgers(FOLDER).stream().flatMap(n -> questionOf(n).stream()).sorted().toList();
  }

  @Override
  public List<Revision> revisions(QuestionId question) {
    return ledger(question).entries(0);
  }

  @Override
  public boolean append(QuestionId question, int before, List<Revision> revisions) {
    try {
      ledger(question).append(before, revisions);
      return true;
    } catch (ConflictException e) {
      return false;
    }
  }

  @Override
  public Optional<RubricDraft> draft(QuestionId question) {
    Name name = draftName(question);
    try {
      return store.document(name).map(t -> Json.MAPPER.readValue(t, RubricDraft.class));
    } catch (JacksonException e) {
      throw new StoreException(
          "the draft %s cannot be read; mend or delete it: %s"
              .formatted(store.where(name), e.getMessage()),
          e);
    }
  }

  @Override
  public void keepDraft(QuestionId question, RubricDraft draft) {
    store.put(draftName(question), Json.MAPPER.writeValueAsString(draft));
  }

  @Override
  public void dropDraft(QuestionId question) {
    store.delete(draftName(question));
  }

  /** The question whose versions a ledger holds; empty for any other ledger. */
  public static Optional<QuestionId> questionOf(Name ledger) {
    if (!ledger.folder().equals(FOLDER)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new QuestionId(ledger.last().replace("__", "/")));
    } catch (IllegalArgumentException e) {
      // somebody else's file
      return Optional.empty();
    }
  }

  private Ledger<Revision> ledger(QuestionId question) {
    return new Ledger<>(store, Name.in(FOLDER, plain(question)), new RevisionLines());
  }

  private static Name draftName(QuestionId question) {
    return Name.in(FOLDER, plain(question) + DRAFT);
  }

  /** A question's id holds no dots, and one slash. */
  private static String plain(QuestionId question) {
    return question.value().replace("/", "__");
  }
}
