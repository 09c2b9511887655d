package dev.mockloop.web;

import dev.mockloop.interview.SessionId;
import dev.mockloop.live.RatingRoom;
import dev.mockloop.live.Report;
import dev.mockloop.live.Workshop;
import dev.mockloop.rating.ItemId;
import dev.mockloop.rating.Rater;
import dev.mockloop.rating.RatingEvent;
import dev.mockloop.rating.RatingException;
import dev.mockloop.rating.RatingQueue;
import dev.mockloop.rubric.QuestionId;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The calibration lab: rating blind, settling disagreements, overriding the machine. */
final class CalibratePages {
  private final RatingRoom room;
  private final SessionApi sessions;
  private final Templates templates;

  CalibratePages(Workshop workshop, SessionApi sessions, Templates templates) {
    this.room = workshop.rating();
    this.sessions = sessions;
    this.templates = templates;
  }

  void register(JavalinConfig config) {
    config.routes.get("/calibrate", ctx -> hub(ctx, "", ""));
    config.routes.post("/calibrate/rater", this::nameRater);
    config.routes.post("/calibrate/import", this::importTable);
    config.routes.get("/calibrate/rate", this::next);
    config.routes.get("/calibrate/rate/{session}/{kind}/{name}", this::rate);
    config.routes.post("/calibrate/rate/{session}/{kind}/{name}", this::submit);
    config.routes.get("/calibrate/adjudicate", this::waiting);
    config.routes.get(
        "/calibrate/adjudicate/{session}/{kind}/{name}",
        ctx -> settle(ctx, ReasonedLevel.blank(RaterCookie.read(ctx))));
    config.routes.post("/calibrate/adjudicate/{session}/{kind}/{name}", this::adjudicate);
    config.routes.get(
        "/sessions/{id}/override/{place}",
        ctx -> overriding(ctx, ReasonedLevel.blank(RaterCookie.read(ctx))));
    config.routes.post("/sessions/{id}/override/{place}", this::override);
  }

  /** The item that an address names. */
  static ItemId item(Context ctx) {
    try {
      return new ItemId(
          new SessionId(ctx.pathParam("session")),
          new QuestionId(ctx.pathParam("kind") + "/" + ctx.pathParam("name")));
    } catch (IllegalArgumentException e) {
      throw none();
    }
  }

  static ProblemException none() {
    return ProblemException.notFound(
        "There is no such answer to rate; /calibrate leads to those that there are.");
  }

  /** The lab as far as a visitor may rate. */
  private RatingRoom room(Context ctx) {
    return room(ctx, room);
  }

  static RatingRoom room(Context ctx, RatingRoom room) {
    Visit visit = Visit.of(ctx);
    return visit instanceof Visit.Open ? room : room.among(visit::rates);
  }

  private void hub(Context ctx, String told, String problem) {
    templates.render(
        ctx,
        "calibrate",
        Map.of(
            "hub",
            CalibrateHub.of(room(ctx), RaterCookie.read(ctx)),
            "told",
            told,
            "problem",
            problem,
            "typed",
            Objects.requireNonNullElse(ctx.formParam("name"), "")));
  }

  private void nameRater(Context ctx) {
    try {
      RaterCookie.write(ctx, new Rater(Objects.requireNonNullElse(ctx.formParam("name"), "")));
    } catch (IllegalArgumentException e) {
      ctx.status(400);
      hub(ctx, "", "Not kept: " + e.getMessage() + ".");
      return;
    }
    see(ctx, "/calibrate");
  }

