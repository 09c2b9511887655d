package dev.mockloop.live;

import dev.mockloop.rubric.QuestionId;
import dev.mockloop.workbench.Watcher;
import dev.mockloop.workbench.WhatIfReport;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A what-if under way or over. Safe for many threads. */
public final class WhatIfJob implements Watcher {
  private final String id;
  private final QuestionId question;
  private final int total;
  private volatile int scored;
  private volatile boolean cancelled;
  private volatile State state = State.RUNNING;
  private volatile Optional<WhatIfReport> report = Optional.empty();
  private volatile Instant keptAt = Instant.EPOCH;

  WhatIfJob(String id, QuestionId question, int total) {
    this.id = id;
    this.question = question;
    this.total = total;
  }

  /** How far a job is. */
  public enum State {
    RUNNING,
    DONE,
    CANCELLED,
    FAILED;

    /** The name used on the wire. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public String id() {
    return id;
  }

  public QuestionId question() {
    return question;
  }

  /** How many answers are to be scored. */
  public int total() {
    return total;
  }

  /** How many are. */
  public int scored() {
    return scored;
  }

  public State state() {
    return state;
  }

  /** What came of it, once it is done. */
  public Optional<WhatIfReport> report() {
    return report;
  }

  @Override
  public void scored(int answers) {
    scored = answers;
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }

  /** Another one that is as far as this. */
  WhatIfJob copy() {
    WhatIfJob copy = new WhatIfJob(id, question, total);
    copy.scored(scored);
    return copy;
  }

  /** When it was last written down. */
  Instant keptAt() {
    return keptAt;
  }

  void keptAt(Instant at) {
    keptAt = at;
  }

  void cancel() {
    cancelled = true;
  }

  void finish(Optional<WhatIfReport> result) {
    report = result;
    state = result.isPresent() ? State.DONE : State.CANCELLED;
  }

  void fail() {
    state = State.FAILED;
  }
}
