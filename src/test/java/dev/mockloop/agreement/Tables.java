package dev.mockloop.agreement;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ratings for tests. */
final class Tables {
  private Tables() {}

  /** A table as it could stand in a file. */
  static Ratings csv(String text) {
    return RatingsCsv.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  static Ratings file(String name) {
    try (InputStream in = Tables.class.getResourceAsStream("/agreement/" + name)) {
      return RatingsCsv.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Raters named a, b, c, ... over items; {@code null} is missing. */
  static Ratings of(Double[]... items) {
    List<Rating> all = new ArrayList<>();
    for (int i = 0; i < items.length; i++) {
      for (int r = 0; r < items[i].length; r++) {
        if (items[i][r] != null) {
          all.add(rating("item-" + i, String.valueOf((char) ('a' + r)), items[i][r]));
        }
      }
    }
    return Ratings.of(all);
  }

  static Rating rating(String item, String rater, double value) {
    return new Rating(item, rater, Rating.OVERALL, value, "", "", Map.of(), Optional.empty());
  }

  static double known(Figure figure) {
    return switch (figure) {
      case Figure.Known known -> known.value();
      case Figure.Undefined none ->
          throw new AssertionError(figure.measure() + " is not defined: " + none.why());
    };
  }

  static double known(List<Figure> figures, Measure measure) {
    return known(figures.stream().filter(f -> f.measure() == measure).findFirst().orElseThrow());
  }

  static Agreement.Pair pair(Agreement agreement, String name) {
    return agreement.pairs().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }
}