  private void importTable(Context ctx) {
    UploadedFile file = ctx.uploadedFile("table");
    if (file == null || file.size() == 0) {
      ctx.status(400);
      hub(ctx, "", "Nothing was read: choose a CSV file first.");
      return;
    }
    try (InputStream in = file.content()) {
      RatingRoom.Read read = room(ctx).read(in.readAllBytes());
      hub(
          ctx,
          "Read %d %s, %d of them new.%s"
              .formatted(
                  read.ratings(),
                  read.ratings() == 1 ? "rating" : "ratings",
                  read.fresh(),
                  read.machineRows() == 0
                      ? ""
                      : " Left out: " + read.machineRows() + " lines of the machine."),
          "");
    } catch (RatingException e) {
      ctx.status(400);
      hub(ctx, "", "Nothing was read from " + file.filename() + ". " + e.getMessage() + ".");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void next(Context ctx) {
    Optional<Rater> rater = RaterCookie.read(ctx);
    Optional<ItemId> item =
        rater.flatMap(r -> room(ctx).queue().next(r)).map(RatingQueue.Task::item).map(i -> i.id());
    see(ctx, item.map(i -> "/calibrate/rate/" + i).orElse("/calibrate"));
  }

  private void rate(Context ctx) {
    Optional<Rater> rater = RaterCookie.read(ctx);
    if (rater.isEmpty()) {
      see(ctx, "/calibrate");
      return;
    }
    switch (room(ctx).view(rater.get(), item(ctx)).orElseThrow(CalibratePages::none)) {
      case RatingRoom.View.Blank blank ->
          form(ctx, RatingSheet.blank(room(ctx), blank.paper(), rater.get()));
      case RatingRoom.View.Compared compared -> compared(ctx, compared, rater.get());
    }
  }

  private void submit(Context ctx) {
    Rater rater =
        RaterCookie.read(ctx)
            .orElseThrow(
                () -> ProblemException.badRequest("Say who you are first, on /calibrate."));
    RatingRoom.Paper paper = room(ctx).paper(item(ctx)).orElseThrow(CalibratePages::none);
    RatingSheet sheet = RatingSheet.blank(room(ctx), paper, rater).filled(ctx);
    try {
      room(ctx).submit(paper, rater, sheet.levels(), sheet.note());
      see(ctx, "/calibrate/rate/" + paper.id());
    } catch (RatingException e) {
      ctx.status(400);
      form(ctx, sheet.refused(String.valueOf(e.getMessage())));
    }
  }

  private void form(Context ctx, RatingSheet sheet) {
    templates.render(ctx, "rate", Map.of("sheet", sheet));
  }

  private void compared(Context ctx, RatingRoom.View.Compared view, Rater rater) {
    List<LevelTable.Column> columns = new ArrayList<>();
    List<RatingEvent.Given> own = view.sight().own();
    columns.add(LevelTable.Column.of("You", own.getLast()));
    if (own.size() > 1) {
      columns.add(LevelTable.Column.of("You, before", own.getFirst()));
    }
    view.sight().others().forEach(g -> columns.add(LevelTable.Column.of(g.rater().name(), g)));
    columns.add(LevelTable.Column.of(view.machine()));
    templates.render(
        ctx,
        "rated",
        Map.of(
            "view",
            view,
            "sheet",
            RatingSheet.blank(room(ctx), view.paper(), rater),
            "table",
            LevelTable.of(view.paper().question().rubric(), columns),
            "disagreement",
            room(ctx).book().disagreement(view.paper().id()),
            "adjudication",
            room(ctx).book().adjudication(view.paper().id())));
  }

  private void waiting(Context ctx) {
    templates.render(
        ctx, "adjudicate", Map.of("hub", CalibrateHub.of(room(ctx), RaterCookie.read(ctx))));
  }

  private void adjudicate(Context ctx) {
    ReasonedLevel typed = ReasonedLevel.of(ctx);
    ItemId item = room(ctx).paper(item(ctx)).orElseThrow(CalibratePages::none).id();
    try {
      Rater rater = typed.rater();
      room(ctx).adjudicate(item, rater, typed.chosen(), typed.reason());
      RaterCookie.write(ctx, rater);
      see(ctx, "/calibrate/adjudicate/" + item);
    } catch (RatingException | IllegalArgumentException e) {
      ctx.status(400);
      settle(ctx, typed.refused(String.valueOf(e.getMessage())));
    }
  }

  private void settle(Context ctx, ReasonedLevel typed) {
    ItemId id = item(ctx);
    Report.Item item = room(ctx).scored(id).orElseThrow(CalibratePages::none);
    List<RatingEvent.Given> firsts = room(ctx).book().firsts(id);
    if (firsts.isEmpty()) {
      throw ProblemException.notFound(
          "Nobody has rated this answer yet; /calibrate/rate hands it out.");
    }
    List<LevelTable.Column> columns = new ArrayList<>();
    firsts.forEach(g -> columns.add(LevelTable.Column.of(g.rater().name(), g)));
    columns.add(LevelTable.Column.of(item.card()));
    templates.render(
        ctx,
        "settle",
        Map.of(
            "id",
            id,
            "item",
            item,
            "ratings",
            firsts,
            "table",
            LevelTable.of(item.question().rubric(), columns),
            "open",
            room(ctx).book().disagreement(id).isPresent(),
            "adjudication",
            room(ctx).book().adjudication(id),
            "typed",
            typed));
  }

  private void overriding(Context ctx, ReasonedLevel typed) {
    Report report = sessions.report(ctx);
    templates.render(
        ctx,
        "override",
        Map.of(
            "session",
            report.session(),
            "item",
            SessionApi.item(report, Places.read(ctx.pathParam("place"))),
            "typed",
            typed));
  }

  private void override(Context ctx) {
    ReasonedLevel typed = ReasonedLevel.of(ctx);
    Report report = sessions.report(ctx);
    Report.Item item = SessionApi.item(report, Places.read(ctx.pathParam("place")));
    try {
      Rater rater = typed.rater();
      room(ctx)
          .override(
              new ItemId(report.session().id(), item.question().id()),
              rater,
              typed.chosen(),
              typed.reason());
      RaterCookie.write(ctx, rater);
      see(ctx, Show.reportLink(report.session(), item.place()));
    } catch (RatingException | IllegalArgumentException e) {
      ctx.status(400);
      overriding(ctx, typed.refused(String.valueOf(e.getMessage())));
    }
  }

  private static void see(Context ctx, String address) {
    ctx.status(303).header("Location", address);
  }
}
