package dev.mockloop.web;

import dev.mockloop.metrics.Metrics;
import io.javalin.Javalin;

/**
 * Where an operator looks: metrics and health on an address of their own, which no candidate is
 * given. It outlives the pages by the time that their last requests take.
 */
final class MetricsServer implements AutoCloseable {
  private final Javalin app;

  MetricsServer(Address address, Metrics metrics, Health health) {
    app =
        Javalin.create(
            config -> {
              config.concurrency.useVirtualThreads = true;
              config.startup.showJavalinBanner = false;
              config.jetty.host = address.host();
              health.register(config);
              config.routes.get(
                  "/metrics", ctx -> ctx.contentType(Metrics.CONTENT_TYPE).result(metrics.text()));
            });
    app.start(address.port());
  }

  int port() {
    return app.port();
  }

  @Override
  public void close() {
    app.stop();
  }
}
