package dev.mockloop.live;

import dev.mockloop.interview.Place;
import dev.mockloop.interview.Session;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.scoring.AnswerCard;
import dev.mockloop.scoring.CriterionScore;
import dev.mockloop.scoring.LoopCard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How scores went over time.
 *
 * @param sessions the sessions that are over, oldest first
 * @param tracks every question that was answered, the one tried most often first
 */
public record Progress(List<Done> sessions, List<Track> tracks) {

  /** A session with its scores. */
  public record Done(Session session, LoopCard card) {}

  /** One answer to a question. */
  public record Attempt(Session session, Place place, AnswerCard card) {
    /** The score of a criterion; empty when its rubric did not have it. */
    public OptionalDouble score(String criterion) {
      return card.criteria().stream()
          .filter(c -> c.id().equals(criterion))
          .mapToDouble(CriterionScore::score)
          .findFirst();
    }
  }

  /**
   * A question over time.
   *
   * @param attempts oldest first, at least one
   */
  public record Track(QuestionId question, String title, List<Attempt> attempts) {
    public Track {
      attempts = List.copyOf(attempts);
    }

    /** The criteria of the newest attempt. */
    public List<CriterionScore> criteria() {
      return attempts.getLast().card().criteria();
    }
  }

  public Progress {
    sessions = List.copyOf(sessions);
    tracks = List.copyOf(tracks);
  }

  /** Puts reports in the order of time. Answers without a word are left out. */
  public static Progress of(List<Report> reports) {
    List<Report> ordered =
        reports.stream().sorted(Comparator.comparing(r -> r.session().createdAt())).toList();
    Map<QuestionId, List<Attempt>> attempts = new LinkedHashMap<>();
    Map<QuestionId, String> titles = new LinkedHashMap<>();
    for (Report report : ordered) {
      for (Report.ReportRound round : report.rounds()) {
        for (Report.Item item : round.items()) {
          if (item.card().words() > 0) {
            attempts
                .computeIfAbsent(item.question().id(), q -> new ArrayList<>())
                .add(new Attempt(report.session(), item.place(), item.card()));
            titles.put(item.question().id(), item.question().title());
          }
        }
      }
    }
    List<Track> tracks = new ArrayList<>();
    attempts.forEach((id, all) -> tracks.add(new Track(id, titles.getOrDefault(id, ""), all)));
    tracks.sort(Comparator.comparingInt((Track t) -> t.attempts().size()).reversed());
    return new Progress(
        ordered.stream().map(r -> new Done(r.session(), r.card())).toList(), tracks);
  }
}
