package dev.mockloop.team;

/** What can be done, with how far each role's right to it reaches: the one table of rights. */
public enum Permission {
  /** Read the pages that say nothing of anybody. */
  LOOK(Scope.ALL, Scope.ALL, Scope.ALL),
  /** Run a session: start it, type, pause, hand in. */
  SIT(Scope.OWN, Scope.OWN, Scope.OWN),
  /** Read what was typed and how it was scored. */
  READ(Scope.OWN, Scope.ASSIGNED, Scope.ALL),
  /** See the questions, and make sessions of one's own. */
  PRACTISE(Scope.NONE, Scope.OWN, Scope.OWN),
  /** Rate answers blind, and read what others gave afterwards. */
  RATE(Scope.NONE, Scope.ASSIGNED, Scope.ALL),
  /** Write drafts of rubrics, check them, and see their versions. */
  DRAFT_RUBRICS(Scope.NONE, Scope.ALL, Scope.ALL),
  /** Publish rubrics, roll them back, keep loops. */
  PUBLISH_RUBRICS(Scope.NONE, Scope.NONE, Scope.ALL),
  /** Statistics and tables over everybody's answers and ratings. */
  STUDY(Scope.NONE, Scope.NONE, Scope.ALL),
  /** Settle disagreements, override scores, score again. */
  SETTLE(Scope.NONE, Scope.NONE, Scope.ALL),
  /** Rename and delete sessions. */
  TIDY(Scope.NONE, Scope.NONE, Scope.ALL),
  /** Accounts, invites, assignments, the audit log. */
  MANAGE(Scope.NONE, Scope.NONE, Scope.ALL);

  private final Scope candidate;
  private final Scope interviewer;
  private final Scope admin;

  Permission(Scope candidate, Scope interviewer, Scope admin) {
    this.candidate = candidate;
    this.interviewer = interviewer;
    this.admin = admin;
  }

  /** How far it reaches for a role. */
  public Scope of(Role role) {
    return switch (role) {
      case CANDIDATE -> candidate;
      case INTERVIEWER -> interviewer;
      case ADMIN -> admin;
    };
  }
}
