package dev.mockloop.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.Map;

/** Pages from templates, which were turned into classes when Mockloop was built. */
final class Templates {
  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.mockloop.web.template");

  void render(Context ctx, String name, Map<String, Object> model) {
    ctx.contentType("text/html; charset=utf-8")
        .result(Frame.of(ctx).around(() -> text(name, model)));
  }

  String text(String name, Map<String, Object> model) {
    StringOutput output = new StringOutput();
    engine.render(name + ".jte", model, output);
    return output.toString();
  }
}
