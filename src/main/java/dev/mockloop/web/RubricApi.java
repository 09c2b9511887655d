package dev.mockloop.web;

import dev.mockloop.live.RubricDesk;
import dev.mockloop.live.RubricTrial;
import dev.mockloop.live.StaleDraftException;
import dev.mockloop.live.UnsoundRubricException;
import dev.mockloop.live.Workshop;
import dev.mockloop.revision.BaseMovedException;
import dev.mockloop.revision.Origin;
import dev.mockloop.revision.Revision;
import dev.mockloop.revision.RubricDraft;
import dev.mockloop.revision.Signature;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.rubric.yaml.Problem;
import dev.mockloop.rubric.yaml.QuestionText;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Rubrics edited, checked, tried and published over JSON. */
final class RubricApi {
  private final RubricDesk desk;
  private final RubricTrial trial;

  RubricApi(Workshop workshop) {
    this.desk = workshop.rubrics();
    this.trial = workshop.trial();
  }

  record Written(@Nullable String yaml, @Nullable Integer base, @Nullable Long known) {}

  record Tried(
      @Nullable String yaml,
      @Nullable String text,
      @Nullable String answer,
      @Nullable String level) {}

  record Published(
      @Nullable String yaml,
      @Nullable Integer base,
      @Nullable String author,
      @Nullable String note) {}

  record RolledBack(
      @Nullable Integer to,
      @Nullable Integer base,
      @Nullable String author,
      @Nullable String note) {}

  void register(JavalinConfig config) {
    config.routes.get("/api/workbench", this::list);
    config.routes.get(
        "/api/workbench/schema",
        ctx -> ctx.contentType("application/json").result(QuestionText.schema()));
    config.routes.get("/api/workbench/{kind}/{name}", this::state);
    config.routes.put("/api/workbench/{kind}/{name}/draft", this::draft);
    config.routes.delete("/api/workbench/{kind}/{name}/draft", this::discard);
    config.routes.post("/api/workbench/{kind}/{name}/check", this::check);
    config.routes.post("/api/workbench/{kind}/{name}/preview", this::preview);
    config.routes.post("/api/workbench/{kind}/{name}/publish", this::publish);
    config.routes.post("/api/workbench/{kind}/{name}/rollback", this::rollBack);
  }

  /** The rubric that an address names; nothing else of the address is ever used. */
  RubricDesk.Sheet sheet(Context ctx) {
    try {
      return desk.find(new QuestionId(ctx.pathParam("kind") + "/" + ctx.pathParam("name")))
          .orElseThrow(RubricApi::none);
    } catch (IllegalArgumentException e) {
      throw none();
    }
  }

  private void list(Context ctx) {
    var list = JsonNodeFactory.instance.arrayNode();
    for (RubricDesk.Sheet sheet : desk.all()) {
      Revision current = sheet.history().current();
      list.addObject()
          .put("question", sheet.question().id().value())
          .put("title", sheet.question().title())
          .put("version", current.number())
          .put("rubricVersion", sheet.question().rubric().version())
          .put("author", current.author())
          .put("draft", sheet.draft().isPresent());
    }
    Bodies.json(ctx, list);
  }

  private void state(Context ctx) {
    RubricDesk.Sheet sheet = sheet(ctx);
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    out.put("question", sheet.question().id().value())
        .put("title", sheet.question().title())
        .put("version", sheet.history().current().number())
        .put("rubricVersion", sheet.question().rubric().version())
        .put("yaml", sheet.history().current().text());
    sheet.draft().ifPresent(d -> out.set("draft", draft(d).put("yaml", d.text())));
    var versions = out.putArray("versions");
    sheet.history().revisions().forEach(r -> versions.add(revision(r)));
    Bodies.json(ctx, out);
  }

  private void draft(Context ctx) {
    RubricDesk.Sheet sheet = sheet(ctx);
    Written written = Bodies.read(ctx, Written.class);
    String yaml = yaml(written.yaml);
    int base = written.base == null ? sheet.base() : written.base;
    Long known = written.known;
    QuestionId id = sheet.question().id();
    Bodies.json(
        ctx,
        draft(
            guarded(
                () ->
                    known == null ? desk.save(id, yaml, base) : desk.save(id, yaml, base, known))));
  }

  private void discard(Context ctx) {
    desk.discard(sheet(ctx).question().id());
    ctx.status(204);
  }

  private void check(Context ctx) {
    QuestionId id = sheet(ctx).question().id();
    List<Problem> problems = desk.check(id, yaml(Bodies.read(ctx, Written.class).yaml));
    ObjectNode out = JsonNodeFactory.instance.objectNode().put("sound", problems.isEmpty());
    out.set("problems", ProblemLine.json(problems));
    Bodies.json(ctx, out);
  }

  private void preview(Context ctx) {
    RubricDesk.Sheet sheet = sheet(ctx);
    Tried tried = Bodies.read(ctx, Tried.class);
    String yaml = yaml(tried.yaml);
    RubricTrial.Sample sample = sample(ctx, sheet.question(), tried);
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    Optional<Question> question = question(sheet.question().id(), yaml);
    if (question.isEmpty()) {
      out.set("problems", ProblemLine.json(desk.check(sheet.question().id(), yaml)));
    } else {
      out.putArray("problems");
      out.set("score", tried(question.get(), sample).json());
    }
    Bodies.json(ctx, out);
  }

