package dev.mockloop.web;

import java.time.Duration;
import java.util.Optional;

/**
 * What whoever runs a server decides about it.
 *
 * @param metrics where metrics and health are served besides; empty for nowhere. Metrics are never
 *     served where the pages are.
 * @param drain how long a server that was told to stop says that it is not ready before it stops,
 *     so that a balancer sends nobody any more
 */
public record Operations(Optional<Address> metrics, Duration drain) {
  /** On one's own computer: no metrics, and an end right away. */
  public static final Operations NONE = new Operations(Optional.empty(), Duration.ZERO);
}
