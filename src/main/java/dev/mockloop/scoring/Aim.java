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
  /** Where on the scale of the share half the merit counts. */
  private static final double HALF = 0.9;

  /**
   * Stories share so many words that more is asked of them, and a lead over three other questions
   * besides. All lines, and where they are clear, lie under the inverse of what a sentence that
   * says something asked can speak for others, so that more evidence never lowers an aim.
   */
  private static final double STORY_HALF = 0.97;

  private static final double STORY_HALF_LEAD = 1.09;
  private static final double WIDTH = 0.02;

  /** From here on an answer is clearly about its question, and one odd word takes nothing away. */
  private static final double CLEAR = 0.9;

  /** How far the line falls for a rubric that says next to nothing. */
  private static final double LENIENCE = 0.18;

  private static final double STORY_LENIENCE = 0.33;
  private static final double DOUBTFUL = 0.5;
  private static final double OFF_TOPIC = 1.6;

  /** The aim of an answer whose words fit the question so well. */
  static Aim of(Fit fit, boolean story) {
    double lenience = (story ? STORY_LENIENCE : LENIENCE) * (1 - fit.richness());
    double share =
        story
            ? over(STORY_HALF - lenience, fit.share())
                * over(STORY_HALF_LEAD - lenience, fit.lead())
            : over(HALF - lenience, fit.share());
    return new Aim(share, fit.nearest());
  }

  private static double over(double half, double value) {
    return Math.min(1, 1 / (1 + Math.exp((half - value) / WIDTH)) / CLEAR);
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