  /** What a text describes, when it can run; a text that names another question is no use here. */
  Optional<Question> question(QuestionId id, String yaml) {
    return desk.question(id, yaml).filter(q -> q.id().equals(id));
  }

  TriedAnswer tried(Question question, RubricTrial.Sample sample) {
    return new TriedAnswer(sample.text(), trial.score(question, sample.text(), sample.level()));
  }

  /** The answers to a question that the visitor may read. */
  List<RubricTrial.Sample> answers(Context ctx, Question question) {
    Visit visit = Visit.of(ctx);
    return trial.answers(question).stream()
        .filter(
            a ->
                !a.id().contains(":")
                    || visit.reads(SessionApi.id(a.id().substring(0, a.id().indexOf(':')))))
        .toList();
  }

  /** The answer of a question that has this id. */
  RubricTrial.Sample answer(Context ctx, Question question, String id) {
    return answers(ctx, question).stream()
        .filter(a -> a.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "There is no answer '"
                        + id
                        + "' to this question; take 'strong', 'weak', or a session and a place."));
  }

  private RubricTrial.Sample sample(Context ctx, Question question, Tried tried) {
    if (tried.answer != null && tried.text == null) {
      return answer(ctx, question, tried.answer);
    }
    Level level =
        Level.of(tried.level != null && tried.level.equals("senior") ? "senior" : "staff");
    return new RubricTrial.Sample(
        "", "", "", Optional.empty(), level, SessionApi.checked(tried.text));
  }

  private void publish(Context ctx) {
    QuestionId id = sheet(ctx).question().id();
    Published body = Bodies.read(ctx, Published.class);
    String yaml = yaml(body.yaml);
    int base = number(body.base, "base");
    Signature signature = signature(ctx, body.author, body.note);
    ctx.status(201);
    Bodies.json(ctx, revision(guarded(() -> desk.publish(id, yaml, base, signature))));
  }

  private void rollBack(Context ctx) {
    QuestionId id = sheet(ctx).question().id();
    RolledBack body = Bodies.read(ctx, RolledBack.class);
    int to = number(body.to, "to");
    int base = number(body.base, "base");
    Signature signature = signature(ctx, body.author, body.note);
    ctx.status(201);
    Bodies.json(ctx, revision(guarded(() -> desk.rollBack(id, to, base, signature))));
  }

  private static <T> T guarded(Supplier<T> work) {
    try {
      return work.get();
    } catch (UnsoundRubricException e) {
      throw new ProblemException(
          422,
          "The rubric has problems",
          e.getMessage() + ".",
          Map.of("problems", ProblemLine.json(e.problems())));
    } catch (BaseMovedException e) {
      throw new ProblemException(
          409,
          "Somebody published first",
          e.getMessage() + ". What you sent is still yours.",
          Map.of("reason", "base-moved", "base", e.base(), "current", revision(e.current())));
    } catch (StaleDraftException e) {
      throw new ProblemException(
          409,
          "Another draft is saved",
          e.getMessage() + ".",
          Map.of("reason", "stale", "number", e.kept().number(), "yaml", e.kept().text()));
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest(e.getMessage() + ".");
    }
  }

  private static Signature signature(Context ctx, @Nullable String author, @Nullable String note) {
    String signed = Frame.signed(Visit.of(ctx).signer(), author == null ? "" : author);
    return guarded(() -> new Signature(signed, note == null ? "" : note));
  }

  private static int number(@Nullable Integer number, String field) {
    if (number == null) {
      throw ProblemException.badRequest(
          "The field '" + field + "' is missing; it is the number of a version.");
    }
    return number;
  }

  /** A rubric as it was typed; line ends as forms send them are made the usual ones. */
  static String yaml(@Nullable String typed) {
    if (typed == null) {
      throw ProblemException.badRequest("The field 'yaml' is missing.");
    }
    if (typed.length() > RubricDesk.LONGEST) {
      throw new ProblemException(
          413,
          "Too long",
          "The rubric has "
              + typed.length()
              + " characters; at most "
              + RubricDesk.LONGEST
              + " are taken.");
    }
    return typed.replace("\r\n", "\n");
  }

  private static ProblemException none() {
    return ProblemException.notFound(
        "There is no such rubric; /workbench lists those that there are.");
  }

  private static ObjectNode draft(RubricDraft draft) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("number", draft.number())
        .put("base", draft.base())
        .put("savedAt", draft.savedAt().toString());
  }

  private static ObjectNode revision(Revision revision) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("version", revision.number())
            .put("parent", revision.parent())
            .put("rubricVersion", revision.rubricVersion())
            .put("at", revision.at().toString())
            .put("author", revision.author())
            .put("note", revision.note());
    switch (revision.origin()) {
      case Origin.Shipped shipped -> node.put("origin", "shipped");
      case Origin.Edited edited -> node.put("origin", "edited");
      case Origin.RolledBack back -> node.put("origin", "rolled-back").put("to", back.to());
    }
    return node;
  }
}
