package dev.mockloop.live;

import dev.mockloop.interview.Place;
import dev.mockloop.interview.Plan;
import dev.mockloop.interview.Session;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.scoring.AnswerCard;
import dev.mockloop.scoring.Scorer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tries a rubric that is being written on answers; nothing of it is kept. */
public final class RubricTrial {
  private static final int MOST_ANSWERS = 100;

  private final Content content;
  private final LiveSessions sessions;
  private final Scorer scorer;

  RubricTrial(Content content, LiveSessions sessions, Scorer scorer) {
    this.content = content;
    this.sessions = sessions;
    this.scorer = scorer;
  }

  /**
   * An answer to try a rubric on.
   *
   * @param id {@code strong} or {@code weak} for the rubric's samples, or a session's id, a colon
   *     and a place
   * @param candidate who gave it; empty for a sample or when unknown
   * @param title the session's title; empty for a sample
   * @param at when the session was made; empty for a sample
   */
  public record Sample(
      String id, String candidate, String title, Optional<Instant> at, Level level, String text) {}

  /** The samples of the question, then the answers of finished sessions, the newest first. */
  public List<Sample> answers(Question question) {
    List<Sample> answers = new ArrayList<>();
    question.guidance().strong().ifPresent(t -> answers.add(sample("strong", t)));
    question.guidance().weak().ifPresent(t -> answers.add(sample("weak", t)));
    for (Session session : sessions.all()) {
      if (session.isOver() && answers.size() < MOST_ANSWERS) {
        answers.addAll(given(session, question.id()));
      }
    }
    return answers;
  }

  /**
   * The card that an answer would get if the question were as given.
   *
   * @param question with the rubric that is being written
   */
  public AnswerCard score(Question question, String text, Level level) {
    return scorer.fresh().score(question, content.catalogue().with(question).bank(), text, level);
  }

  private static Sample sample(String id, String text) {
    return new Sample(id, "", "", Optional.empty(), Level.STAFF, text);
  }

  private static List<Sample> given(Session session, QuestionId question) {
    List<Sample> found = new ArrayList<>();
    for (int r = 0; r < session.plan().rounds().size(); r++) {
      List<Plan.PlannedQuestion> asked = session.plan().rounds().get(r).questions();
      for (int q = 0; q < asked.size(); q++) {
        Place place = new Place(r, q, false);
        if (asked.get(q).id().equals(question) && session.given(place).isPresent()) {
          found.add(
              new Sample(
                  session.id() + ":" + place.id(),
                  session.candidate(),
                  session.title(),
                  Optional.of(session.createdAt()),
                  session.plan().level(),
                  Report.text(session, place)));
        }
      }
    }
    return found;
  }
}
