package dev.mockloop.web;

import java.util.Map;

/** A request that is answered with a problem document (RFC 9457). */
final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final String title;
  private final transient Map<String, Object> more;

  ProblemException(int status, String title, String detail, Map<String, Object> more) {
    super(detail);
    this.status = status;
    this.title = title;
    this.more = Map.copyOf(more);
  }

  ProblemException(int status, String title, String detail) {
    this(status, title, detail, Map.of());
  }

  static ProblemException notFound(String detail) {
    return new ProblemException(404, "Not found", detail);
  }

  static ProblemException badRequest(String detail) {
    return new ProblemException(400, "Bad request", detail);
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  Map<String, Object> more() {
    return more;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
