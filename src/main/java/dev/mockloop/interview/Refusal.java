package dev.mockloop.interview;

import java.time.Instant;

/** Why a command was not carried out. Nothing was lost: each says what is kept. */
public sealed interface Refusal {
  /** One sentence for people. */
  String message();

  /** The place no longer takes text: it was handed in, or its time ran out. */
  record Closed(Place place, String kept, Instant closedAt) implements Refusal {
    @Override
    public String message() {
      return "This answer was closed at "
          + closedAt
          + "; what was saved until then is kept and counts.";
    }
  }

  /** Somebody, perhaps another tab, saved a later text. */
  record Stale(Place place, long keptNumber, String kept) implements Refusal {
    @Override
    public String message() {
      return "A later text, number "
          + keptNumber
          + ", is already saved here, perhaps from another tab; take it or save over it with a higher number.";
    }
  }

  /** The command does not fit what is going on. */
  record NotNow(String message) implements Refusal {}
}
