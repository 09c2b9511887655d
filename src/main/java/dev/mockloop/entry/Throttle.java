package dev.mockloop.entry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts what failed, by key, over a sliding span. It lives in the memory of one node: over {@code
 * n} nodes somebody has {@code n} times as many tries, which Argon2id and the rules for passwords
 * leave without effect.
 */
final class Throttle {
  private static final int MOST_KEYS = 20_000;

  private final int most;
  private final Duration span;
  private final Clock clock;
  private final Map<String, Deque<Instant>> failures = new HashMap<>();

  /**
   * @param most failures within the span, before tries are refused
   */
  Throttle(int most, Duration span, Clock clock) {
    this.most = most;
    this.span = span;
    this.clock = clock;
  }

  /** Throws a {@link TooManyTriesException} when there were too many failures. */
  synchronized void check(String key) {
    Deque<Instant> times = failures.get(key);
    if (times == null) {
      return;
    }
    Instant now = clock.instant();
    forget(times, now);
    if (times.size() >= most) {
      long seconds = Math.max(1, Duration.between(now, times.getFirst().plus(span)).toSeconds());
      throw new TooManyTriesException(
          "Too many tries failed; try again in "
              + (seconds < 90 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes"),
          seconds);
    }
  }

  synchronized void failed(String key) {
    Instant now = clock.instant();
    if (failures.size() >= MOST_KEYS) {
      failures.values().forEach(times -> forget(times, now));
      failures.values().removeIf(Deque::isEmpty);
    }
    if (failures.size() >= MOST_KEYS) {
      failures.clear();
    }
    failures.computeIfAbsent(key, k -> new ArrayDeque<>()).addLast(now);
  }

  synchronized void succeeded(String key) {
    failures.remove(key);
  }

  private void forget(Deque<Instant> times, Instant now) {
    while (!times.isEmpty() && !times.getFirst().plus(span).isAfter(now)) {
      times.removeFirst();
    }
  }
}
