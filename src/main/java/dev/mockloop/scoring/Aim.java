package dev.mockloop.scoring;

import dev.mockloop.relevance.Fit;
import dev.mockloop.rubric.QuestionId;
import java.util.List;
import java.util.Optional;

/**
 * Whether an answer is aimed at its question.
 *
 * @param share how much of what earned the merit counts, from 0 (about something else) to 1
 * @param nearest the other question that it speaks most about, when one is known
 */
public record Aim(double share, Optional<QuestionId> nearest) {
  /** Where on the scale of fit half the merit counts. */
  private static final double HALF = 0.965;

  private static final double WIDTH = 0.025;

  /** From here on an answer is clearly about its question, and one odd word takes nothing away. */
  private static final double CLEAR = 0.9;

  /**
   * The same for the lead, which is asked of stories only: they share so many words that the
   * nearest other question tells little, while a plain answer to a design question may lead by
   * little.
   */
  private static final double HALF_LEAD = 1.18;

  /** How far the lines fall for a rubric that says next to nothing. */
  private static final double LENIENCE = 0.18;

  private static final double STORY_LENIENCE = 0.33;
  private static final double LEAD_LENIENCE = 0.37;

  /** Covering the rubric's ideas makes up for words that fit less well. */
  private static final double IDEAS = 0.5;

  private static final double MOST_IDEAS = 0.5;
  private static final double DOUBTFUL = 0.5;
  private static final double OFF_TOPIC = 1.6;

  /**
   * The aim of an answer whose words fit the question so well.
   *
   * @param coverage the share of the rubric's ideas that is said
   */
  static Aim of(Fit fit, double coverage, boolean story) {
    // a few loose phrases are met by chance, so a thin rubric's ideas make up for less
    double ideas = IDEAS * fit.richness() * Math.min(MOST_IDEAS, coverage);
    double poor = 1 - fit.richness();
    double lenience = story ? STORY_LENIENCE : LENIENCE;
    double share = rising((fit.share() + ideas - HALF + lenience * poor) / WIDTH);
    double lead =
        story ? rising((fit.lead() + ideas - HALF_LEAD + LEAD_LENIENCE * poor) / WIDTH) : 1;
    return new Aim(share * lead, fit.nearest());
  }

  private static double rising(double x) {
    return Math.min(1, 1 / (1 + Math.exp(-x)) / CLEAR);
  }

  /** The doubt that it raises, if it is more likely aimed at something else. */
  Optional<Doubt> doubt() {
    if (share >= DOUBTFUL) {
      return Optional.empty();
    }
    String other =
        nearest.map(id -> " It reads more like an answer to " + id.value() + ".").orElse("");
    return Optional.of(
        new Doubt(
            Doubt.Kind.OFF_TOPIC,
            "Most of this speaks about something else than what was asked." + other,
            OFF_TOPIC,
            List.of()));
  }
}
