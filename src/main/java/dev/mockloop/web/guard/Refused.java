package dev.mockloop.web.guard;

import java.time.Duration;
import java.util.Optional;

/** A request that is not let in; the message is one sentence with the mend. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final String title;
  private final transient Optional<Duration> retryAfter;

  private Refused(int status, String title, String detail, Optional<Duration> retryAfter) {
    super(detail, null, false, false);
    this.status = status;
    this.title = title;
    this.retryAfter = retryAfter;
  }

  Refused(int status, String title, String detail) {
    this(status, title, detail, Optional.empty());
  }

  static Refused tooMany(String detail, Duration retryAfter) {
    return new Refused(429, "Too many requests", detail, Optional.of(retryAfter));
  }

  /** The HTTP status, from 400 to 499. */
  public int status() {
    return status;
  }

  /** A few words for the status. */
  public String title() {
    return title;
  }

  /** One sentence: what is wrong, and the mend. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  /** How long to wait before another try; empty when another try is no use. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
