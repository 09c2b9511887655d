package dev.mockloop.scoring;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A card's overall score under other weights of its criteria, without reading the answer again.
 * Weights act in one place only, the share of the rubric that is said ({@link Signal#IDEAS}), so
 * all else is taken from the card. With the weights of the card, its score comes out again.
 */
public final class Reweighing {
  private final LevelModel model;
  private final List<String> criteria;
  private final boolean story;
  private final Aim aim;
  private final List<Doubt> doubts;
  private final List<RaisedFlag> flags;
  private final double[] coverage;
  private final double others;
  private final double unforeseen;

  /**
   * Takes a card apart.
   *
   * @param richness how much the rubric says, from 0 to 1: {@link
   *     dev.mockloop.relevance.Topics#richness} of the bank that the card was made with
   */
  public Reweighing(LevelModel model, AnswerCard card, double richness) {
    this.model = model;
    this.criteria = card.criteria().stream().map(CriterionScore::id).toList();
    this.story = card.story().isPresent();
    this.aim = card.aim();
    this.doubts = card.doubts();
    this.flags = card.flags();
    this.coverage = card.criteria().stream().mapToDouble(CriterionScore::coverage).toArray();
    Map<Signal, Double> signals = new EnumMap<>(Signal.class);
    card.signals().forEach(s -> signals.put(s.signal(), s.value()));
    this.unforeseen = (1 - richness) * signals.getOrDefault(Signal.ARGUED, 0.0);
    signals.remove(Signal.IDEAS);
    this.others = model.sum(signals);
  }

  /** The criteria that weights are for, in their order. */
  public List<String> criteria() {
    return criteria;
  }

  /**
   * The overall score, from 1.0 to 5.0 in steps of 0.01.
   *
   * @param weights one a criterion, 0 or more, not all 0
   */
  public double overall(double[] weights) {
    return Overall.rounded(exact(weights));
  }

  /** The same before it is rounded, for fitting. */
  public double exact(double[] weights) {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < coverage.length; i++) {
      sum += weights[i] * coverage[i];
      all += weights[i];
    }
    double ideas = SignalReader.ideas(sum / all, unforeseen);
    double merit = model.merit(others + model.weight(Signal.IDEAS) * ideas, story);
    return Overall.exact(merit, aim, doubts, flags);
  }
}
