package dev.mockloop.web;

import dev.mockloop.team.Secret;
import dev.mockloop.team.SignIn;
import dev.mockloop.team.TeamException;
import dev.mockloop.team.Visitor;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookies of team mode: out of reach of scripts, and not sent with requests that other sites
 * make, except when somebody follows a link. Over https they are secure and begin with {@code
 * __Host-}, so that no other host can set them.
 */
final class TeamCookies {
  private static final String SIGN_IN = "mockloop";
  private static final String ARRIVAL = "mockloop-arrival";
  private static final String OPEN_ID = "mockloop-openid";
  private static final Duration OPEN_ID_WORKS = Duration.ofMinutes(10);

  private final boolean secure;

  TeamCookies(boolean secure) {
    this.secure = secure;
  }

  Optional<Secret> signIn(Context ctx) {
    return secret(ctx, SIGN_IN);
  }

  /** The browser has a new token from now on, whatever it had before. */
  void signIn(Context ctx, Secret token, Visitor visitor) {
    SignIn.Limits limits = visitor instanceof Visitor.Candidate ? SignIn.CANDIDATE : SignIn.MEMBER;
    set(ctx, SIGN_IN, token.value(), limits.longest());
  }

  void signOut(Context ctx) {
    set(ctx, SIGN_IN, "", Duration.ZERO);
  }

  Optional<Secret> arrival(Context ctx) {
    return secret(ctx, ARRIVAL);
  }

  void arrival(Context ctx, Secret token) {
    set(ctx, ARRIVAL, token.value(), SignIn.CANDIDATE.longest());
  }

  Optional<String> openId(Context ctx) {
    return Optional.ofNullable(ctx.cookie(name(OPEN_ID))).filter(v -> !v.isEmpty());
  }

  void openId(Context ctx, String remembered) {
    set(ctx, OPEN_ID, remembered, OPEN_ID_WORKS);
  }

  void forgetOpenId(Context ctx) {
    set(ctx, OPEN_ID, "", Duration.ZERO);
  }

  private Optional<Secret> secret(Context ctx, String name) {
    try {
      return Optional.ofNullable(ctx.cookie(name(name))).map(Secret::new);
    } catch (TeamException e) {
      // what a browser sends may be anything; nobody holds such a token
      return Optional.empty();
    }
  }

  private String name(String name) {
    return secure ? "__Host-" + name : name;
  }

  private void set(Context ctx, String name, String value, Duration lives) {
    Cookie cookie = new Cookie(name(name), value);
    cookie.setPath("/");
    cookie.setMaxAge((int) lives.toSeconds());
    cookie.setHttpOnly(true);
    cookie.setSecure(secure);
    cookie.setSameSite(SameSite.LAX);
    ctx.cookie(cookie);
  }
}
