package dev.mockloop.bench;

import dev.mockloop.calibration.RatedAnswer;
import dev.mockloop.calibration.RatedSet;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The answers that ship, as something to measure with. */
final class Answers {
  private Answers() {}

  static List<RatedAnswer> all() {
    return Stream.of("set-1", "set-2", "set-3")
        .flatMap(s -> RatedSet.read(Path.of("src", "calibration", s)).stream())
        .toList();
  }

  static String longest(String question) {
    return all().stream()
        .filter(a -> a.question().equals(question))
        .map(RatedAnswer::text)
        .max(Comparator.comparingInt(String::length))
        .orElseThrow();
  }
}
