package dev.mockloop.web;

import dev.mockloop.live.BusyException;
import dev.mockloop.live.ChoiceException;
import dev.mockloop.live.NotNowException;
import dev.mockloop.rating.RatingException;
import dev.mockloop.store.StoreException;
import dev.mockloop.web.guard.Refused;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.ServletException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one place where errors become answers: a problem document for the API, a page for a browser.
 */
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private final Templates templates;

  Problems(Templates templates) {
    this.templates = templates;
  }

  void register(JavalinConfig config) {
    config.routes.exception(ProblemException.class, (e, ctx) -> answer(ctx, e));
    config.routes.exception(Refused.class, this::refused);
    config.routes.exception(
        ChoiceException.class,
        (e, ctx) -> answer(ctx, ProblemException.badRequest(String.valueOf(e.getMessage()))));
    config.routes.exception(
        RatingException.class,
        (e, ctx) -> answer(ctx, ProblemException.badRequest(e.getMessage() + ".")));
    config.routes.exception(
        NotNowException.class,
        (e, ctx) ->
            answer(
                ctx,
                new ProblemException(
                    409, "Not now", String.valueOf(e.getMessage()), Map.of("reason", "not-now"))));
    config.routes.exception(
        BusyException.class,
        (e, ctx) -> {
          ctx.header("Retry-After", "2");
          answer(
              ctx,
              new ProblemException(
                  503, "Busy", String.valueOf(e.getMessage()), Map.of("reason", "busy")));
        });
    config.routes.exception(
        JacksonException.class,
        (e, ctx) ->
            answer(
                ctx,
                ProblemException.badRequest(
                    "The body is not the JSON that this address takes; /api lists the fields.")));
    config.routes.exception(
        StoreException.class,
        (e, ctx) -> {
          LOG.error("could not store", e);
          answer(
              ctx,
              new ProblemException(
                  507, "Not saved", "The server could not save this: " + e.getMessage() + "."));
        });
    config.routes.exception(
        HttpResponseException.class,
        (e, ctx) -> answer(ctx, of(e.getStatus(), String.valueOf(e.getMessage()))));
    config.routes.exception(
        HttpException.RuntimeException.class,
        (e, ctx) -> answer(ctx, of(e.getCode(), "The request cannot be read as it was sent.")));
    config.routes.exception(
        ServletException.class,
        (e, ctx) -> {
          if (e.getCause() instanceof HttpException bad) {
            answer(ctx, of(bad.getCode(), "The request cannot be read as it was sent."));
          } else {
            failed(e, ctx);
          }
        });
    config.routes.exception(UnsupportedCharsetException.class, (e, ctx) -> unknownEncoding(ctx));
    config.routes.exception(IllegalCharsetNameException.class, (e, ctx) -> unknownEncoding(ctx));
    config.routes.exception(Exception.class, this::failed);
    config.routes.error(
        404,
        ctx -> answerIfPlain(ctx, ProblemException.notFound("There is nothing at this address.")));
    config.routes.error(
        405,
        ctx ->
            answerIfPlain(
                ctx,
                new ProblemException(
                    405,
                    "Method not allowed",
                    "This address does not take " + ctx.method() + ".")));
  }

  private void unknownEncoding(Context ctx) {
    answer(
        ctx,
        new ProblemException(
            415, "Unsupported media type", "Bodies are UTF-8 here; Content-Type says otherwise."));
  }

  private void failed(Exception e, Context ctx) {
    LOG.error("{} {} failed: {}", ctx.method(), RequestLog.route(ctx), Trace.of(e));
    answer(
        ctx,
        new ProblemException(
            500,
            "Something went wrong",
            "The server failed at this; its log says more. What was saved is safe."));
  }

  private void refused(Refused refused, Context ctx) {
    refused
        .retryAfter()
        .ifPresent(wait -> ctx.header("Retry-After", String.valueOf(wait.toSeconds() + 1)));
    answer(ctx, new ProblemException(refused.status(), refused.title(), refused.detail()));
  }

  private static ProblemException of(int status, String says) {
    return switch (status) {
      case 404 -> ProblemException.notFound("There is nothing at this address.");
      case 413 ->
          new ProblemException(
              413,
              "Too long",
              "The text is longer than this server takes; go back, where it still is, and shorten it.");
      default -> new ProblemException(status, "Request refused", says);
    };
  }

  /** Javalin calls this for its own answers; ours are complete by then. */
  private void answerIfPlain(Context ctx, ProblemException problem) {
    String type = ctx.res().getContentType();
    if (type == null
        || !(type.startsWith("application/problem+json") || type.startsWith("text/html"))) {
      answer(ctx, problem);
    }
  }

  /** Whether a page is asked for, and not a document. */
  static boolean wantsPage(Context ctx) {
    boolean api = ctx.path().startsWith("/api/") || ctx.path().endsWith(".json");
    return !api && String.valueOf(ctx.header("Accept")).contains("text/html");
  }

  void answer(Context ctx, ProblemException problem) {
    ctx.status(problem.status());
    if (!wantsPage(ctx)) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("type", "about:blank");
      document.put("title", problem.title());
      document.put("status", problem.status());
      document.put("detail", problem.detail());
      RequestLog.id(ctx).ifPresent(id -> document.put("requestId", id));
      document.putAll(problem.more());
      ctx.contentType("application/problem+json")
          .result(JsonMapper.shared().writeValueAsBytes(document));
    } else {
      templates.render(
          ctx, "problem", Map.of("title", problem.title(), "detail", problem.detail()));
    }
  }
}
