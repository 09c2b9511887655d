package dev.mockloop.web;

import dev.mockloop.live.RatingRoom;
import dev.mockloop.live.Workshop;
import dev.mockloop.rating.ItemId;
import dev.mockloop.rating.Levels;
import dev.mockloop.rating.Rater;
import dev.mockloop.rating.RatingEvent;
import dev.mockloop.rating.RatingQueue;
import dev.mockloop.rubric.Criterion;
import dev.mockloop.scoring.CriterionScore;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Rating over JSON. What a rater may not see yet is not in any reply. */
final class CalibrateApi {
  private final RatingRoom room;

  CalibrateApi(Workshop workshop) {
    this.room = workshop.rating();
  }

  record Rating(
      @Nullable String rater,
      @Nullable Double overall,
      @Nullable Map<String, @Nullable Double> criteria,
      @Nullable String note) {}

  record Verdict(@Nullable String rater, @Nullable Integer level, @Nullable String reason) {}

  void register(JavalinConfig config) {
    config.routes.get("/api/calibrate", this::progress);
    config.routes.get("/api/calibrate/next", this::next);
    config.routes.get("/api/calibrate/ratings.csv", this::export);
    config.routes.post("/api/calibrate/ratings.csv", this::read);
    config.routes.get("/api/calibrate/items/{session}/{kind}/{name}", this::item);
    config.routes.post("/api/calibrate/items/{session}/{kind}/{name}/ratings", this::rate);
    config.routes.post(
        "/api/calibrate/items/{session}/{kind}/{name}/adjudication", this::adjudicate);
    config.routes.post("/api/calibrate/items/{session}/{kind}/{name}/override", this::override);
  }

  private RatingRoom room(Context ctx) {
    return CalibratePages.room(ctx, room);
  }

  private void progress(Context ctx) {
    Optional<Rater> rater =
        Visit.of(ctx)
            .signer()
            .or(() -> Optional.ofNullable(ctx.queryParam("rater")).map(CalibrateApi::typed));
    CalibrateHub hub = CalibrateHub.of(room(ctx), rater);
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    out.put("answers", hub.answers()).put("complete", hub.complete());
    rater.ifPresent(r -> out.put("yours", hub.yours()).put("left", hub.left()));
    var questions = out.putArray("questions");
    for (RatingQueue.Share share : hub.shares()) {
      questions
          .addObject()
          .put("question", share.question())
          .put("title", hub.title(share.question()))
          .put("answers", share.answers())
          .put("complete", share.complete());
    }
    var waiting = out.putArray("waiting");
    hub.waiting().forEach(d -> waiting.add(d.item().value()));
    Bodies.json(ctx, out);
  }

  private void next(Context ctx) {
    Rater rater = rater(ctx, ctx.queryParam("rater"));
    Optional<ItemId> next = room(ctx).queue().next(rater).map(t -> t.item().id());
    if (next.isEmpty()) {
      ctx.status(204);
    } else {
      view(ctx, rater, next.get());
    }
  }

  private void item(Context ctx) {
    view(ctx, rater(ctx, ctx.queryParam("rater")), CalibratePages.item(ctx));
  }

  private void rate(Context ctx) {
    Rating rating = Bodies.read(ctx, Rating.class);
    Rater rater = rater(ctx, rating.rater);
    RatingRoom.Paper paper = paper(ctx);
    room(ctx).submit(paper, rater, levels(rating), rating.note == null ? "" : rating.note);
    ctx.status(201);
    view(ctx, rater, paper.id());
  }

  private void adjudicate(Context ctx) {
    Verdict verdict = Bodies.read(ctx, Verdict.class);
    RatingRoom.Paper paper = paper(ctx);
    room(ctx).adjudicate(paper.id(), rater(ctx, verdict.rater), level(verdict), reason(verdict));
    ctx.status(204);
  }

  private void override(Context ctx) {
    Verdict verdict = Bodies.read(ctx, Verdict.class);
    RatingRoom.Paper paper = paper(ctx);
    room(ctx).override(paper.id(), rater(ctx, verdict.rater), level(verdict), reason(verdict));
    ctx.status(204);
  }

