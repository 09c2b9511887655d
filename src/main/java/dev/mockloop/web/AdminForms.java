package dev.mockloop.web;

import dev.mockloop.interview.Mode;
import dev.mockloop.interview.SessionId;
import dev.mockloop.live.Workshop;
import dev.mockloop.rating.ItemId;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.team.Assignment;
import dev.mockloop.team.TeamException;
import java.time.Duration;
import java.util.Optional;

/** What admins type, checked: the same for pages and for the API. */
final class AdminForms {
  private static final int USUAL_DAYS = 7;
  private static final int MOST_DAYS = 90;

  private AdminForms() {}

  /** For how long an invite works: whole days. */
  static Duration days(String typed) {
    String days = typed.strip();
    if (days.isEmpty()) {
      return Duration.ofDays(USUAL_DAYS);
    }
    if (!days.matches("\\d{1,3}")
        || Integer.parseInt(days) < 1
        || Integer.parseInt(days) > MOST_DAYS) {
      throw new TeamException(
          "An invite works for 1 to " + MOST_DAYS + " days, not '" + days + "'");
    }
    return Duration.ofDays(Integer.parseInt(days));
  }

  static Mode mode(String id) {
    return switch (id) {
      case "", "mock" -> Mode.MOCK;
      case "practice" -> Mode.PRACTICE;
      default -> throw new TeamException("The mode is 'mock' or 'practice'");
    };
  }

  /** A loop that is on offer. */
  static String loop(Workshop workshop, String id) {
    if (workshop.content().catalogue().loops().stream().noneMatch(l -> l.id().equals(id))) {
      throw new TeamException("There is no loop '" + id + "'; choose one of those on offer");
    }
    return id;
  }

  /**
   * What is assigned; it must be there.
   *
   * @param question empty for all answers of the session
   */
  static Assignment assignment(Workshop workshop, String account, String session, String question) {
    try {
      SessionId id = new SessionId(session);
      Optional<QuestionId> one =
          Optional.of(question).filter(q -> !q.isEmpty()).map(QuestionId::new);
      boolean there =
          one.map(q -> workshop.rating().paper(new ItemId(id, q)).isPresent())
              .orElseGet(() -> workshop.sessions().find(id).isPresent());
      if (there) {
        return new Assignment(account, id, one);
      }
    } catch (IllegalArgumentException e) {
      // falls through to the one message for both
    }
    throw new TeamException("There is no such session, or no answer to that question in it");
  }
}
