package dev.mockloop.web;

import dev.mockloop.live.RubricLab;
import dev.mockloop.live.Workshop;
import dev.mockloop.rubric.Question;
import io.javalin.config.JavalinConfig;
import java.util.Map;

/** What rated answers say about a rubric. */
final class WorkbenchPages {
  private final RubricLab lab;
  private final Templates templates;

  WorkbenchPages(Workshop workshop, Templates templates) {
    this.lab = workshop.lab();
    this.templates = templates;
  }

  void register(JavalinConfig config) {
    config.routes.get(
        "/workbench/{kind}/{name}/analysis",
        ctx -> {
          Question question = WorkbenchApi.question(lab, ctx);
          templates.render(
              ctx, "analysis", Map.of("question", question, "analysis", lab.analysis(question)));
        });
    config.routes.get(
        "/workbench/{kind}/{name}/fit",
        ctx -> {
          Question question = WorkbenchApi.question(lab, ctx);
          templates.render(ctx, "fit", Map.of("question", question, "fitted", lab.fit(question)));
        });
    config.routes.get(
        "/workbench/{kind}/{name}/what-if",
        ctx -> {
          Question question = WorkbenchApi.question(lab, ctx);
          templates.render(
              ctx,
              "whatif",
              Map.of(
                  "question",
                  question,
                  "text",
                  lab.text(question),
                  "rated",
                  lab.rated(question.id())));
        });
  }
}
