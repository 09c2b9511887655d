package dev.mockloop.live;

import dev.mockloop.interview.Place;
import dev.mockloop.interview.Plan;
import dev.mockloop.interview.Session;
import dev.mockloop.interview.SessionId;
import dev.mockloop.rating.RatingEvent;
import dev.mockloop.rubric.Level;
import dev.mockloop.scoring.AnswerCard;
import dev.mockloop.scoring.LoopCard;
import dev.mockloop.scoring.RoundCard;
import dev.mockloop.scoring.Scorer;
import dev.mockloop.transcript.CardFile;
import dev.mockloop.transcript.TranscriptStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Scores sessions that are over. The first card is kept and given from then on, so that a score
 * never changes by itself; deleting the card's file has it made again.
 */
public final class Reports {
  private final LiveSessions sessions;
  private final TranscriptStore store;
  private final Scorer scorer;
  private final Function<SessionId, List<RatingEvent.Overridden>> overrides;

  public Reports(LiveSessions sessions, TranscriptStore store, Scorer scorer) {
    this(sessions, store, scorer, id -> List.of());
  }

  /** With the overrides of a session's scores, which are shown beside them. */
  Reports(
      LiveSessions sessions,
      TranscriptStore store,
      Scorer scorer,
      Function<SessionId, List<RatingEvent.Overridden>> overrides) {
    this.sessions = sessions;
    this.store = store;
    this.scorer = scorer;
    this.overrides = overrides;
  }

  /** The report; empty when there is no such session or it is not over. */
  public Optional<Report> find(SessionId id) {
    Optional<Session> over = sessions.find(id).filter(Session::isOver);
    return over.flatMap(
        session ->
            sessions
                .kept(id)
                .map(kept -> new Report(session, card(session, kept), kept, overrides.apply(id))));
  }

  /** All reports of sessions that were come to an answer, in no order. */
  public List<Report> all() {
    return stream().toList();
  }

  /** The same one after the other, so that there may be more than memory holds. */
  public Stream<Report> stream() {
    return sessions.ids().stream()
        .flatMap(id -> find(id).stream())
        .filter(r -> !r.card().rounds().isEmpty());
  }

  private LoopCard card(Session session, Kept kept) {
    Optional<String> before = store.derived(session.id(), CardFile.NAME);
    if (before.isPresent()) {
      return CardFile.read(before.get());
    }
    // another server may be at it as well, and there is one first card
    return CardFile.read(
        store.keepFirst(session.id(), CardFile.NAME, CardFile.write(score(session, kept))));
  }

  /** The card that a session gets with some rubrics; nothing is kept. */
  LoopCard score(Session session, Kept kept) {
    Level level = session.plan().level();
    List<RoundCard> rounds = new ArrayList<>();
    for (int r = 0; r < session.plan().rounds().size(); r++) {
      Plan.PlannedRound planned = session.plan().rounds().get(r);
      List<AnswerCard> answers = new ArrayList<>();
      for (int q = 0; q < planned.questions().size(); q++) {
        Place place = new Place(r, q, false);
        if (session.given(place).isPresent()) {
          answers.add(
              scorer.score(
                  kept.question(planned.questions().get(q).id()),
                  kept.bank(),
                  Report.text(session, place),
                  level));
        }
      }
      if (!answers.isEmpty()) {
        rounds.add(LoopCard.round(planned.id(), planned.title(), level, answers));
      }
    }
    return LoopCard.of(level, rounds);
  }
}
