package dev.mockloop.live;

import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.scoring.Scorer;
import dev.mockloop.store.StoreException;
import dev.mockloop.workbench.KeptScores;
import dev.mockloop.workbench.Rated;
import dev.mockloop.workbench.Side;
import dev.mockloop.workbench.Watcher;
import dev.mockloop.workbench.WhatIf;
import dev.mockloop.workbench.WhatIfReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What-ifs run beside the pages: two at a time, and the last twenty kept to be looked at, here and
 * on other servers over the same store. Safe for many threads.
 */
final class WhatIfJobs {
  private static final Logger LOG = LoggerFactory.getLogger(WhatIfJobs.class);
  private static final int MOST_RUNNING = 2;
  private static final int MOST_KEPT = 20;
  private static final int MOST_SCORES = 50_000;

  private final Scorer scorer;
  private final RandomGenerator random;
  private final KeptScores kept;
  private final WhatIfDocuments documents;
  private final Map<String, WhatIfJob> jobs = new LinkedHashMap<>();
  private final AtomicBoolean preparing = new AtomicBoolean();

  WhatIfJobs(Scorer scorer, RandomGenerator random, WhatIfDocuments documents) {
    this(scorer, random, documents, new KeptScores(MOST_SCORES));
  }

  WhatIfJobs(Scorer scorer, RandomGenerator random, WhatIfDocuments documents, KeptScores kept) {
    this.documents = documents;
    this.scorer = scorer;
    this.random = random;
    this.kept = kept;
  }

  WhatIfJob start(Side before, Side after, List<Rated> answers) {
    WhatIfJob job =
        new WhatIfJob(
            "what-if-" + Long.toUnsignedString(random.nextLong(), 36),
            before.question().id(),
            answers.size());
    List<String> dropped;
    synchronized (jobs) {
      long running =
          jobs.values().stream().filter(j -> j.state() == WhatIfJob.State.RUNNING).count();
      if (running >= MOST_RUNNING) {
        throw new NotNowException("two what-ifs are running already; wait for one or cancel it");
      }
      jobs.put(job.id(), job);
      dropped =
          jobs.values().stream()
              .filter(j -> j.state() != WhatIfJob.State.RUNNING)
              .limit(Math.max(0, jobs.size() - MOST_KEPT))
              .map(WhatIfJob::id)
              .toList();
      dropped.forEach(jobs::remove);
    }
    try {
      dropped.forEach(documents::drop);
      documents.sweep();
      documents.keep(job);
    } catch (StoreException e) {
      job.fail();
      throw e;
    }
    Thread.ofPlatform().daemon().name(job.id()).start(() -> run(job, before, after, answers));
    return job;
  }

  private void run(WhatIfJob job, Side before, Side after, List<Rated> answers) {
    Consumer<WhatIfJob> end;
    try {
      Optional<WhatIfReport> report =
          new WhatIf(scorer, before, after, Level.STAFF, kept)
              .run(answers.stream(), seenByOthers(job));
      end = j -> j.finish(report);
    } catch (InterruptedException e) {
      end = j -> j.finish(Optional.empty());
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("a what-if of {} failed", job.question(), e);
      end = WhatIfJob::fail;
    }
    // written down first, so that no server says less than another did
    WhatIfJob written = job.copy();
    end.accept(written);
    try {
      toldToOthers(() -> documents.keep(written));
    } finally {
      end.accept(job);
    }
  }

  private Watcher seenByOthers(WhatIfJob job) {
    return new Watcher() {
      @Override
      public void scored(int answers) {
        job.scored(answers);
        toldToOthers(() -> documents.beat(job));
      }

      @Override
      public boolean cancelled() {
        return job.cancelled();
      }
    };
  }

  private static void toldToOthers(Runnable telling) {
    try {
      telling.run();
    } catch (StoreException e) {
      LOG.warn("how far a what-if is cannot be told to other servers: {}", e.getMessage());
    }
  }

  /** Stops a what-if, also one that another server runs. */
  void cancel(WhatIfJob job) {
    boolean here;
    synchronized (jobs) {
      here = jobs.containsKey(job.id());
    }
    if (here) {
      job.cancel();
    } else if (job.state() == WhatIfJob.State.RUNNING) {
      documents.stop(job);
    }
  }

  /**
   * Scores answers under the current rubric beforehand, so that a what-if has only the changed one
   * to score. One such run at a time; what is asked for meanwhile is scored by its what-if.
   */
  void prepare(Side side, Supplier<List<Rated>> answers) {
    if (preparing.compareAndSet(false, true)) {
      Thread.ofPlatform()
          .name("what-if-preparation")
          .daemon()
          .priority(Thread.MIN_PRIORITY)
          .start(() -> scoreBeforehand(side, answers));
    }
  }

  private void scoreBeforehand(Side side, Supplier<List<Rated>> answers) {
    try {
      for (Rated answer : answers.get()) {
        if (kept.score(side, Level.STAFF, answer.text()).isEmpty()) {
          kept.keep(
              scorer.score(side.question(), side.bank(), answer.text(), Level.STAFF),
              answer.text());
        }
      }
    } catch (RuntimeException e) {
      LOG.warn("{} cannot be scored beforehand", side.question().id(), e);
    } finally {
      preparing.set(false);
    }
  }

  Optional<WhatIfJob> find(QuestionId question, String id) {
    Optional<WhatIfJob> own;
    synchronized (jobs) {
      own = Optional.ofNullable(jobs.get(id));
    }
    return own.or(() -> documents.find(id)).filter(j -> j.question().equals(question));
  }
}
