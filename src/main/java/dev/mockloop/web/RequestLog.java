package dev.mockloop.web;

import dev.mockloop.metrics.Metrics;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Gives every request an id, which stands in the reply, in problem documents and in each line of
 * the log, and notes what came of it: the route's pattern, never the address, which may hold ids.
 */
final class RequestLog {
  static final String HEADER = "X-Request-Id";
  private static final String ID = "request";
  private static final Pattern SOUND_ID = Pattern.compile("[A-Za-z0-9_-]{8,64}");
  private static final String DRAFTS = "/api/sessions/{id}/drafts/{place}/{number}";

  /** Its own name, so that it can be turned on and off apart from all else. */
  private static final Logger ACCESS = LoggerFactory.getLogger("dev.mockloop.access");

  private final Optional<Metrics> metrics;

  RequestLog(Optional<Metrics> metrics) {
    this.metrics = metrics;
  }

  /** To be called before anything else is registered, as its handler must be the first. */
  void register(JavalinConfig config) {
    config.routes.before(RequestLog::begin);
    config.requestLogger.http((ctx, millis) -> end(ctx, millis));
  }

  /** The id of a request; empty when it was refused before it got one. */
  static Optional<String> id(Context ctx) {
    return Optional.ofNullable(ctx.attribute(ID));
  }

  /** A balancer in front may have given it an id already. */
  private static void begin(Context ctx) {
    String given = Objects.requireNonNullElse(ctx.header(HEADER), "");
    String id = SOUND_ID.matcher(given).matches() ? given : UUID.randomUUID().toString();
    MDC.put(ID, id);
    ctx.attribute(ID, id);
    ctx.header(HEADER, id);
  }

  private void end(Context ctx, float millis) {
    try {
      id(ctx).ifPresent(id -> MDC.put(ID, id));
      String route = route(ctx);
      Duration took = Duration.ofNanos((long) (millis * 1e6));
      ACCESS
          .atInfo()
          .addKeyValue("method", ctx.method())
          .addKeyValue("route", route)
          .addKeyValue("status", ctx.statusCode())
          .addKeyValue("millis", took.toMillis())
          .log("{} {} {}", ctx.method(), route, ctx.statusCode());
      if (!isStream(ctx)) {
        metrics.ifPresent(m -> note(m, ctx, route, took));
      }
    } finally {
      MDC.remove(ID);
    }
  }

  private static void note(Metrics metrics, Context ctx, String route, Duration took) {
    metrics.request(ctx.method().name(), route, ctx.statusCode(), took);
    if (route.equals(DRAFTS) && ctx.statusCode() == 200) {
      metrics.draftAcknowledged();
    }
  }

  /** A stream lasts as long as somebody watches, which says nothing of how fast the server is. */
  private static boolean isStream(Context ctx) {
    return Objects.requireNonNullElse(ctx.res().getContentType(), "")
        .startsWith("text/event-stream");
  }

  /** The pattern of the address; {@code none} when no page or operation was meant. */
  static String route(Context ctx) {
    Endpoint endpoint = ctx.endpoints().lastHttpEndpoint();
    if (endpoint != null && endpoint.method != HandlerType.HEAD) {
      return endpoint.path;
    }
    return ctx.path().startsWith("/static/") && ctx.statusCode() < 400 ? "/static/*" : "none";
  }
}
