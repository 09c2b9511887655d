package dev.mockloop.entry;

import dev.mockloop.store.ConflictException;
import dev.mockloop.store.Name;
import dev.mockloop.store.Store;
import dev.mockloop.store.Watcher;
import dev.mockloop.team.Team;
import dev.mockloop.team.TeamEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The team, kept as events in the ledger {@code team/people}. What other nodes change is seen at
 * once where the store tells of it, else within {@link #LONGEST_LAG}. A decision is always made of
 * all that is in the ledger, because it is kept only when nothing came in between.
 */
final class TeamLedger {
  // not named events: a folder with a ledger of that name is a session's
  private static final Name LEDGER = new Name("team/people");
  private static final int MOST_TRIES = 100;

  /** How long a change of another node may go unseen. */
  static final Duration LONGEST_LAG = Duration.ofSeconds(2);

  private final Store store;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile Seen seen = new Seen(Team.empty(), 0, Instant.MIN);

  private record Seen(Team team, int lines, Instant at) {}

  TeamLedger(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
    store.watch(
        new Watcher() {
          @Override
          public void changed(Name name) {
            if (name.equals(LEDGER)) {
              missed();
            }
          }

          @Override
          public void missed() {
            seen = new Seen(seen.team, seen.lines, Instant.MIN);
          }
        });
  }

  Team team() {
    Seen now = seen;
    Instant time = clock.instant();
    boolean fresh = !time.isBefore(now.at) && time.isBefore(latest(now.at));
    return fresh ? now.team : refreshed();
  }

  /** The team as the ledger has it now. */
  Team refreshed() {
    lock.lock();
    try {
      return refresh().team;
    } finally {
      lock.unlock();
    }
  }

  /** Keeps what the decision makes of the team as it is at that moment; the team after it. */
  Team change(Function<Team, List<TeamEvent>> decision) {
    lock.lock();
    try {
      for (int tries = 1; ; tries++) {
        Seen before = refresh();
        List<TeamEvent> events = decision.apply(before.team);
        if (events.isEmpty()) {
          return before.team;
        }
        try {
          store.append(LEDGER, before.lines, Json.lines(events));
          seen = new Seen(before.team.after(events), before.lines + events.size(), clock.instant());
          return seen.team;
        } catch (ConflictException e) {
          if (tries == MOST_TRIES) {
            throw e;
          }
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private Seen refresh() {
    Seen before = seen;
    Instant now = clock.instant();
    List<TeamEvent> events =
        store.lines(LEDGER, before.lines).stream()
            .map(line -> Json.read(line, TeamEvent.class, LEDGER))
            .toList();
    seen = new Seen(before.team.after(events), before.lines + events.size(), now);
    return seen;
  }

  private static Instant latest(Instant at) {
    return at.equals(Instant.MIN) ? at : at.plus(LONGEST_LAG);
  }
}
