package dev.mockloop.interview;

/**
 * A place that takes a text: the answer to a question, or to the probe behind it.
 *
 * @param round index of the round, from 0
 * @param question index of the question in its round, from 0
 * @param probe whether the probe is meant
 */
public record Place(int round, int question, boolean probe) {

  /** The probe behind the same question. */
  public Place atProbe() {
    return new Place(round, question, true);
  }

  /** The question itself, without its probe. */
  public Place main() {
    return new Place(round, question, false);
  }

  /** Such as {@code 0.2} or, for a probe, {@code 0.2p}; the form used on the wire. */
  public String id() {
    return round + "." + question + (probe ? "p" : "");
  }
}
