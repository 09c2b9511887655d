package dev.mockloop.web;

import dev.mockloop.interview.Command;
import dev.mockloop.interview.Mode;
import dev.mockloop.interview.Place;
import dev.mockloop.interview.Refusal;
import dev.mockloop.interview.Session;
import dev.mockloop.interview.SessionId;
import dev.mockloop.live.Library;
import dev.mockloop.live.NewSession;
import dev.mockloop.live.Outcome;
import dev.mockloop.live.OwnLoop;
import dev.mockloop.live.Rehearsal;
import dev.mockloop.live.Report;
import dev.mockloop.live.TranscriptTable;
import dev.mockloop.live.Workshop;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.web.guard.ContentPolicy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Sessions over JSON: a whole loop can be run through here alone. */
final class SessionApi {
  /** A text longer than this is no answer typed in an interview. */
  static final int LONGEST_TEXT = 200_000;

  /** Far more than anybody types, and small enough that there is always a next one in a script. */
  private static final long LARGEST_NUMBER = 1_000_000_000_000L;

  private final Workshop workshop;

  SessionApi(Workshop workshop) {
    this.workshop = workshop;
  }

  record Choice(
      @Nullable String loop,
      @Nullable String mode,
      @Nullable String candidate,
      @Nullable String round,
      @Nullable String question,
      @Nullable Own own) {}

  record Own(
      @Nullable String title,
      @Nullable String level,
      @Nullable List<@Nullable String> questions,
      @Nullable Map<String, Double> minutes,
      @Nullable Double breakMinutes) {}

  record Typed(@Nullable String text) {}

  record HandedIn(@Nullable String text, @Nullable Long after) {}

  record Named(@Nullable String name) {}

  void register(JavalinConfig config) {
    config.routes.get("/api/sessions", this::list);
    config.routes.post("/api/sessions", this::create);
    config.routes.get("/api/search", this::search);
    config.routes.patch("/api/sessions/{id}", this::rename);
    config.routes.delete("/api/sessions/{id}", this::delete);
    config.routes.get("/api/sessions/{id}", ctx -> state(ctx, session(ctx)));
    config.routes.post("/api/sessions/{id}/start", ctx -> command(ctx, new Command.Start()));
    config.routes.post("/api/sessions/{id}/next", ctx -> command(ctx, next(ctx)));
    config.routes.post("/api/sessions/{id}/pause", ctx -> command(ctx, new Command.Pause()));
    config.routes.post("/api/sessions/{id}/resume", ctx -> command(ctx, new Command.Resume()));
    config.routes.put("/api/sessions/{id}/drafts/{place}/{number}", this::saveDraft);
    config.routes.post("/api/sessions/{id}/answers/{place}", this::submit);
    config.routes.post("/api/sessions/{id}/meter/{place}", this::meter);
    config.routes.post("/api/sessions/{id}/rewrite/{place}", this::rewrite);
    config.routes.get(
        "/api/sessions/{id}/report", ctx -> Bodies.json(ctx, ReportJson.of(report(ctx))));
    config.routes.get(
        "/api/sessions/{id}/transcript.json",
        ctx -> ctx.contentType("application/json").result(workshop.json(report(ctx))));
    config.routes.get(
        "/api/sessions/{id}/transcript.csv",
        ctx -> ctx.contentType("text/csv; charset=utf-8").result(TranscriptTable.of(report(ctx))));
    config.routes.get(
        "/api/sessions/{id}/transcript.html",
        ctx ->
            ctx.contentType("text/html; charset=utf-8")
                .header("Content-Security-Policy", ContentPolicy.REPORT)
                .result(ReportFile.html(report(ctx))));
    config.routes.get(
        "/api/sessions/{id}/transcript.pdf",
        ctx -> ctx.contentType("application/pdf").result(ReportPdf.bytes(report(ctx))));
    config.routes.get(
        "/api/sessions/{id}/transcript.md",
        ctx ->
            ctx.contentType("text/markdown; charset=utf-8").result(workshop.markdown(report(ctx))));
  }

