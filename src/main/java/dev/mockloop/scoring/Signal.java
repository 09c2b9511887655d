package dev.mockloop.scoring;

import java.util.Locale;

/**
 * What a level is made of. Each is a number from 0 to 1 that more evidence can only raise; {@link
 * LevelModel} weighs them.
 */
public enum Signal {
  /** How much of the rubric is said, over all criteria by weight. */
  IDEAS("Ideas of the rubric"),
  /** In how many of the criteria something counts. */
  BREADTH("Criteria touched"),
  /** How many ideas are backed by a reason, a figure, a comparison and the like. */
  BACKED("Ideas backed up"),
  /** Sentences with two or more moves of argument, foreseen by the rubric or not. */
  ARGUED("Sentences that argue"),
  /** Figures that could be checked. */
  FIGURES("Figures"),
  /** Order, priorities and what is left out on purpose. */
  PRIORITIES("Order and priorities"),
  /** What can go wrong and what is done about it. */
  FAILURES("What can go wrong"),
  /** For a story: steps that the candidate took. */
  OWN_ACTIONS("Your own actions"),
  /** For a story: an outcome, better a measured one. */
  OUTCOME("The outcome"),
  /** For a story: what was learned. */
  REFLECTION("Reflection"),
  /** For a story: where and why, and what was to be reached. */
  SETTING("Situation and task");

  private final String label;

  Signal(String label) {
    this.label = label;
  }

  /** For people. */
  public String label() {
    return label;
  }

  /** The name used in files and on the wire. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
