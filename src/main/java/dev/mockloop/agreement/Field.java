package dev.mockloop.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a ratings table can be. */
public enum Field {
  ITEM("item", "id", "answer", "response"),
  RATER("rater", "grader", "judge"),
  CRITERION("criterion", "trait", "dimension"),
  RATING("rating", "score"),
  QUESTION("question", "prompt"),
  ROUND("round"),
  DATE("date", "time", "timestamp", "at"),
  /** A named group of items; a column {@code group:NAME} is one too. */
  GROUP("group"),
  /** Ratings of one rater in a wide table. */
  SCORES("scores"),
  /** Nothing that is read. */
  IGNORE("ignore");

  static final String GROUP_PREFIX = "group:";

  private final List<String> names;

  Field(String... names) {
    this.names = List.of(names);
  }

  /** The field that a header names of itself. */
  static Optional<Field> named(String header) {
    String lower = header.toLowerCase(Locale.ROOT);
    return lower.startsWith(GROUP_PREFIX)
        ? Optional.of(GROUP)
        : Arrays.stream(values())
            .filter(f -> f != GROUP && f != SCORES && f != IGNORE && f.names.contains(lower))
            .findFirst();
  }
}
