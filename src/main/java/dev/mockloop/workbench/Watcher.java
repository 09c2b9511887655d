package dev.mockloop.workbench;

/** Looks on while answers are scored. Called from one thread. */
public interface Watcher {
  /** Looks away, and lets the work go on to its end. */
  Watcher NOBODY =
      new Watcher() {
        @Override
        public void scored(int answers) {
          // nobody looks
        }

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  /** Told how many answers are scored so far. */
  void scored(int answers);

  /** Whether the work is no longer wanted. Asked before each answer. */
  boolean cancelled();
}
