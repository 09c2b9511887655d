package dev.mockloop.scoring;

/** How an idea stands in the sentence that mentions it, and what that is worth. */
public enum Standing {
  /** Said in a clause with a verb; what backs it up counts on top. */
  ASSERTED(1.0),
  /** Told as what one would do in general, where a story was asked for. */
  HYPOTHETICAL(0.4),
  /** Only named, in a note without a verb and without anything to back it. */
  NAMED(0.4),
  /** One of a bare list of terms. */
  LISTED(0),
  /** Denied or waved away. */
  NEGATED(0),
  /** In a sentence that only repeats the question. */
  ECHOED(0);

  private final double credit;

  Standing(double credit) {
    this.credit = credit;
  }

  /** The share of the idea's weight that is earned before anything backs it, from 0 to 1. */
  public double credit() {
    return credit;
  }
}
