package dev.mockloop.workbench;

import dev.mockloop.calibration.RatedSet;
import dev.mockloop.rubric.Catalogue;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.rubric.yaml.RubricFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The committed rated answers, and the rubrics that ship. */
final class Sets {
  static final Catalogue CATALOGUE = RubricFolder.read(Path.of("rubrics")).catalogue();

  private Sets() {}

  static Side side(String question) {
    return new Side(CATALOGUE.question(new QuestionId(question)).orElseThrow(), CATALOGUE.bank());
  }

  static List<Rated> rated(String question) {
    return Stream.of("set-1", "set-2", "set-3")
        .flatMap(s -> RatedSet.read(Path.of("src", "calibration", s)).stream())
        .filter(a -> a.question().equals(question))
        .map(a -> new Rated(a.id(), a.text(), a.mean()))
        .toList();
  }
}