  Session create(Choice choice) {
    return workshop
        .sessions()
        .create(
            new NewSession(
                given(choice.loop),
                mode(choice.mode == null ? "mock" : choice.mode),
                given(choice.candidate).orElse(""),
                given(choice.round),
                given(choice.question).map(SessionApi::questionId),
                Optional.ofNullable(choice.own).map(SessionApi::own)));
  }

  Session session(Context ctx) {
    return workshop.sessions().find(id(ctx)).orElseThrow(SessionApi::noSession);
  }

  Session carryOut(Context ctx, Command command) {
    Outcome outcome =
        workshop.sessions().handle(id(ctx), command).orElseThrow(SessionApi::noSession);
    outcome
        .refusal()
        .ifPresent(
            r -> {
              throw refused(r);
            });
    return outcome.session();
  }

  /** The command to begin the next round, or the one that is named. */
  static Command next(Context ctx) {
    String round = ctx.queryParam("round");
    try {
      return new Command.NextRound(
          round == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(round)));
    } catch (NumberFormatException e) {
      throw ProblemException.badRequest("The 'round' to begin is its index, a whole number.");
    }
  }

  Report report(Context ctx) {
    Session session = session(ctx);
    return workshop
        .reports()
        .find(session.id())
        .orElseThrow(
            () ->
                new ProblemException(
                    409,
                    "Not over yet",
                    "The report is there when the session is over; it is still open."));
  }

  /** What was given at a place. */
  static Report.Item item(Report report, Place place) {
    return report
        .item(place)
        .orElseThrow(
            () -> ProblemException.notFound("This session has no answer at " + place.id() + "."));
  }

  static SessionId id(Context ctx) {
    return id(ctx.pathParam("id"));
  }

  static SessionId id(String value) {
    try {
      return new SessionId(value);
    } catch (IllegalArgumentException e) {
      throw noSession();
    }
  }

  static String checked(@Nullable String text) {
    if (text == null) {
      throw ProblemException.badRequest("The field 'text' is missing.");
    }
    if (text.length() > LONGEST_TEXT) {
      throw new ProblemException(
          413,
          "Too long",
          "The text has "
              + text.length()
              + " characters; at most "
              + LONGEST_TEXT
              + " are taken. The last saved text is kept.");
    }
    return text;
  }

  private void list(Context ctx) {
    ArrayNode sessions = JsonNodeFactory.instance.arrayNode();
    for (Session session : workshop.sessions().all()) {
      sessions
          .addObject()
          .put("id", session.id().value())
          .put("title", session.title())
          .put("mode", session.mode().id())
          .put("candidate", session.candidate())
          .put("createdAt", session.createdAt().toString())
          .put("phase", StateJson.phaseName(session.phase()));
    }
    Bodies.json(ctx, sessions);
  }

  private void create(Context ctx) {
    Session session = create(Bodies.read(ctx, Choice.class));
    ctx.status(201).header("Location", "/api/sessions/" + session.id());
    state(ctx, session);
  }

  private void command(Context ctx, Command command) {
    state(ctx, carryOut(ctx, command));
  }

  private void saveDraft(Context ctx) {
    Place place = Places.read(ctx.pathParam("place"));
    long number = number(ctx.pathParam("number"));
    String text = checked(Bodies.read(ctx, Typed.class).text);
    carryOut(ctx, new Command.SaveDraft(place, number, text));
    Map<String, Object> saved = new LinkedHashMap<>();
    saved.put("place", place.id());
    saved.put("number", number);
    saved.put("savedAt", workshop.sessions().now().toString());
    Bodies.json(ctx, JsonMapper.shared().valueToTree(saved));
  }

  private void submit(Context ctx) {
    Place place = Places.read(ctx.pathParam("place"));
    HandedIn handedIn = Bodies.read(ctx, HandedIn.class);
    OptionalLong after =
        handedIn.after == null ? OptionalLong.empty() : OptionalLong.of(handedIn.after);
    command(ctx, new Command.Submit(place, checked(handedIn.text), after));
  }

  private void rename(Context ctx) {
    String name = Bodies.read(ctx, Named.class).name;
    command(ctx, new Command.Rename(name == null ? "" : name));
  }

  private void delete(Context ctx) {
    workshop.sessions().delete(session(ctx).id());
    ctx.status(204);
  }

  private void search(Context ctx) {
    ArrayNode hits = JsonNodeFactory.instance.arrayNode();
    for (Library.Found found : workshop.library().search(given(ctx.queryParam("q")).orElse(""))) {
      var excerpt =
          hits.addObject()
              .put("session", found.session().id().value())
              .put("title", found.session().title())
              .put("place", found.hit().place().id())
              .put("question", found.hit().question())
              .putArray("excerpt");
      found
          .hit()
          .excerpt()
          .forEach(p -> excerpt.addObject().put("text", p.text()).put("found", p.found()));
    }
    Bodies.json(ctx, hits);
  }

  private void meter(Context ctx) {
    Place place = Places.read(ctx.pathParam("place"));
    String typed = checked(Bodies.read(ctx, Typed.class).text);
    Bodies.json(ctx, MeterJson.of(workshop.rehearsal().meter(session(ctx), place, typed)));
  }

  private void rewrite(Context ctx) {
    Place place = Places.read(ctx.pathParam("place"));
    String more = checked(Bodies.read(ctx, Typed.class).text);
    Report.Item before = item(report(ctx), place);
    Rehearsal.Attempt after = workshop.rehearsal().rewrite(session(ctx), place, more);
    Bodies.json(ctx, Rewriting.of(before, more, after).json());
  }

  private void state(Context ctx, Session session) {
    Bodies.json(ctx, StateJson.of(workshop, session));
  }

  private static long number(String text) {
    try {
      long number = Long.parseLong(text);
      if (number > 0 && number <= LARGEST_NUMBER) {
        return number;
      }
    } catch (NumberFormatException e) {
      // falls through to the one message for both
    }
    throw ProblemException.badRequest(
        "A draft's number is a whole number from 1 to " + LARGEST_NUMBER + ".");
  }

  private static Mode mode(String id) {
    try {
      return Mode.of(id);
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest("The mode is 'mock' or 'practice'.");
    }
  }

  /** A loop as a candidate put it together. */
  static OwnLoop own(Own own) {
    Map<String, Double> minutes = own.minutes == null ? Map.of() : own.minutes;
    List<OwnLoop.Pick> picks =
        (own.questions == null ? List.<@Nullable String>of() : own.questions)
            .stream()
                .map(q -> q == null ? "" : q)
                .map(
                    q ->
                        new OwnLoop.Pick(
                            questionId(q),
                            Optional.ofNullable(minutes.get(q)).map(SessionApi::time)))
                .toList();
    return new OwnLoop(
        own.title == null ? "" : own.title,
        level(own.level),
        picks,
        own.breakMinutes == null ? OwnLoop.USUAL_PAUSE : time(own.breakMinutes));
  }

  private static Duration time(double minutes) {
    return Duration.ofSeconds(Math.round(minutes * 60));
  }

  private static Level level(@Nullable String id) {
    return switch (id == null ? "staff" : id) {
      case "staff" -> Level.STAFF;
      case "senior" -> Level.SENIOR;
      default -> throw ProblemException.badRequest("The level is 'senior' or 'staff'.");
    };
  }

  private static QuestionId questionId(String id) {
    try {
      return new QuestionId(id);
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest("A question's id looks like design/rate-limiter.");
    }
  }

  private static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
  }

  private static ProblemException noSession() {
    return ProblemException.notFound(
        "There is no such session; /transcripts lists those that there are.");
  }

  private static ProblemException refused(Refusal refusal) {
    return switch (refusal) {
      case Refusal.Closed closed ->
          new ProblemException(
              409,
              "Closed",
              closed.message(),
              Map.of(
                  "reason",
                  "closed",
                  "kept",
                  closed.kept(),
                  "closedAt",
                  closed.closedAt().toString()));
      case Refusal.Stale stale ->
          new ProblemException(
              409,
              "A later text is saved",
              stale.message(),
              Map.of("reason", "stale", "kept", stale.kept(), "keptNumber", stale.keptNumber()));
      case Refusal.NotNow not ->
          new ProblemException(409, "Not now", not.message(), Map.of("reason", "not-now"));
    };
  }
}