  private void export(Context ctx) {
    boolean machine = "true".equals(ctx.queryParam("machine"));
    ctx.contentType("text/csv; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"ratings.csv\"")
        .result(room(ctx).table(machine));
  }

  private void read(Context ctx) {
    RatingRoom.Read read = room(ctx).read(ctx.bodyAsBytes());
    Bodies.json(
        ctx,
        JsonNodeFactory.instance
            .objectNode()
            .put("ratings", read.ratings())
            .put("new", read.fresh())
            .put("machineRows", read.machineRows()));
  }

  private RatingRoom.Paper paper(Context ctx) {
    return room(ctx).paper(CalibratePages.item(ctx)).orElseThrow(CalibratePages::none);
  }

  private void view(Context ctx, Rater rater, ItemId id) {
    RatingRoom.View view = room(ctx).view(rater, id).orElseThrow(CalibratePages::none);
    ObjectNode out = paper(view.paper());
    if (view instanceof RatingRoom.View.Compared compared) {
      var own = out.putArray("yours");
      compared.sight().own().forEach(g -> given(own.addObject(), g));
      var others = out.putArray("others");
      compared.sight().others().forEach(g -> given(others.addObject(), g));
      ObjectNode machine = out.putObject("machine");
      machine.put("overall", compared.machine().overall());
      ObjectNode criteria = machine.putObject("criteria");
      for (CriterionScore criterion : compared.machine().criteria()) {
        criteria.put(criterion.id(), criterion.score());
      }
      room(ctx)
          .book()
          .adjudication(id)
          .ifPresent(
              a ->
                  out.putObject("adjudication")
                      .put("level", a.level())
                      .put("rater", a.rater().name())
                      .put("reason", a.reason()));
    }
    Bodies.json(ctx, out);
  }

  private static ObjectNode paper(RatingRoom.Paper paper) {
    ObjectNode out =
        JsonNodeFactory.instance
            .objectNode()
            .put("item", paper.id().value())
            .put("question", paper.question().id().value())
            .put("ask", paper.question().ask())
            .put("text", paper.text());
    paper.probe().ifPresent(p -> out.put("probe", p.text()).put("probeText", paper.probeText()));
    var criteria = out.putArray("criteria");
    for (Criterion criterion : paper.question().rubric().criteria()) {
      ObjectNode anchors =
          criteria
              .addObject()
              .put("id", criterion.id())
              .put("title", criterion.title())
              .putObject("anchors");
      criterion.anchors().forEach((level, says) -> anchors.put(String.valueOf(level), says));
    }
    return out;
  }

  private static void given(ObjectNode node, RatingEvent.Given given) {
    node.put("rater", given.rater().name())
        .put("at", given.at().toString())
        .put("note", given.note());
    ObjectNode criteria = JsonNodeFactory.instance.objectNode();
    given
        .levels()
        .byCriterion()
        .forEach(
            (criterion, level) ->
                (criterion.equals(Levels.OVERALL) ? node : criteria).put(criterion, level));
    node.set("criteria", criteria);
  }

  private static Levels levels(Rating rating) {
    Map<String, Double> levels = new HashMap<>();
    if (rating.criteria != null) {
      rating.criteria.forEach(
          (criterion, level) -> {
            if (level != null) {
              levels.put(criterion, level);
            }
          });
    }
    if (rating.overall != null) {
      levels.put(Levels.OVERALL, rating.overall);
    }
    try {
      return new Levels(levels);
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest(e.getMessage() + ".");
    }
  }

  private static int level(Verdict verdict) {
    if (verdict.level == null) {
      throw ProblemException.badRequest("The field 'level' is missing; it is from 1 to 5.");
    }
    return verdict.level;
  }

  private static String reason(Verdict verdict) {
    return verdict.reason == null ? "" : verdict.reason;
  }

  private static Rater rater(Context ctx, @Nullable String name) {
    return Visit.of(ctx).signer().orElseGet(() -> typed(name));
  }

  private static Rater typed(@Nullable String name) {
    if (name == null) {
      throw ProblemException.badRequest("Say who rates, with 'rater'.");
    }
    try {
      return new Rater(name);
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest(e.getMessage() + ".");
    }
  }
}
