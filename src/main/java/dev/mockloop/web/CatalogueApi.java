package dev.mockloop.web;

import dev.mockloop.live.Workshop;
import dev.mockloop.rubric.Loop;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.Round;
import dev.mockloop.rubric.Slot;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is on offer, over JSON. */
final class CatalogueApi {
  private final Workshop workshop;

  CatalogueApi(Workshop workshop) {
    this.workshop = workshop;
  }

  void register(JavalinConfig config) {
    config.routes.get("/api/loops", this::loops);
    config.routes.post("/api/loops", this::keep);
    config.routes.get("/api/questions", this::questions);
  }

  private void loops(Context ctx) {
    var list = JsonNodeFactory.instance.arrayNode();
    workshop.content().catalogue().loops().forEach(l -> loop(list.addObject(), l));
    Bodies.json(ctx, list);
  }

  private void keep(Context ctx) {
    Loop kept = workshop.sessions().keep(SessionApi.own(Bodies.read(ctx, SessionApi.Own.class)));
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    loop(node, kept);
    ctx.status(201);
    Bodies.json(ctx, node);
  }

  private static void loop(ObjectNode node, Loop loop) {
    node.put("id", loop.id())
        .put("title", loop.title())
        .put("level", loop.level().id())
        .put("for", loop.audience())
        .put("experience", loop.experience())
        .put("timeline", loop.timeline())
        .put("minutes", loop.total().toSeconds() / 60.0);
    var rounds = node.putArray("rounds");
    for (Round round : loop.rounds()) {
      ObjectNode entry =
          rounds
              .addObject()
              .put("id", round.id())
              .put("kind", round.kind().id())
              .put("title", round.title())
              .put("minutes", round.budget().toSeconds() / 60.0);
      var questions = entry.putArray("questions");
      round.slots().stream().map(Slot::question).forEach(q -> questions.add(q.value()));
    }
  }

  private void questions(Context ctx) {
    var list = JsonNodeFactory.instance.arrayNode();
    for (Question question : workshop.content().catalogue().questions()) {
      list.addObject()
          .put("id", question.id().value())
          .put("title", question.title())
          .put("kind", question.kind().id())
          .put("minutes", question.time().toSeconds() / 60.0)
          .put("rubricVersion", question.rubric().version());
    }
    Bodies.json(ctx, list);
  }
}
