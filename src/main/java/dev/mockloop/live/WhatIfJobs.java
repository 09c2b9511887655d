package dev.mockloop.live;

import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.scoring.Scorer;
import dev.mockloop.workbench.KeptScores;
import dev.mockloop.workbench.Rated;
import dev.mockloop.workbench.Side;
import dev.mockloop.workbench.WhatIf;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What-ifs run beside the pages: two at a time, and the last twenty kept to be looked at. Safe for
 * many threads.
 */
final class WhatIfJobs {
  private static final Logger LOG = LoggerFactory.getLogger(WhatIfJobs.class);
  private static final int MOST_RUNNING = 2;
  private static final int MOST_KEPT = 20;
  private static final int MOST_SCORES = 50_000;

  private final Scorer scorer;
  private final RandomGenerator random;
  private final KeptScores kept = new KeptScores(MOST_SCORES);
  private final Map<String, WhatIfJob> jobs = new LinkedHashMap<>();

  WhatIfJobs(Scorer scorer, RandomGenerator random) {
    this.scorer = scorer;
    this.random = random;
  }

  WhatIfJob start(Side before, Side after, List<Rated> answers) {
    WhatIfJob job =
        new WhatIfJob(
            "what-if-" + Long.toUnsignedString(random.nextLong(), 36),
            before.question().id(),
            answers.size());
    synchronized (jobs) {
      long running =
          jobs.values().stream().filter(j -> j.state() == WhatIfJob.State.RUNNING).count();
      if (running >= MOST_RUNNING) {
        throw new NotNowException("two what-ifs are running already; wait for one or cancel it");
      }
      jobs.put(job.id(), job);
      jobs.values().stream()
          .filter(j -> j.state() != WhatIfJob.State.RUNNING)
          .limit(Math.max(0, jobs.size() - MOST_KEPT))
          .map(WhatIfJob::id)
          .toList()
          .forEach(jobs::remove);
    }
    Thread.ofVirtual().name(job.id()).start(() -> run(job, before, after, answers));
    return job;
  }

  private void run(WhatIfJob job, Side before, Side after, List<Rated> answers) {
    try {
      job.finish(new WhatIf(scorer, before, after, Level.STAFF, kept).run(answers.stream(), job));
    } catch (InterruptedException e) {
      job.finish(Optional.empty());
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("a what-if of {} failed", job.question(), e);
      job.fail();
    }
  }

  Optional<WhatIfJob> find(QuestionId question, String id) {
    synchronized (jobs) {
      return Optional.ofNullable(jobs.get(id)).filter(j -> j.question().equals(question));
    }
  }
}
