package dev.mockloop.live;

import dev.mockloop.revision.RubricDraft;

/** Somebody else saved the draft since; neither text is lost, one of the two must be chosen. */
public final class StaleDraftException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient RubricDraft kept;

  StaleDraftException(RubricDraft kept) {
    super(
        "Another window saved a draft of this rubric since; yours is still in this page. Save yours over it, or open the other");
    this.kept = kept;
  }

  /** The draft that is kept. */
  public RubricDraft kept() {
    return kept;
  }
}
