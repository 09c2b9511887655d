package dev.mockloop.revision;

import dev.mockloop.rubric.QuestionId;
import java.util.List;
import java.util.Optional;

/** Keeps versions and drafts of rubrics. Safe for many threads. */
public interface RevisionStore {

  /** The questions that have versions, in order. */
  List<QuestionId> questions();

  /** The versions of a question, oldest first; none while nothing was published. */
  List<Revision> revisions(QuestionId question);

  /**
   * Adds versions behind those that are there. When this returns, they are on disk.
   *
   * @param before how many versions the caller knows of
   * @return whether they were added; not when there are others by now
   */
  boolean append(QuestionId question, int before, List<Revision> revisions);

  Optional<RubricDraft> draft(QuestionId question);

  /** Keeps a draft in the place of the one before. When this returns, it is on disk. */
  void keepDraft(QuestionId question, RubricDraft draft);

  /** Forgets the draft; none there is no error. */
  void dropDraft(QuestionId question);
}
