package dev.mockloop.web;

import dev.mockloop.live.StoryBank;
import dev.mockloop.live.Workshop;
import dev.mockloop.storybank.AnchorStory;
import dev.mockloop.storybank.StoryId;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Objects;

/** The story bank. */
final class StoryPages {
  private final StoryBank bank;
  private final Templates templates;

  StoryPages(Workshop workshop, Templates templates) {
    this.bank = workshop.stories();
    this.templates = templates;
  }

  void register(JavalinConfig config) {
    config.routes.get(
        "/stories",
        ctx ->
            templates.render(
                ctx, "stories", Map.of("stories", bank.all(), "covers", bank.covers())));
    config.routes.get("/stories/new", this::blank);
    config.routes.post("/stories", this::add);
    config.routes.get("/stories/{id}", this::edit);
    config.routes.post("/stories/{id}", this::change);
    config.routes.post("/stories/{id}/delete", this::delete);
  }

  private void blank(Context ctx) {
    String title = Objects.requireNonNullElse(ctx.queryParam("title"), "");
    form(ctx, "", new StoryBank.Draft(title, "", "", "", "", ""), "");
  }

  private void edit(Context ctx) {
    AnchorStory story = story(ctx);
    form(
        ctx,
        story.id().value(),
        new StoryBank.Draft(
            story.title(),
            story.situation(),
            story.task(),
            story.action(),
            story.result(),
            story.reflection()),
        "");
  }

  private void add(Context ctx) {
    StoryBank.Draft draft = draft(ctx);
    try {
      back(ctx, bank.add(draft));
    } catch (IllegalArgumentException e) {
      ctx.status(400);
      form(ctx, "", draft, String.valueOf(e.getMessage()));
    }
  }

  private void change(Context ctx) {
    StoryBank.Draft draft = draft(ctx);
    StoryId id = StoryApi.id(ctx);
    try {
      back(ctx, bank.change(id, draft).orElseThrow(StoryApi::none));
    } catch (IllegalArgumentException e) {
      ctx.status(400);
      form(ctx, id.value(), draft, String.valueOf(e.getMessage()));
    }
  }

  private void delete(Context ctx) {
    bank.delete(story(ctx).id());
    ctx.status(303).header("Location", "/stories");
  }

  /** What was typed comes back with the problem, so that nothing is lost. */
  private void form(Context ctx, String id, StoryBank.Draft draft, String problem) {
    templates.render(ctx, "story", Map.of("id", id, "draft", draft, "problem", problem));
  }

  private static void back(Context ctx, AnchorStory story) {
    ctx.status(303).header("Location", "/stories#" + story.id().value());
  }

  private AnchorStory story(Context ctx) {
    return bank.story(StoryApi.id(ctx)).orElseThrow(StoryApi::none);
  }

  private static StoryBank.Draft draft(Context ctx) {
    return new StoryBank.Draft(
        field(ctx, "title"),
        field(ctx, "situation"),
        field(ctx, "task"),
        field(ctx, "action"),
        field(ctx, "result"),
        field(ctx, "reflection"));
  }

  private static String field(Context ctx, String name) {
    return Objects.requireNonNullElse(ctx.formParam(name), "");
  }
}
