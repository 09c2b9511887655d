package dev.mockloop.team;

/** Over which sessions a permission reaches. */
public enum Scope {
  NONE,
  /** Sessions of one's own. */
  OWN,
  /** Sessions of one's own, and those that one is assigned to. */
  ASSIGNED,
  ALL
}
