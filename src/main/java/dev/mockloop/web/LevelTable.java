package dev.mockloop.web;

import dev.mockloop.rating.Levels;
import dev.mockloop.rating.RatingEvent;
import dev.mockloop.rubric.Criterion;
import dev.mockloop.rubric.Rubric;
import dev.mockloop.scoring.AnswerCard;
import dev.mockloop.scoring.CriterionScore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Levels side by side, one line a criterion and the whole first.
 *
 * @param heads who gave each column
 * @param rows the lines
 */
public record LevelTable(List<String> heads, List<Row> rows) {
  private static final double FAR = 2;
  private static final double LEAST_SHOWN = 0.05;

  /** Levels of one person or of the machine. */
  record Column(String head, Map<String, Double> levels) {
    static Column of(String head, RatingEvent.Given given) {
      return new Column(head, given.levels().byCriterion());
    }

    static Column of(AnswerCard card) {
      Map<String, Double> levels = new HashMap<>();
      levels.put(Levels.OVERALL, card.overall());
      for (CriterionScore criterion : card.criteria()) {
        levels.put(criterion.id(), criterion.score());
      }
      return new Column("Machine", levels);
    }

    private OptionalDouble level(String criterion) {
      Double level = levels.get(criterion);
      return level == null ? OptionalDouble.empty() : OptionalDouble.of(level);
    }
  }

  /**
   * A level with how far it is from the first column.
   *
   * @param change such as "+1"; empty where there is none
   */
  public record Cell(String level, String change) {}

  /**
   * A line.
   *
   * @param apart whether two of its levels are two or more apart
   */
  public record Row(String title, List<Cell> cells, boolean apart) {}

  static LevelTable of(Rubric rubric, List<Column> columns) {
    List<Row> rows = new ArrayList<>();
    rows.add(row("Overall", Levels.OVERALL, columns));
    for (Criterion criterion : rubric.criteria()) {
      rows.add(row(criterion.title(), criterion.id(), columns));
    }
    return new LevelTable(columns.stream().map(Column::head).toList(), rows);
  }

  private static Row row(String title, String criterion, List<Column> columns) {
    OptionalDouble first = columns.getFirst().level(criterion);
    List<Cell> cells = new ArrayList<>();
    for (Column column : columns) {
      OptionalDouble level = column.level(criterion);
      boolean compared =
          !cells.isEmpty()
              && level.isPresent()
              && first.isPresent()
              && Math.abs(level.getAsDouble() - first.getAsDouble()) >= LEAST_SHOWN;
      cells.add(
          new Cell(
              level.isPresent() ? number(level.getAsDouble()) : "–",
              compared ? signed(level.getAsDouble() - first.getAsDouble()) : ""));
    }
    double[] levels =
        columns.stream()
            .map(c -> c.level(criterion))
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .sorted()
            .toArray();
    return new Row(title, cells, levels.length > 1 && levels[levels.length - 1] - levels[0] >= FAR);
  }

  private static String number(double level) {
    return level == Math.rint(level)
        ? String.valueOf((int) level)
        : String.format(Locale.ROOT, "%.1f", level);
  }

  private static String signed(double change) {
    return (change > 0 ? "+" : "−") + number(Math.abs(change));
  }
}
