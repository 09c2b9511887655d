package dev.mockloop.scoring;

import java.util.function.Supplier;

/** When a scoring gets its turn. */
public interface Turns {
  /** At once, in the caller's thread. */
  Turns AT_ONCE =
      new Turns() {
        @Override
        public <T> T take(Supplier<T> work) {
          return work.get();
        }
      };

  /** Does the work when its turn comes, and returns what came of it. */
  <T> T take(Supplier<T> work);
}
