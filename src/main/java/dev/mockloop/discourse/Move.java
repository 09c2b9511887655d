package dev.mockloop.discourse;

/**
 * A move of an argument that can be told from the words alone, whatever the subject.
 *
 * <p>The kinds follow what raters of argumentative writing look for (claims with grounds and
 * rebuttals: Toulmin 1958) and what interviewers probe for.
 */
public enum Move {
  /** Why: "because", "so that", "otherwise". */
  REASON("a reason"),
  /** This against that, or what it costs: "rather than", "but", "cheaper than", "what I lose". */
  CONTRAST("a comparison or a cost"),
  /** A figure that could be checked. */
  QUANTITY("a figure"),
  /** When it holds: "if", "unless", "above 5k". */
  CONDITION("a condition"),
  /** What goes wrong and what is done about it. */
  FAILURE("something that can go wrong, or the remedy"),
  /** Order and priority: "first", "only then", "not in year one". */
  PRIORITY("an order or a priority"),
  /** A case in point: "e.g.", "last year at the bank". */
  EXAMPLE("an example"),
  /** A choice the speaker makes: "I choose", "I accept", "I'd rather". */
  DECISION("a decision"),
  /** What the speaker did: "I" with a verb in the past, or a list item that begins with one. */
  OWN_ACT("something you did");

  private final String label;

  Move(String label) {
    this.label = label;
  }

  /** For people, in the form "a reason". */
  public String label() {
    return label;
  }
}
