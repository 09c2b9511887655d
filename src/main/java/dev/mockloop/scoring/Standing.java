package dev.mockloop.scoring;

/** How an idea stands in the sentence that mentions it, and what that is worth. */
public enum Standing {
  /** Said in a clause with a verb. */
  ASSERTED(1.0),
  /** Only named, as in a list of terms. */
  NAMED(0.35),
  /** Denied or waved away. */
  NEGATED(0),
  /** In a sentence that only repeats the question. */
  ECHOED(0);

  private final double credit;

  Standing(double credit) {
    this.credit = credit;
  }

  /** The share of the idea's weight that is earned, from 0 to 1. */
  public double credit() {
    return credit;
  }
}
