package dev.mockloop.entry;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes sign-ins that are too old, once an hour, until it is closed. */
public final class Sweeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

  private final ScheduledExecutorService hourly =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("sweeper").factory());

  public Sweeper(Reception reception) {
    hourly.scheduleWithFixedDelay(() -> sweep(reception), 1, 60, TimeUnit.MINUTES);
  }

  private static void sweep(Reception reception) {
    try {
      reception.sweep();
    } catch (RuntimeException e) {
      // an exception would end the schedule, and what is left now is found in an hour
      LOG.warn("old sign-ins could not be deleted: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    hourly.shutdownNow();
  }
}
