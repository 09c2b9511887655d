package dev.mockloop.web;

import dev.mockloop.live.RubricDesk;
import dev.mockloop.live.RubricLab;
import dev.mockloop.live.RubricTrial;
import dev.mockloop.live.StaleDraftException;
import dev.mockloop.live.UnsoundRubricException;
import dev.mockloop.live.Workshop;
import dev.mockloop.revision.BaseMovedException;
import dev.mockloop.revision.Revision;
import dev.mockloop.revision.RubricDraft;
import dev.mockloop.revision.Signature;
import dev.mockloop.rubric.Criterion;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionId;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The editor of rubrics and their versions. Forms work without script; scripts use the API. */
final class RubricPages {
  private final RubricDesk desk;
  private final RubricLab lab;
  private final RubricApi api;
  private final Templates templates;

  RubricPages(Workshop workshop, RubricApi api, Templates templates) {
    this.desk = workshop.rubrics();
    this.lab = workshop.lab();
    this.api = api;
    this.templates = templates;
  }

  void register(JavalinConfig config) {
    config.routes.get("/workbench", this::list);
    config.routes.get("/workbench/{kind}/{name}", this::open);
    config.routes.post("/workbench/{kind}/{name}", this::work);
    config.routes.post("/workbench/{kind}/{name}/discard", this::discard);
    config.routes.post("/workbench/{kind}/{name}/review", this::review);
    config.routes.post("/workbench/{kind}/{name}/publish", this::publish);
    config.routes.get("/workbench/{kind}/{name}/versions", this::versions);
    config.routes.get("/workbench/{kind}/{name}/rollback/{version}", this::confirm);
    config.routes.post("/workbench/{kind}/{name}/rollback/{version}", this::rollBack);
  }

  private void list(Context ctx) {
    templates.render(ctx, "rubrics", Map.of("sheets", desk.all(), "problems", desk.problems()));
  }

  private void open(Context ctx) {
    RubricDesk.Sheet sheet = api.sheet(ctx);
    lab.prepare(sheet.question());
    render(ctx, editor(ctx, sheet, sheet.text(), sheet.base(), "strong", "", Optional.empty(), ""));
  }

  /** Saves, checks and tries, for a browser without script. */
  private void work(Context ctx) {
    RubricDesk.Sheet sheet = api.sheet(ctx);
    QuestionId id = sheet.question().id();
    String text = RubricApi.yaml(ctx.formParam("yaml"));
    int base = base(ctx);
    String message = save(ctx, id, text, base);
    String chosen = field(ctx, "answer");
    String own = SessionApi.checked(field(ctx, "own"));
    Optional<TriedAnswer> tried =
        field(ctx, "action").equals("try")
            ? api.question(id, text)
                .map(q -> api.tried(q, sample(ctx, sheet.question(), chosen, own)))
            : Optional.empty();
    render(ctx, editor(ctx, api.sheet(ctx), text, base, chosen, own, tried, message));
  }

  private String save(Context ctx, QuestionId id, String text, int base) {
    try {
      RubricDraft saved = desk.save(id, text, base, number(field(ctx, "known")));
      return "The draft is saved (" + Show.time(saved.savedAt()) + ").";
    } catch (StaleDraftException e) {
      ctx.status(409);
      return e.getMessage() + ".";
    }
  }

  private RubricTrial.Sample sample(Context ctx, Question question, String chosen, String own) {
    return chosen.isEmpty()
        ? new RubricTrial.Sample("", "", "", Optional.empty(), Level.STAFF, own)
        : api.answer(ctx, question, chosen);
  }

  private RubricEditor editor(
      Context ctx,
      RubricDesk.Sheet sheet,
      String text,
      int base,
      String chosen,
      String own,
      Optional<TriedAnswer> tried,
      String message) {
    return new RubricEditor(
        sheet,
        text,
        base,
        sheet.draft().map(RubricDraft::number).orElse(0L),
        ProblemLine.of(desk.check(sheet.question().id(), text)),
        criteria(sheet.question()),
        api.answers(ctx, sheet.question()),
        chosen,
        own,
        tried,
        message);
  }

