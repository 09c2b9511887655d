package dev.mockloop.web;

import dev.mockloop.live.RubricLab;
import dev.mockloop.live.WhatIfJob;
import dev.mockloop.live.Workshop;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.rubric.yaml.Problem;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** The workbench over JSON: what-ifs, item analysis, fits. */
final class WorkbenchApi {
  private final RubricLab lab;

  WorkbenchApi(Workshop workshop) {
    this.lab = workshop.lab();
  }

  /**
   * A question file being written.
   *
   * @param yaml its text; left out for the text on offer
   */
  record Written(@Nullable String yaml) {}

  void register(JavalinConfig config) {
    config.routes.post("/api/workbench/{kind}/{name}/what-if", this::start);
    config.routes.get(
        "/api/workbench/{kind}/{name}/what-if/{id}",
        ctx -> Bodies.json(ctx, WorkbenchJson.of(job(ctx))));
    config.routes.delete("/api/workbench/{kind}/{name}/what-if/{id}", this::cancel);
    config.routes.get(
        "/api/workbench/{kind}/{name}/analysis",
        ctx -> Bodies.json(ctx, WorkbenchJson.of(lab.analysis(question(lab, ctx)))));
    config.routes.get(
        "/api/workbench/{kind}/{name}/fit",
        ctx -> Bodies.json(ctx, WorkbenchJson.of(lab.fit(question(lab, ctx)))));
    config.routes.post("/api/workbench/{kind}/{name}/fit/yaml", this::applied);
  }

  private void start(Context ctx) {
    Question question = question(lab, ctx);
    String text = sound(question, Bodies.read(ctx, Written.class));
    if (lab.rated(question.id()) == 0) {
      throw new ProblemException(
          409,
          "Nothing to score",
          "No answer to this question is rated yet; rate some, and try again.",
          Map.of("reason", "no-ratings"));
    }
    WhatIfJob job = lab.whatIf(question, text);
    ctx.status(202).header("Location", ctx.path() + "/" + job.id());
    Bodies.json(ctx, WorkbenchJson.of(job));
  }

  private void cancel(Context ctx) {
    lab.cancel(job(ctx));
    ctx.status(204);
  }

  private void applied(Context ctx) {
    Question question = question(lab, ctx);
    String text = sound(question, Bodies.read(ctx, Written.class));
    Bodies.json(
        ctx,
        JsonNodeFactory.instance
            .objectNode()
            .put("yaml", RubricLab.applied(text, lab.fit(question))));
  }

  private String sound(Question question, Written written) {
    String text = written.yaml() == null ? lab.text(question) : RubricApi.yaml(written.yaml());
    List<Problem> problems = lab.problems(question, text);
    if (!problems.isEmpty()) {
      Problem first = problems.getFirst();
      throw new ProblemException(
          422,
          "The rubric has a problem",
          "Line " + first.line() + ": " + first.message() + ".",
          Map.of("problems", WorkbenchJson.of(problems)));
    }
    return text;
  }

  private WhatIfJob job(Context ctx) {
    return lab.job(question(lab, ctx).id(), ctx.pathParam("id"))
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "There is no such what-if; only the last twenty are kept."));
  }

  /** The question that an address names. */
  static Question question(RubricLab lab, Context ctx) {
    String id = ctx.pathParam("kind") + "/" + ctx.pathParam("name");
    try {
      return lab.question(new QuestionId(id)).orElseThrow(() -> none(id));
    } catch (IllegalArgumentException e) {
      throw none(id);
    }
  }

  private static ProblemException none(String id) {
    return ProblemException.notFound(
        "There is no question " + id + "; /api/questions lists those that there are.");
  }
}
