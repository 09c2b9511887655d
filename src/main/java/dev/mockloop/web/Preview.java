package dev.mockloop.web;

import dev.mockloop.web.guard.ContentPolicy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Shows an answer as it reads when its Markdown is laid out and its diagrams are drawn. */
final class Preview {
  private final Templates templates;

  Preview(Templates templates) {
    this.templates = templates;
  }

  record Typed(@Nullable String text) {}

  void register(JavalinConfig config) {
    config.routes.post("/api/preview", Preview::preview);
    config.routes.get("/diagram", this::diagram);
  }

  private static void preview(Context ctx) {
    String text = SessionApi.checked(Bodies.read(ctx, Typed.class).text);
    ctx.contentType("application/json")
        .result(JsonMapper.shared().writeValueAsBytes(Map.of("html", Markdown.html(text))));
  }

  private void diagram(Context ctx) {
    ctx.header("Content-Security-Policy", ContentPolicy.DIAGRAM);
    templates.render(ctx, "diagram", Map.of());
  }
}
