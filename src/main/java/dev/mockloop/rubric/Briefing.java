package dev.mockloop.rubric;

import java.util.List;
import java.util.Optional;

/**
 * What is the same in every round of a kind: how its interviewer begins and ends, how to prepare
 * and why people fail. None of it is scored.
 *
 * @param opening what the interviewer says before the first question
 * @param closing what the interviewer says behind the last answer
 * @param tips how to prepare for such a round
 * @param rejections common reasons why candidates fail in it
 */
public record Briefing(
    Optional<String> opening,
    Optional<String> closing,
    List<String> tips,
    List<String> rejections) {
  public static final Briefing NONE =
      new Briefing(Optional.empty(), Optional.empty(), List.of(), List.of());

  public Briefing {
    tips = List.copyOf(tips);
    rejections = List.copyOf(rejections);
  }
}
