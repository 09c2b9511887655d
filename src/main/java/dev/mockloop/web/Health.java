package dev.mockloop.web;

import dev.mockloop.live.Workshop;
import dev.mockloop.store.Name;
import dev.mockloop.store.Store;
import dev.mockloop.store.StoreException;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether this server lives, and whether it should be sent anybody. It tells words only; why
 * something is down stands in the log.
 *
 * <p>Alive means that it answers. Ready means that the store keeps what is written to it, which
 * takes in the database when there is one, that the language models are loaded, and that it was not
 * told to stop.
 */
final class Health {
  private static final Logger LOG = LoggerFactory.getLogger(Health.class);
  private static final Name PROBE = Name.in("health", "probe.json");

  /** Probes come from several sides, and each costs a write that is forced to disk. */
  private static final Duration GOOD_FOR = Duration.ofSeconds(2);

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Workshop workshop;
  private volatile boolean stopping;
  private volatile String modelsFailed = "";
  private String store = "up";
  private @Nullable Long storeAskedAt;

  Health(Workshop workshop) {
    this.workshop = workshop;
  }

  void register(JavalinConfig config) {
    config.routes.get("/health/live", ctx -> answer(ctx, 200, Map.of("status", "up")));
    config.routes.get("/health/ready", this::ready);
  }

  /** From now on it is not ready. */
  void stop() {
    stopping = true;
  }

  /** From now on it is not ready, as nothing can be scored. */
  void modelsFailed(String why) {
    modelsFailed = why;
    LOG.error("nothing can be scored: {}", why);
  }

  private void ready(Context ctx) {
    Map<String, String> checks = new LinkedHashMap<>();
    checks.put("models", models());
    checks.put("store", store());
    checks.put("server", stopping ? "stopping" : "up");
    boolean up = checks.values().stream().allMatch("up"::equals);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", up ? "up" : "down");
    body.put("checks", checks);
    answer(ctx, up ? 200 : 503, body);
  }

  private String models() {
    if (!modelsFailed.isEmpty()) {
      return "down";
    }
    return workshop.warm() ? "up" : "loading";
  }

  private synchronized String store() {
    long now = System.nanoTime();
    if (storeAskedAt == null || now - storeAskedAt > GOOD_FOR.toNanos()) {
      store = probed(workshop.everything());
      storeAskedAt = System.nanoTime();
    }
    return store;
  }

  private static String probed(Store store) {
    CompletableFuture<Void> write = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                store.put(PROBE, "{}");
                write.complete(null);
              } catch (RuntimeException e) {
                write.completeExceptionally(e);
              }
            });
    try {
      write.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
      return "up";
    } catch (CompletionException e) {
      LOG.error("not ready: {}", reason(Objects.requireNonNullElse(e.getCause(), e)));
      return "down";
    }
  }

  private static String reason(Throwable cause) {
    return switch (cause) {
      case TimeoutException late ->
          "the store did not answer within " + PATIENCE.toSeconds() + " s";
      case StoreException told -> String.valueOf(told.getMessage());
      default -> cause.toString();
    };
  }

  private static void answer(Context ctx, int status, Map<String, ?> body) {
    ctx.status(status)
        .contentType("application/json")
        .header("Cache-Control", "no-store")
        .result(JsonMapper.shared().writeValueAsBytes(body));
  }
}
