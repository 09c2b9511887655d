package dev.mockloop.scoring;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The last step to an overall score. */
public final class Overall {
  private static final double LOWEST = 1;
  private static final double RANGE = 4;

  /** Red flags together take off no more than this. */
  private static final double MOST_PENALTY = 0.5;

  private Overall() {}

  /**
   * Merit, as far as it is aimed at the question, less the red flags, under the caps of all doubts;
   * from 1.0 to 5.0.
   */
  static double of(
      LevelModel model,
      boolean story,
      Map<Signal, Double> signals,
      Aim aim,
      List<Doubt> doubts,
      List<RaisedFlag> flags) {
    return rounded(exact(model.merit(signals, story), aim, doubts, flags));
  }

  /** The same from a merit, before it is rounded. */
  static double exact(double merit, Aim aim, List<Doubt> doubts, List<RaisedFlag> flags) {
    double aimed = merit * aim.share();
    double penalty = Math.min(MOST_PENALTY, flags.stream().mapToDouble(RaisedFlag::penalty).sum());
    double most = doubts.stream().mapToDouble(Doubt::most).min().orElse(LOWEST + RANGE);
    return Math.clamp(LOWEST + RANGE * aimed - penalty, LOWEST, most);
  }

  /** To two digits, as cards have it. */
  static double rounded(double overall) {
    return Math.round(overall * 100) / 100.0;
  }

  /** What a card's overall score would be under another model. */
  public static double under(LevelModel model, AnswerCard card) {
    Map<Signal, Double> signals = new EnumMap<>(Signal.class);
    card.signals().forEach(s -> signals.put(s.signal(), s.value()));
    return of(model, card.story().isPresent(), signals, card.aim(), card.doubts(), card.flags());
  }
}
