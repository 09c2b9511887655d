package dev.mockloop.web;

import dev.mockloop.entry.OpenIdException;
import dev.mockloop.entry.Reception;
import dev.mockloop.entry.TooManyTriesException;
import dev.mockloop.team.Account;
import dev.mockloop.team.Secret;
import dev.mockloop.team.TeamException;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Signing in and out, and setting a password. */
final class SignInPages {
  /** A page of this server and nothing else: one slash, and no trick behind it. */
  private static final Pattern HERE = Pattern.compile("/([^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?");

  private final TeamMode mode;
  private final Reception reception;
  private final TeamCookies cookies;
  private final Templates templates;

  SignInPages(TeamMode mode, TeamCookies cookies, Templates templates) {
    this.mode = mode;
    this.reception = mode.reception();
    this.cookies = cookies;
    this.templates = templates;
  }

  void register(JavalinConfig config) {
    config.routes.get("/sign-in", ctx -> form(ctx, "", field(ctx, "next"), ""));
    config.routes.post("/sign-in", this::signIn);
    config.routes.get("/sign-in/openid", this::toProvider);
    config.routes.get("/sign-in/openid/back", this::fromProvider);
    config.routes.post("/sign-out", this::signOut);
    config.routes.get("/set-password/{token}", ctx -> password(ctx, ""));
    config.routes.post("/set-password/{token}", this::setPassword);
  }

  /** The token that an address names, however it looks. */
  static Secret token(Context ctx) {
    return new Secret(ctx.pathParam("token"));
  }

  private void form(Context ctx, String email, String next, String problem) {
    ctx.header("Cache-Control", "no-store");
    templates.render(
        ctx,
        "signin",
        Map.of("email", email, "next", next, "problem", problem, "openId", reception.hasOpenId()));
  }

  private void signIn(Context ctx) {
    String email = field(ctx, "email");
    String next = field(ctx, "next");
    try {
      enter(ctx, reception.signIn(email, field(ctx, "password"), Gate.address(ctx)));
      see(ctx, next);
    } catch (TeamException e) {
      ctx.status(400);
      form(ctx, email, next, e.says() + ".");
    } catch (TooManyTriesException e) {
      ctx.status(429).header("Retry-After", String.valueOf(e.seconds()));
      form(ctx, email, next, e.getMessage() + ".");
    }
  }

  private void toProvider(Context ctx) {
    try {
      Reception.OpenIdStart start = reception.startOpenId();
      cookies.openId(ctx, start.remembered());
      ctx.status(303).header("Location", start.to().toString());
    } catch (OpenIdException e) {
      ctx.status(502);
      form(ctx, "", "", e.says() + ".");
    } catch (TeamException e) {
      throw ProblemException.notFound(e.says() + ".");
    }
  }

  private void fromProvider(Context ctx) {
    String remembered = cookies.openId(ctx).orElse("");
    cookies.forgetOpenId(ctx);
    URI answer = URI.create(mode.link("/sign-in/openid/back?" + query(ctx)));
    try {
      enter(ctx, reception.finishOpenId(answer, remembered, Gate.address(ctx)));
      see(ctx, "/");
    } catch (OpenIdException e) {
      ctx.status(400);
      form(ctx, "", "", e.says() + ".");
    } catch (TeamException e) {
      ctx.status(403);
      form(ctx, "", "", e.says() + ".");
    }
  }

  private static String query(Context ctx) {
    return Objects.requireNonNullElse(ctx.queryString(), "");
  }

  private void signOut(Context ctx) {
    if (Visit.of(ctx) instanceof Visit.Known visit) {
      cookies.signIn(ctx).ifPresent(token -> reception.signOut(token, visit.actor()));
    }
    cookies.signOut(ctx);
    see(ctx, "/sign-in");
  }

  private void password(Context ctx, String problem) {
    ctx.header("Cache-Control", "no-store").header("Referrer-Policy", "strict-origin");
    Optional<Account> account = Optional.empty();
    String refused = problem;
    try {
      account = Optional.of(reception.linked(token(ctx)));
    } catch (TeamException e) {
      ctx.status(404);
      refused = e.says() + ".";
    }
    templates.render(ctx, "setpassword", Map.of("account", account, "problem", refused));
  }

  private void setPassword(Context ctx) {
    try {
      enter(ctx, reception.setPassword(token(ctx), field(ctx, "password"), Gate.address(ctx)));
      see(ctx, "/");
    } catch (TeamException e) {
      ctx.status(400);
      password(ctx, e.says() + ".");
    }
  }

  /** The token from before is of no more use, so that nobody can have planted it. */
  private void enter(Context ctx, Reception.SignedIn signedIn) {
    cookies.signIn(ctx).ifPresent(reception::forget);
    cookies.signIn(ctx, signedIn.token(), signedIn.visitor());
  }

  private static void see(Context ctx, String next) {
    ctx.status(303).header("Location", HERE.matcher(next).matches() ? next : "/");
  }

  private static String field(Context ctx, String name) {
    return Optional.ofNullable(ctx.formParam(name))
        .or(() -> Optional.ofNullable(ctx.queryParam(name)))
        .orElse("");
  }
}
