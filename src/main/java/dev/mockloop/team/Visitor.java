package dev.mockloop.team;

/** Who makes a request. */
public sealed interface Visitor {

  /** The id of the account or invite, as the audit log has it; {@code -} for nobody. */
  String id();

  /** Nobody that is known. */
  record Stranger() implements Visitor {
    @Override
    public String id() {
      return "-";
    }
  }

  /** An interviewer or admin who signed in. */
  record Member(Account account) implements Visitor {
    @Override
    public String id() {
      return account.id();
    }
  }

  /** A candidate who came by an invite. */
  record Candidate(Invite invite) implements Visitor {
    @Override
    public String id() {
      return invite.id();
    }
  }
}
