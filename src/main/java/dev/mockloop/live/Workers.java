package dev.mockloop.live;

import dev.mockloop.scoring.Turns;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Threads for what costs more than a moment of a processor, such as scoring. Requests wait for
 * them, so that saving a draft never waits behind a score. Each kind of work has a bounded queue;
 * what comes when it is full is refused, and whoever sent it tries again.
 */
public final class Workers implements AutoCloseable {
  private static final int MOST_URGENT = 20_000;
  private static final int MOST_PATIENT = 1_000;

  private final ThreadPoolExecutor threads;
  private final AtomicLong order = new AtomicLong();
  private final Turns urgent = new Queue(0, MOST_URGENT);
  private final Turns patient = new Queue(1, MOST_PATIENT);

  /**
   * Starts no thread yet.
   *
   * @param count how many pieces of work are done at once, at least 1
   */
  Workers(int count) {
    AtomicInteger names = new AtomicInteger();
    this.threads =
        new ThreadPoolExecutor(
            count,
            count,
            0,
            TimeUnit.MILLISECONDS,
            new PriorityBlockingQueue<>(),
            work -> {
              Thread thread = new Worker(work, this);
              thread.setName("worker-" + names.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** For what an interview cannot go on without. */
  Turns urgent() {
    return urgent;
  }

  /** For all else; it is done when nothing urgent waits. */
  public Turns patient() {
    return patient;
  }

  /** How many pieces of work wait. */
  public int waiting() {
    return threads.getQueue().size();
  }

  @Override
  public void close() {
    for (Runnable waiting : threads.shutdownNow()) {
      ((Place<?>) waiting).cancel(true);
    }
  }

  private static final class Worker extends Thread {
    private final Workers home;

    Worker(Runnable work, Workers home) {
      super(work);
      this.home = home;
    }
  }

  /** Work in its place in the queue. */
  private static final class Place<T> extends FutureTask<T> implements Comparable<Place<?>> {
    private final int rank;
    private final long order;

    Place(int rank, long order, Supplier<T> work) {
      super(work::get);
      this.rank = rank;
      this.order = order;
    }

    @Override
    public int compareTo(Place<?> other) {
      return rank != other.rank
          ? Integer.compare(rank, other.rank)
          : Long.compare(order, other.order);
    }
  }

  private final class Queue implements Turns {
    private final int rank;
    private final int most;
    private final AtomicInteger here = new AtomicInteger();

    Queue(int rank, int most) {
      this.rank = rank;
      this.most = most;
    }

    @Override
    public <T> T take(Supplier<T> work) {
      if (Thread.currentThread() instanceof Worker worker && worker.home == Workers.this) {
        // it has its turn already
        return work.get();
      }
      if (here.incrementAndGet() > most) {
        here.decrementAndGet();
        throw new BusyException(
            "The server is busy scoring other answers; what was saved is safe, try again in a moment");
      }
      Place<T> place = new Place<>(rank, order.incrementAndGet(), work);
      try {
        threads.execute(place);
        return place.get();
      } catch (InterruptedException e) {
        place.cancel(true);
        Thread.currentThread().interrupt();
        throw new BusyException("The server is stopping; try again in a moment");
      } catch (RejectedExecutionException | CancellationException e) {
        throw new BusyException("The server is stopping; try again in a moment");
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        if (e.getCause() instanceof Error cause) {
          throw cause;
        }
        throw new IllegalStateException(e.getCause());
      } finally {
        here.decrementAndGet();
      }
    }
  }
}
