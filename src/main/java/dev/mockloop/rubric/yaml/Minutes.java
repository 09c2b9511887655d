package dev.mockloop.rubric.yaml;

import java.time.Duration;

/** Authors write minutes, whole or in parts; the model holds durations to the second. */
final class Minutes {
  private Minutes() {}

  static Duration of(double minutes) {
    return Duration.ofSeconds(Math.round(minutes * 60));
  }
}
