package dev.mockloop.live;

import dev.mockloop.rubric.QuestionId;
import dev.mockloop.store.Name;
import dev.mockloop.store.Store;
import dev.mockloop.workbench.WhatIfReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What-ifs as documents, {@code what-ifs/<id>.json}, so that any server can tell how far one is
 * that another runs, and can stop it. A running one is written down anew at least every few
 * seconds; one that is not for a minute has lost its server.
 */
final class WhatIfDocuments {
  static final Duration LOST_AFTER = Duration.ofMinutes(1);
  private static final Duration BETWEEN_BEATS = Duration.ofSeconds(1);
  private static final Duration KEPT = Duration.ofDays(1);
  private static final String FOLDER = "what-ifs";
  private static final String JOB = ".json";
  private static final String STOP = ".stop";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Store store;
  private final Clock clock;

  WhatIfDocuments(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** A what-if as it is written down. */
  private record Written(
      String question,
      int total,
      int scored,
      WhatIfJob.State state,
      @Nullable WhatIfReport report,
      Instant at) {}

  /** Writes down how far a what-if is. */
  void keep(WhatIfJob job) {
    Written written =
        new Written(
            job.question().value(),
            job.total(),
            job.scored(),
            job.state(),
            job.report().orElse(null),
            clock.instant());
    store.put(name(job.id(), JOB), MAPPER.writeValueAsString(written));
    job.keptAt(written.at());
  }

  /** The same for one that is running, when it is time; stops it when another server asked to. */
  void beat(WhatIfJob job) {
    if (!clock.instant().isBefore(job.keptAt().plus(BETWEEN_BEATS))) {
      keep(job);
      if (store.document(name(job.id(), STOP)).isPresent()) {
        job.cancel();
      }
    }
  }

  /** A what-if of any server. */
  Optional<WhatIfJob> find(String id) {
    Name name;
    try {
      name = name(id, JOB);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return read(name)
        .map(
            written -> {
              WhatIfJob job =
                  new WhatIfJob(id, new QuestionId(written.question()), written.total());
              job.scored(written.scored());
              switch (written.state()) {
                case RUNNING -> {
                  if (clock.instant().isAfter(written.at().plus(LOST_AFTER))) {
                    job.fail();
                  }
                }
                case DONE, CANCELLED -> job.finish(Optional.ofNullable(written.report()));
                case FAILED -> job.fail();
              }
              return job;
            });
  }

  /** Asks the server that runs a what-if to stop it. */
  void stop(WhatIfJob job) {
    store.put(name(job.id(), STOP), "");
  }

  void drop(String id) {
    store.delete(name(id, JOB));
    store.delete(name(id, STOP));
  }

  /** Deletes what is older than a day, such as those of servers that are no more. */
  void sweep() {
    for (Name name : store.documents(FOLDER)) {
      if (name.last().endsWith(JOB)
          && read(name).filter(w -> clock.instant().isBefore(w.at().plus(KEPT))).isEmpty()) {
        drop(name.last().substring(0, name.last().length() - JOB.length()));
      }
    }
  }

  private Optional<Written> read(Name name) {
    try {
      return store.document(name).map(text -> MAPPER.readValue(text, Written.class));
    } catch (JacksonException e) {
      // of another version; it can be asked for again
      return Optional.empty();
    }
  }

  private static Name name(String id, String ending) {
    return Name.in(FOLDER, id + ending);
  }
}
