package dev.mockloop.live;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * Something that takes a while to make and is made once: by the first who needs it, or ahead of
 * them on a thread of its own. A failure is kept too, and everybody who asks is told of it.
 */
final class Late<T> {
  private final FutureTask<T> making;

  Late(Callable<T> maker) {
    this.making = new FutureTask<>(maker);
  }

  /** Begins to make it now, beside the caller's work. */
  Late<T> soon(String name) {
    Thread.ofPlatform().daemon().name("load-" + name).start(making);
    return this;
  }

  /** What was made; waits for it, or makes it. */
  T get() {
    making.run();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return making.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw failure(e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Whether it is there, and made without failure. */
  boolean ready() {
    return making.state() == Future.State.SUCCESS;
  }

  private static RuntimeException failure(ExecutionException failed) {
    return switch (failed.getCause()) {
      case RuntimeException e -> e;
      case Error e -> throw e;
      case null, default -> new IllegalStateException(failed);
    };
  }
}
