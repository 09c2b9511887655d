package dev.mockloop.interview;

import dev.mockloop.rubric.Briefing;
import dev.mockloop.rubric.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the interviewer says: at the start of a round, between questions, before a follow-up, when
 * time runs out, in breaks and at the end. The same session always hears the same lines.
 */
public final class Script {
  private static final Duration WORTH_NAMING = Duration.ofMinutes(1);

  private final Function<Kind, Briefing> briefings;

  /**
   * A line that is due when so much time is left for an answer.
   *
   * @param left what is left on the clock
   */
  public record Warning(Duration left, String says) {}

  public Script(Function<Kind, Briefing> briefings) {
    this.briefings = briefings;
  }

  /** The line for where a session stands. */
  public String line(Session session) {
    return switch (session.phase()) {
      case Phase.Lobby lobby ->
          "Whenever you are ready%s. I start the clock when you say so."
              .formatted(session.candidate().isEmpty() ? "" : ", " + session.candidate());
      case Phase.Answering answering -> answering(session, answering.place());
      case Phase.Break pause -> pause(session, pause);
      case Phase.Paused paused ->
          "Take the time you need. I have your text here, and we go on from there.";
      case Phase.Over over -> over(session, over);
    };
  }

  /** What is said as the time for an answer runs out, the earlier line first. */
  public List<Warning> warnings(Place place) {
    return place.probe()
        ? List.of(new Warning(Duration.ofMinutes(1), "One minute on this. A short answer is fine."))
        : List.of(
            new Warning(
                Duration.ofMinutes(5),
                "Five minutes left on this one. What would you not want to leave out?"),
            new Warning(Duration.ofMinutes(1), "One minute. Finish the thought that you are in."));
  }

  private String answering(Session session, Place place) {
    Plan.PlannedRound round = session.plan().rounds().get(place.round());
    if (place.probe()) {
      return "Let me stay with that for a moment.";
    }
    if (place.question() == 0) {
      return opening(session, place, round);
    }
    return between(session, place, round);
  }

  private String opening(Session session, Place place, Plan.PlannedRound round) {
    int questions = round.questions().size();
    String greeting =
        place.round() == 0
            ? "Good to meet you%s."
                .formatted(session.candidate().isEmpty() ? "" : ", " + session.candidate())
            : "Welcome back.";
    return "%s I am %s, and we have %s for %s. %s"
        .formatted(
            greeting,
            who(round.interviewer()),
            minutes(round.budget()),
            questions == 1 ? "one question" : questions + " questions",
            briefings.apply(round.kind()).opening().orElse("Take your time to read the first."));
  }

  private String between(Session session, Place place, Plan.PlannedRound round) {
    boolean last = place.question() + 1 == round.questions().size();
    String next = last ? "Here is my last one." : "Here is the next one.";
    String thanks =
        lastBefore(session, place).filter(g -> g.cause() == Event.Cause.DEADLINE).isPresent()
            ? "I have to stop you there; I keep what you had."
            : "Thank you.";
    Duration more = more(session, place, round);
    String saved =
        more.compareTo(WORTH_NAMING) < 0
            ? ""
            : " You saved time, so there are %s more for it.".formatted(minutes(more));
    return thanks + " " + next + saved;
  }

  /** How much longer than planned a question may take, because time was saved before. */
  private static Duration more(Session session, Place place, Plan.PlannedRound round) {
    Given open = session.given(place).orElseThrow();
    return Duration.between(open.shown(), open.deadline())
        .minus(round.questions().get(place.question()).time());
  }

  private static Optional<Given> lastBefore(Session session, Place place) {
    Place question = new Place(place.round(), place.question() - 1, false);
    return session.given(question.atProbe()).or(() -> session.given(question));
  }

  private String pause(Session session, Phase.Break pause) {
    Plan.PlannedRound done = session.plan().rounds().get(pause.afterRound());
    Plan.PlannedRound next = session.plan().rounds().get(pause.afterRound() + 1);
    return "%s Next you meet %s."
        .formatted(
            briefings.apply(done.kind()).closing().orElse("Thank you."), who(next.interviewer()));
  }

  private String over(Session session, Phase.Over over) {
    if (over.expired()) {
      return "I waited, and nobody was there. Come back when it suits you.";
    }
    Plan.PlannedRound last = session.plan().rounds().getLast();
    return "%s You will have our answer in a moment, with every reason for it."
        .formatted(briefings.apply(last.kind()).closing().orElse("Thank you."));
  }

  /** A loop may write "Interviewer" or "a principal engineer". */
  private static String who(String interviewer) {
    return interviewer.equals("Interviewer") ? "your interviewer" : interviewer;
  }

  private static String minutes(Duration time) {
    long minutes = Math.round(time.toSeconds() / 60.0);
    return minutes == 1 ? "one minute" : minutes + " minutes";
  }
}
