package dev.mockloop.live;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.mockloop.interview.Asked;
import dev.mockloop.interview.Given;
import dev.mockloop.interview.Place;
import dev.mockloop.interview.Session;
import dev.mockloop.rating.RatingEvent;
import dev.mockloop.rubric.Question;
import dev.mockloop.scoring.AnswerCard;
import dev.mockloop.scoring.CriterionScore;
import dev.mockloop.scoring.LoopCard;
import dev.mockloop.scoring.RoundCard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A session with its scores: what is shown, exported and compared.
 *
 * @param session the session, over
 * @param card its scorecard
 * @param kept the rubrics it was run with
 * @param overrides where somebody answers for another level than the machine's
 */
public record Report(
    Session session, LoopCard card, Kept kept, List<RatingEvent.Overridden> overrides) {
  /** What stands between an answer and the answer to its probe when both are scored as one text. */
  static final String JOINT = "\n\n";

  /**
   * One question of a report.
   *
   * @param place where it stood
   * @param question what was asked
   * @param answer what was given
   * @param probe the follow-up, if one was asked
   * @param probeAnswer what was given to that
   * @param text answer and probe's answer as they were scored; all spans of the card are in it
   * @param card its scorecard
   * @param override another level that somebody answers for, beside the card's
   */
  public record Item(
      Place place,
      Question question,
      Given answer,
      Optional<Asked> probe,
      Optional<Given> probeAnswer,
      String text,
      AnswerCard card,
      Optional<RatingEvent.Overridden> override) {

    /**
     * Where in {@link #text} the answer to the probe begins; the length of the text when there is
     * none.
     */
    public int probeStart() {
      return probeAnswer.isPresent() ? answer.text().length() + JOINT.length() : text.length();
    }
  }

  /**
   * What criteria of the same name, such as trade-offs, came to over the answers of a round.
   *
   * @param name the criterion's id as words
   * @param score mean, from 1.0 to 5.0
   */
  public record Dimension(String name, double score) {}

  /** One round of a report. */
  public record ReportRound(RoundCard card, List<Item> items) {
    public ReportRound {
      items = List.copyOf(items);
    }

    /** The criteria of the round's rubrics, in the order that they are written down. */
    public List<Dimension> dimensions() {
      Map<String, List<CriterionScore>> byId =
          items.stream()
              .flatMap(i -> i.card().criteria().stream())
              .collect(groupingBy(CriterionScore::id, LinkedHashMap::new, toList()));
      return byId.entrySet().stream()
          .map(
              e ->
                  new Dimension(
                      e.getKey().replace('-', ' '),
                      e.getValue().stream()
                          .mapToDouble(CriterionScore::score)
                          .average()
                          .orElseThrow()))
          .toList();
    }

    /** The answer with most to win: what to do next for this round is what to do next for it. */
    public Item weakest() {
      return items.stream().min(Comparator.comparingDouble(i -> i.card().overall())).orElseThrow();
    }
  }

  /** The rounds that were reached, in order. */
  public List<ReportRound> rounds() {
    List<ReportRound> rounds = new ArrayList<>();
    for (int r = 0; r < card.rounds().size(); r++) {
      List<Item> items = new ArrayList<>();
      for (int q = 0; q < card.rounds().get(r).answers().size(); q++) {
        items.add(item(new Place(r, q, false), card.rounds().get(r).answers().get(q)));
      }
      rounds.add(new ReportRound(card.rounds().get(r), items));
    }
    return rounds;
  }

  /** What was asked and given at a place; empty for a follow-up, which belongs to its question. */
  public Optional<Item> item(Place place) {
    return rounds().stream()
        .flatMap(r -> r.items().stream())
        .filter(i -> i.place().equals(place))
        .findFirst();
  }

  private Item item(Place place, AnswerCard answerCard) {
    Given answer = session.given(place).orElseThrow();
    Optional<Given> probeAnswer = session.given(new Place(place.round(), place.question(), true));
    return new Item(
        place,
        kept.question(answerCard.question()),
        answer,
        session.probe(place),
        probeAnswer,
        text(session, place),
        answerCard,
        overrides.stream()
            .filter(o -> o.item().question().equals(answerCard.question()))
            .findFirst());
  }

  /** The text that is scored for a question: the answer, and behind it the answer to the probe. */
  static String text(Session session, Place place) {
    String answer = session.given(place).map(Given::text).orElse("");
    return session
        .given(new Place(place.round(), place.question(), true))
        .map(p -> answer + JOINT + p.text())
        .orElse(answer);
  }
}
