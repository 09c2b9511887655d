package dev.mockloop.web;

import dev.mockloop.rating.Rater;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Who rates in this browser, as they named themself; in team mode, who is signed in. */
final class RaterCookie {
  private static final String NAME = "rater";
  private static final int YEAR = (int) Duration.ofDays(365).toSeconds();

  private RaterCookie() {}

  /** The rater; empty when there is none, or no name that could be one. */
  static Optional<Rater> read(Context ctx) {
    Visit visit = Visit.of(ctx);
    return visit instanceof Visit.Open ? typed(ctx) : visit.signer();
  }

  private static Optional<Rater> typed(Context ctx) {
    try {
      return Optional.ofNullable(ctx.cookie(NAME))
          .map(value -> new Rater(URLDecoder.decode(value, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static void write(Context ctx, Rater rater) {
    if (!(Visit.of(ctx) instanceof Visit.Open)) {
      return;
    }
    Cookie cookie = new Cookie(NAME, URLEncoder.encode(rater.name(), StandardCharsets.UTF_8));
    cookie.setPath("/");
    cookie.setMaxAge(YEAR);
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.LAX);
    ctx.cookie(cookie);
  }
}
