package dev.mockloop.discourse;

/** What kind of sentence it is, as far as its build shows. */
public enum Shape {
  /** It says something: it has a verb. */
  CLAUSE,
  /** A note without a verb that still says something: a figure, a relation, a few words. */
  NOTE,
  /** A bare list or a single term: nothing is said about what is named. */
  LIST
}
