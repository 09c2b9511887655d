package dev.mockloop.web;

/**
 * Where something failed that should not, without the messages: those of libraries hold what they
 * were given, which may be an answer.
 */
final class Trace {
  private static final int MOST_FRAMES = 40;

  private Trace() {}

  static String of(Throwable thrown) {
    StringBuilder trace = new StringBuilder();
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      trace
          .append(trace.isEmpty() ? "" : "caused by ")
          .append(at.getClass().getName())
          .append('\n');
      StackTraceElement[] frames = at.getStackTrace();
      for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
        trace.append("  at ").append(frames[i]).append('\n');
      }
    }
    return trace.toString().stripTrailing();
  }
}
