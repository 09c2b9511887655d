package dev.mockloop.rubric;

import java.util.List;
import java.util.Optional;

/**
 * What helps people with a question: candidates afterwards, interviewers at any time. None of it is
 * scored.
 *
 * @param listenFor what an interviewer listens for
 * @param rejections common reasons why candidates fail
 * @param tips how to prepare
 * @param outline what a strong answer covers, in order
 * @param strong a sample answer that deserves 4 or more
 * @param weak a sample answer that deserves 2.5 or less
 */
public record Guidance(
    List<String> listenFor,
    List<String> rejections,
    List<String> tips,
    Optional<String> outline,
    Optional<String> strong,
    Optional<String> weak) {

  public Guidance {
    listenFor = List.copyOf(listenFor);
    rejections = List.copyOf(rejections);
    tips = List.copyOf(tips);
  }
}
