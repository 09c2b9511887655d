package dev.mockloop.web;

import io.javalin.config.JavalinConfig;
import java.util.Map;

/** The description of the API, for people and for tools. */
final class ApiPages {
  private final Templates templates;

  ApiPages(Templates templates) {
    this.templates = templates;
  }

  void register(JavalinConfig config) {
    config.routes.get(
        "/api",
        ctx -> templates.render(ctx, "api", Map.of("operations", ApiDocument.operations())));
    config.routes.get(
        "/openapi.json", ctx -> ctx.contentType("application/json").result(ApiDocument.text()));
  }
}
