package dev.mockloop.scoring;

import dev.mockloop.discourse.Move;
import dev.mockloop.text.Span;
import java.util.List;

/**
 * Words of the answer that an idea was read from, and what they earned.
 *
 * @param idea the idea's id
 * @param says the idea as a sentence
 * @param span where, in the answer as typed
 * @param standing how it stands there
 * @param backing the different moves in the same sentence that back it up
 */
public record IdeaEvidence(
    String idea, String says, Span span, Standing standing, List<Move> backing) {
  /** What each move of backing adds to a mention, as a share of what standing alone earns. */
  private static final double BACKING = 1.0;

  /** More moves than this add nothing. */
  private static final int MOST_BACKING = 2;

  public IdeaEvidence {
    backing = List.copyOf(backing);
  }

  /**
   * What it earns: the standing's credit, and as much again for each of the first two moves that
   * back it; from 0 to 3.
   */
  public double credit() {
    return standing.credit() * (1 + BACKING * Math.min(MOST_BACKING, backing.size()));
  }
}
