package dev.mockloop.discourse;

import dev.mockloop.text.Span;

/**
 * Words that deny or wave something away.
 *
 * @param cue the denying words
 * @param scope what they cover; the cue itself is not part of it
 * @param dismissal whether the thing is waved away ("no need for", "is overkill") rather than
 *     merely negated ("did not")
 */
public record Denial(Span cue, Span scope, boolean dismissal) {

  /** Whether something said at this place is denied: it lies in the scope and not over the cue. */
  public boolean covers(Span said) {
    return scope.overlaps(said) && !cue.overlaps(said);
  }
}
