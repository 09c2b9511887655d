package dev.mockloop.live;

import dev.mockloop.calibration.BadTable;
import dev.mockloop.calibration.RatedAnswer;
import dev.mockloop.calibration.RatedSet;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.workbench.Rated;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Rated answers from folders that hold {@code answers.jsonl} and {@code ratings.csv}: every such
 * folder right under one of the given ones. They are read again when a file has changed.
 */
public final class RatedFolders implements RatedAnswers {
  private static final String ANSWERS = "answers.jsonl";
  private static final String RATINGS = "ratings.csv";

  private final List<Path> above;
  private Map<Path, FileTime> seen = Map.of();
  private Map<String, List<Rated>> byQuestion = Map.of();

  /**
   * Looks at nothing yet.
   *
   * @param above folders of sets; those that are not there hold none
   */
  public RatedFolders(List<Path> above) {
    this.above = List.copyOf(above);
  }

  @Override
  public synchronized List<Rated> of(QuestionId question) {
    Map<Path, FileTime> now = files();
    if (!now.equals(seen)) {
      byQuestion = read(now);
      seen = now;
    }
    return byQuestion.getOrDefault(question.value(), List.of());
  }

  private Map<Path, FileTime> files() {
    Map<Path, FileTime> files = new HashMap<>();
    try {
      for (Path folder : sets()) {
        for (String name : List.of(ANSWERS, RATINGS)) {
          files.put(folder.resolve(name), Files.getLastModifiedTime(folder.resolve(name)));
        }
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("the rated sets cannot be listed", e);
    }
  }

  private List<Path> sets() throws IOException {
    List<Path> sets = new ArrayList<>();
    for (Path folder : above) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> inside = Files.list(folder)) {
          inside
              .filter(f -> Files.exists(f.resolve(ANSWERS)) && Files.exists(f.resolve(RATINGS)))
              .sorted()
              .forEach(sets::add);
        }
      }
    }
    return sets;
  }

  private static Map<String, List<Rated>> read(Map<Path, FileTime> files) {
    Map<String, List<Rated>> byQuestion = new HashMap<>();
    List<Path> folders =
        files.keySet().stream()
            .filter(f -> f.endsWith(ANSWERS))
            .map(f -> f.toAbsolutePath().getParent())
            .sorted()
            .toList();
    for (Path folder : folders) {
      try {
        for (RatedAnswer answer : RatedSet.read(folder)) {
          byQuestion
              .computeIfAbsent(answer.question(), q -> new ArrayList<>())
              .add(new Rated(answer.id(), answer.text(), answer.mean()));
        }
      } catch (BadTable | IllegalArgumentException e) {
        throw new ChoiceException("the rated set " + folder + " cannot be used: " + e.getMessage());
      }
    }
    byQuestion.replaceAll((question, answers) -> List.copyOf(answers));
    return byQuestion;
  }
}
