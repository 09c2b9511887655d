package dev.mockloop.web;

import dev.mockloop.interview.Given;
import dev.mockloop.interview.Phase;
import dev.mockloop.interview.Place;
import dev.mockloop.interview.Plan;
import dev.mockloop.interview.Script;
import dev.mockloop.interview.Session;
import dev.mockloop.live.Kept;
import dev.mockloop.live.Workshop;
import dev.mockloop.rubric.Question;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A session's state as the API tells it. Questions that were not put yet are not told. */
final class StateJson {
  private final Session session;
  private final ObjectNode out = JsonNodeFactory.instance.objectNode();
  private final Instant now;

  private StateJson(Session session, Instant now) {
    this.session = session;
    this.now = now;
  }

  static ObjectNode of(Workshop workshop, Session session) {
    StateJson state = new StateJson(session, workshop.sessions().now());
    state.head();
    state.phase(session.phase(), workshop.sessions().kept(session.id()).orElseThrow());
    state.says(workshop.script());
    state.rounds();
    return state.out;
  }

  /** The name of a phase on the wire. */
  static String phaseName(Phase phase) {
    return switch (phase) {
      case Phase.Lobby lobby -> "lobby";
      case Phase.Answering answering -> answering.place().probe() ? "probe" : "question";
      case Phase.Break pause -> "break";
      case Phase.Paused paused -> "paused";
      case Phase.Over over -> over.expired() ? "expired" : "finished";
    };
  }

  private void head() {
    out.put("id", session.id().value())
        .put("mode", session.mode().id())
        .put("loop", session.plan().loop())
        .put("title", session.title())
        .put("level", session.plan().level().id())
        .put("candidate", session.candidate())
        .put("createdAt", session.createdAt().toString())
        .put("now", now.toString())
        .put("phase", phaseName(session.phase()));
  }

  private void phase(Phase phase, Kept kept) {
    out.putNull("place").putNull("deadline").putNull("secondsLeft");
    switch (phase) {
      case Phase.Answering answering -> answering(answering, kept);
      case Phase.Break pause -> {
        out.put("deadline", pause.until().toString()).put("secondsLeft", secondsTo(pause.until()));
        out.put("nextRound", session.plan().rounds().get(pause.afterRound() + 1).id());
      }
      case Phase.Paused paused -> {
        if (paused.before() instanceof Phase.Answering answering) {
          out.put("place", answering.place().id());
        }
      }
      case Phase.Over over -> out.put("overAt", over.at().toString());
      case Phase.Lobby lobby -> {}
    }
  }

  private void answering(Phase.Answering answering, Kept kept) {
    Place place = answering.place();
    Plan.PlannedRound round = session.plan().rounds().get(place.round());
    Question question = kept.question(round.questions().get(place.question()).id());
    Given given = session.given(place).orElseThrow();
    out.put("place", place.id())
        .put("deadline", answering.deadline().toString())
        .put("secondsLeft", secondsTo(answering.deadline()));
    out.putObject("round")
        .put("id", round.id())
        .put("title", round.title())
        .put("index", place.round());
    ObjectNode asked =
        out.putObject("question")
            .put("id", question.id().value())
            .put("title", question.title())
            .put("index", place.question())
            .put("of", round.questions().size())
            .put("ask", question.ask());
    question.context().ifPresent(c -> asked.put("context", c));
    if (place.probe()) {
      session
          .probe(place)
          .ifPresent(
              p -> out.putObject("probe").put("criterion", p.criterion()).put("text", p.text()));
      out.put(
          "answer",
          session
              .given(new Place(place.round(), place.question(), false))
              .map(Given::text)
              .orElse(""));
    }
    out.putObject("draft").put("number", given.draftNumber()).put("text", given.text());
  }

  private void says(Script script) {
    out.put("says", script.line(session));
    if (session.phase() instanceof Phase.Answering answering) {
      var warnings = out.putArray("warnings");
      script
          .warnings(answering.place())
          .forEach(
              w ->
                  warnings
                      .addObject()
                      .put("secondsLeft", w.left().toSeconds())
                      .put("says", w.says()));
    }
  }

  private void rounds() {
    var rounds = out.putArray("rounds");
    for (Plan.PlannedRound round : session.plan().rounds()) {
      rounds
          .addObject()
          .put("id", round.id())
          .put("kind", round.kind().id())
          .put("title", round.title())
          .put("interviewer", round.interviewer())
          .put("minutes", round.budget().toSeconds() / 60.0)
          .put("questions", round.questions().size());
    }
  }

  private double secondsTo(Instant then) {
    return Math.max(0, Duration.between(now, then).toMillis()) / 1000.0;
  }

  static String text(ObjectNode node) {
    return JsonMapper.shared().writeValueAsString(node);
  }
}
