package dev.mockloop.web;

import dev.mockloop.live.StoryBank;
import dev.mockloop.live.Workshop;
import dev.mockloop.storybank.AnchorStory;
import dev.mockloop.storybank.StoryId;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The story bank over JSON. */
final class StoryApi {
  private final StoryBank bank;

  StoryApi(Workshop workshop) {
    this.bank = workshop.stories();
  }

  record Told(
      @Nullable String title,
      @Nullable String situation,
      @Nullable String task,
      @Nullable String action,
      @Nullable String result,
      @Nullable String reflection) {

    StoryBank.Draft draft() {
      return new StoryBank.Draft(
          text(title), text(situation), text(task), text(action), text(result), text(reflection));
    }

    private static String text(@Nullable String typed) {
      return typed == null ? "" : typed;
    }
  }

  void register(JavalinConfig config) {
    config.routes.get("/api/stories", this::list);
    config.routes.post("/api/stories", this::add);
    config.routes.put("/api/stories/{id}", this::change);
    config.routes.delete("/api/stories/{id}", this::delete);
  }

  private void list(Context ctx) {
    var stories = JsonNodeFactory.instance.arrayNode();
    for (StoryBank.Kept kept : bank.all()) {
      ObjectNode node = write(kept.story());
      var answers = node.putArray("answers");
      kept.matches()
          .forEach(
              m ->
                  answers
                      .addObject()
                      .put("question", m.question().id().value())
                      .put("score", m.card().overall())
                      .put("carries", m.card().overall() >= StoryBank.CARRIES));
      stories.add(node);
    }
    Bodies.json(ctx, stories);
  }

  private void add(Context ctx) {
    StoryBank.Draft draft = Bodies.read(ctx, Told.class).draft();
    AnchorStory story = checked(() -> bank.add(draft));
    ctx.status(201).header("Location", "/api/stories/" + story.id().value());
    Bodies.json(ctx, write(story));
  }

  private void change(Context ctx) {
    StoryBank.Draft draft = Bodies.read(ctx, Told.class).draft();
    Bodies.json(ctx, write(checked(() -> bank.change(id(ctx), draft).orElseThrow(StoryApi::none))));
  }

  private void delete(Context ctx) {
    bank.delete(bank.story(id(ctx)).orElseThrow(StoryApi::none).id());
    ctx.status(204);
  }

  private static AnchorStory checked(Supplier<AnchorStory> keeping) {
    try {
      return keeping.get();
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest(e.getMessage() + ".");
    }
  }

  /** The story that an address names. */
  static StoryId id(Context ctx) {
    try {
      return new StoryId(ctx.pathParam("id"));
    } catch (IllegalArgumentException e) {
      throw none();
    }
  }

  static ProblemException none() {
    return ProblemException.notFound(
        "There is no such story; /stories lists those that there are.");
  }

  private static ObjectNode write(AnchorStory story) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", story.id().value())
        .put("title", story.title())
        .put("situation", story.situation())
        .put("task", story.task())
        .put("action", story.action())
        .put("result", story.result())
        .put("reflection", story.reflection())
        .put("changedAt", story.changedAt().toString());
  }
}
