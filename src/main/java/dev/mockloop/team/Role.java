package dev.mockloop.team;

/** What somebody is in a team. */
public enum Role {
  /** Came by an invite and sits the one session that it is for. */
  CANDIDATE,
  /** Rates what is assigned and drafts rubrics. */
  INTERVIEWER,
  /** Manages everything. */
  ADMIN;

  /** As it is written in addresses and ledgers. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** A role that an account can have, as {@link #id()} writes it. */
  public static Role ofAccount(String id) {
    return switch (id) {
      case "interviewer" -> INTERVIEWER;
      case "admin" -> ADMIN;
      default -> throw new TeamException("A role is 'interviewer' or 'admin'");
    };
  }
}