  private String criteria(Question question) {
    return desk.all().stream()
        .filter(s -> s.question().kind().equals(question.kind()))
        .flatMap(s -> s.question().rubric().criteria().stream().map(Criterion::id))
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private void render(Context ctx, RubricEditor editor) {
    ctx.header("Cache-Control", "no-store");
    templates.render(ctx, "rubric", Map.of("editor", editor));
  }

  private void discard(Context ctx) {
    RubricDesk.Sheet sheet = api.sheet(ctx);
    desk.discard(sheet.question().id());
    ctx.status(303).header("Location", "/workbench/" + sheet.question().id());
  }

  private void review(Context ctx) {
    review(ctx, api.sheet(ctx), "");
  }

  private void review(Context ctx, RubricDesk.Sheet sheet, String problem) {
    String text = RubricApi.yaml(ctx.formParam("yaml"));
    templates.render(
        ctx,
        "rubricreview",
        Map.of(
            "review",
            new RubricReview(
                sheet,
                text,
                base(ctx),
                number(field(ctx, "known")),
                ProblemLine.of(desk.check(sheet.question().id(), text)),
                field(ctx, "author"),
                field(ctx, "note"),
                problem)));
  }

  private void publish(Context ctx) {
    RubricDesk.Sheet sheet = api.sheet(ctx);
    String text = RubricApi.yaml(ctx.formParam("yaml"));
    try {
      Signature signature = new Signature(author(ctx), field(ctx, "note"));
      done(ctx, desk.publish(sheet.question().id(), text, base(ctx), signature), sheet);
    } catch (BaseMovedException e) {
      ctx.status(409);
      review(ctx, api.sheet(ctx), e.getMessage() + ".");
    } catch (UnsoundRubricException e) {
      ctx.status(422);
      review(ctx, sheet, e.getMessage() + ".");
    } catch (IllegalArgumentException e) {
      ctx.status(400);
      review(ctx, sheet, e.getMessage() + ".");
    }
  }

  private void versions(Context ctx) {
    RubricDesk.Sheet sheet = api.sheet(ctx);
    Revision to = chosen(sheet, ctx.queryParam("to")).orElseGet(() -> sheet.history().current());
    Revision from =
        chosen(sheet, ctx.queryParam("from"))
            .or(() -> sheet.history().revision(to.parent()))
            .orElse(to);
    templates.render(
        ctx, "rubricversions", Map.of("versions", new RubricVersions(sheet, from, to)));
  }

  private static Optional<Revision> chosen(
      RubricDesk.Sheet sheet, @org.jspecify.annotations.Nullable String number) {
    return number == null
        ? Optional.empty()
        : Optional.of(
            sheet
                .history()
                .revision((int) number(number))
                .orElseThrow(() -> noVersion(sheet, number)));
  }

  private static ProblemException noVersion(RubricDesk.Sheet sheet, String number) {
    return ProblemException.notFound(
        "There is no version '"
            + number
            + "' of this rubric; there are 1 to "
            + sheet.history().revisions().size()
            + ".");
  }

  private void confirm(Context ctx) {
    rolling(ctx, api.sheet(ctx), "");
  }

  private void rolling(Context ctx, RubricDesk.Sheet sheet, String problem) {
    Revision to = chosen(sheet, ctx.pathParam("version")).orElseThrow();
    templates.render(
        ctx,
        "rubricrollback",
        Map.of(
            "versions",
            new RubricVersions(sheet, sheet.history().current(), to),
            "author",
            field(ctx, "author"),
            "note",
            field(ctx, "note"),
            "problem",
            problem));
  }

  private void rollBack(Context ctx) {
    RubricDesk.Sheet sheet = api.sheet(ctx);
    Revision to = chosen(sheet, ctx.pathParam("version")).orElseThrow();
    try {
      Signature signature = new Signature(author(ctx), field(ctx, "note"));
      done(ctx, desk.rollBack(sheet.question().id(), to.number(), base(ctx), signature), sheet);
    } catch (BaseMovedException e) {
      ctx.status(409);
      rolling(ctx, api.sheet(ctx), e.getMessage() + ".");
    } catch (UnsoundRubricException e) {
      ctx.status(422);
      rolling(ctx, sheet, e.getMessage() + ".");
    } catch (IllegalArgumentException e) {
      ctx.status(400);
      rolling(ctx, sheet, e.getMessage() + ".");
    }
  }

  private static void done(Context ctx, Revision published, RubricDesk.Sheet sheet) {
    ctx.status(303)
        .header(
            "Location",
            "/workbench/%s/versions#v%d".formatted(sheet.question().id(), published.number()));
  }

  private static String author(Context ctx) {
    return Frame.signed(Visit.of(ctx).signer(), field(ctx, "author"));
  }

  private static int base(Context ctx) {
    return (int) number(field(ctx, "base"));
  }

  private static long number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw ProblemException.badRequest("A version is a whole number, got '" + text + "'.");
    }
  }

  private static String field(Context ctx, String name) {
    return Objects.requireNonNullElse(ctx.formParam(name), "");
  }
}
