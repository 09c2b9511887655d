package dev.mockloop.web.guard;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request is about, as far as its pace goes.
 *
 * @param kind of errand
 * @param subject what it is counted by besides the client's address; empty for the address alone
 */
record Errand(Kind kind, String subject) {
  private static final Pattern SESSION =
      Pattern.compile(
          "/(?:api/)?sessions/([a-z0-9-]{1,64})/(?:drafts|answers|meter|start|next|pause|resume)(?:/.*)?");
  private static final Pattern RUBRIC =
      Pattern.compile(
          "/api/workbench/([a-z0-9-]{1,64}/[a-z0-9-]{1,64})/(?:draft|check|preview)(?:/.*)?");
  private static final Pattern SIGN_IN =
      Pattern.compile("/(?:sign-in|set-password|api/team/(?:sign-in|password))(?:/.*)?");
  private static final Pattern COSTLY_TO_READ =
      Pattern.compile(
          "/api/.*/(?:transcript\\.(?:pdf|html)|fit|analysis)|/workbench/.*/(?:fit|analysis)");

  /** Kinds of errand with their paces, which leave room for a whole office behind one address. */
  enum Kind {
    /** Somebody types: a draft a second and the meter with it is a tenth of this. */
    TYPING(new Pace(100, 20)),
    /** A password is tried. */
    SIGN_IN(new Pace(20, 1)),
    /** Work that takes the server long, or that makes something new. */
    COSTLY(new Pace(300, 20)),
    /** All else. */
    READING(new Pace(1_000, 100));

    private final Pace pace;

    Kind(Pace pace) {
      this.pace = pace;
    }

    Pace pace() {
      return pace;
    }
  }

  static Errand of(String method, String path) {
    boolean reads = method.equals("GET") || method.equals("HEAD");
    if (!reads && SIGN_IN.matcher(path).matches()) {
      return new Errand(Kind.SIGN_IN, "");
    }
    for (Pattern typing : new Pattern[] {SESSION, RUBRIC}) {
      Matcher matcher = typing.matcher(path);
      if (matcher.matches()) {
        return new Errand(Kind.TYPING, matcher.group(1));
      }
    }
    return new Errand(
        reads && !COSTLY_TO_READ.matcher(path).matches() ? Kind.READING : Kind.COSTLY, "");
  }
}
