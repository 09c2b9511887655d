package dev.mockloop.calibration;

import dev.mockloop.rubric.Catalogue;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Question;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.scoring.AnswerCard;
import dev.mockloop.scoring.IdeaEvidence;
import dev.mockloop.scoring.LevelModel;
import dev.mockloop.scoring.Overall;
import dev.mockloop.scoring.Scorer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Scores rated answers, each with a level model fitted without its question. */
public final class Trial {
  private final Catalogue catalogue;
  private final Scorer scorer;

  public Trial(Catalogue catalogue, Scorer scorer) {
    this.catalogue = catalogue;
    this.scorer = scorer;
  }

  /** Scores with the model that ships, which may have seen these answers. */
  public List<Scored> asShipped(List<RatedAnswer> answers) {
    return cards(answers).stream().map(e -> scored(e.answer, e.card, e.card.overall())).toList();
  }

  /**
   * Scores each answer with a model fitted on the answers to all other questions.
   *
   * @param judged the answers to judge
   * @param fitting what the models are fitted on; those to the question in hand are left out
   */
  public List<Scored> heldOut(List<RatedAnswer> judged, List<RatedAnswer> fitting) {
    List<Entry> known = cards(fitting);
    Map<String, LevelModel> without = new LinkedHashMap<>();
    List<Scored> scored = new ArrayList<>();
    for (Entry entry : cards(judged)) {
      LevelModel model =
          without.computeIfAbsent(
              entry.answer.question(),
              question ->
                  LevelFit.fit(
                      known.stream()
                          .filter(e -> !e.answer.question().equals(question))
                          .map(Entry::example)
                          .toList()));
      scored.add(scored(entry.answer, entry.card, Overall.under(model, entry.card)));
    }
    return scored;
  }

  /** The model fitted on all these answers. */
  public LevelModel fit(List<RatedAnswer> answers) {
    return LevelFit.fit(cards(answers).stream().map(Entry::example).toList());
  }

  private record Entry(RatedAnswer answer, AnswerCard card) {
    private LevelFit.Example example() {
      return new LevelFit.Example(card, answer.mean());
    }
  }

  private List<Entry> cards(List<RatedAnswer> answers) {
    return answers.parallelStream().map(a -> new Entry(a, card(a))).toList();
  }

  private AnswerCard card(RatedAnswer answer) {
    Question question =
        catalogue
            .question(new QuestionId(answer.question()))
            .orElseThrow(
                () ->
                    new BadTable(
                        "answer " + answer.id() + ": there is no question " + answer.question()));
    return scorer.score(question, catalogue.bank(), answer.text(), Level.STAFF);
  }

  private static Scored scored(RatedAnswer answer, AnswerCard card, double score) {
    long found =
        card.criteria().stream()
            .mapToLong(c -> c.evidence().stream().map(IdeaEvidence::idea).distinct().count())
            .sum();
    long ideas = found + card.criteria().stream().mapToLong(c -> c.missing().size()).sum();
    return new Scored(answer, card, score, ideas == 0 ? 0 : (double) found / ideas);
  }
}
