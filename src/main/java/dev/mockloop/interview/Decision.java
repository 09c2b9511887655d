package dev.mockloop.interview;

import java.util.List;

/** What follows from a command. */
public sealed interface Decision {
  /** Events that were due before the command; they hold whatever became of it. */
  List<Event> due();

  /**
   * The command is carried out.
   *
   * @param events what it brings about; empty when it was carried out before
   */
  record Accepted(List<Event> due, List<Event> events) implements Decision {
    public Accepted {
      due = List.copyOf(due);
      events = List.copyOf(events);
    }
  }

  /** The command is not carried out. */
  record Refused(List<Event> due, Refusal refusal) implements Decision {
    public Refused {
      due = List.copyOf(due);
    }
  }
}
