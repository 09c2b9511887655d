package dev.mockloop.web;

import dev.mockloop.web.guard.Guard;
import java.time.Duration;
import java.util.Optional;

/**
 * What whoever runs a server decides about it.
 *
 * @param metrics where metrics and health are served besides; empty for nowhere. Metrics are never
 *     served where the pages are.
 * @param drain how long a server that was told to stop says that it is not ready before it stops,
 *     so that a balancer sends nobody any more
 * @param guard what requests are let in; when it is empty, those that mean the address listened on
 */
public record Operations(Optional<Address> metrics, Duration drain, Optional<Guard> guard) {
  /** On one's own computer: no metrics, and an end right away. */
  public static final Operations NONE =
      new Operations(Optional.empty(), Duration.ZERO, Optional.empty());

  /** The same behind another guard. */
  public Operations behind(Guard other) {
    return new Operations(metrics, drain, Optional.of(other));
  }
}
