package dev.mockloop.agreement;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which column of a table is what. A long table has a column of raters and one of ratings; in a
 * wide one every column that is nothing else is a rater.
 */
final class Layout {
  private final Map<Field, Integer> single = new EnumMap<>(Field.class);
  private final List<Integer> groups = new ArrayList<>();
  private final List<Integer> scores = new ArrayList<>();
  private final List<String> names;
  private final boolean isLong;

  private Layout(List<String> names, boolean isLong) {
    this.names = names;
    this.isLong = isLong;
  }

  /**
   * The layout that a line of names gives.
   *
   * @param map columns by name, case ignored, that the caller says what they are
   */
  static Layout of(List<String> names, Map<String, Field> map) {
    refuseOdd(names);
    List<Optional<Field>> fields = names.stream().map(n -> field(n, map)).toList();
    boolean isLong =
        fields.contains(Optional.of(Field.RATER)) && fields.contains(Optional.of(Field.RATING));
    for (String said : map.keySet()) {
      if (names.stream().noneMatch(n -> n.equalsIgnoreCase(said))) {
        throw new BadRatings(
            "line 1: there is no column '"
                + Cells.shown(said)
                + "'; there are "
                + Cells.shown(String.join(", ", names)));
      }
    }
    Layout layout = new Layout(names, isLong);
    for (int c = 0; c < names.size(); c++) {
      layout.take(c, fields.get(c));
    }
    layout.check();
    return layout;
  }

  private static Optional<Field> field(String name, Map<String, Field> map) {
    return map.entrySet().stream()
        .filter(e -> e.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .or(() -> Field.named(name));
  }

  private void take(int column, Optional<Field> field) {
    Field is = field.orElse(isLong ? Field.IGNORE : Field.SCORES);
    if (is == Field.RATING && !isLong) {
      is = Field.SCORES;
    }
    switch (is) {
      case GROUP -> groups.add(column);
      case IGNORE -> {}
      case SCORES -> {
        if (column == 0 && !single.containsKey(Field.ITEM) && noneIsItem()) {
          single.put(Field.ITEM, column);
        } else if (!isLong) {
          scores.add(column);
        }
      }
      default -> {
        Integer before = single.putIfAbsent(is, column);
        if (before != null) {
          throw new BadRatings(
              "line 1: '%s' and '%s' are both the %s; leave one out with --map ignore=COLUMN"
                  .formatted(
                      Cells.shown(names.get(before)),
                      Cells.shown(names.get(column)),
                      is.name().toLowerCase(Locale.ROOT)));
        }
      }
    }
  }

  private boolean noneIsItem() {
    return names.stream().noneMatch(n -> Field.named(n).equals(Optional.of(Field.ITEM)));
  }

  private void check() {
    if (!single.containsKey(Field.ITEM)) {
      throw new BadRatings(
          "line 1: no column says which item is rated; name one 'item', or say --map item=COLUMN");
    }
    if (single.containsKey(Field.RATER) && !isLong) {
      throw new BadRatings(
          "line 1: there is a column of raters and none of ratings; name one 'rating', or say --map rating=COLUMN");
    }
    if (!isLong && scores.isEmpty()) {
      throw new BadRatings(
          "line 1: there is no column of ratings; add one for each rater, or the columns 'rater' and 'rating'");
    }
  }

  private static void refuseOdd(List<String> names) {
    if (names.size() > 1 && names.stream().skip(1).allMatch(Layout::number)) {
      throw new BadRatings(
          "line 1: these are ratings and no names; put a line such as item,rater_a,rater_b before them");
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (name.isBlank()) {
        throw new BadRatings("line 1: a column has no name; name it, or delete it");
      }
      if (!seen.add(name)) {
        throw new BadRatings(
            "line 1: two columns are named '" + Cells.shown(name) + "'; rename one");
      }
    }
  }

  private static boolean number(String name) {
    return name.isEmpty() || name.matches("[+-]?[0-9]+([.,][0-9]+)?");
  }

  boolean isLong() {
    return isLong;
  }

  int columns() {
    return names.size();
  }

  String name(int column) {
    return names.get(column);
  }

  /** The column of a field that there is one of, or -1. */
  int column(Field field) {
    return single.getOrDefault(field, -1);
  }

  List<Integer> groups() {
    return groups;
  }

  /** The columns of raters of a wide table. */
  List<Integer> scores() {
    return scores;
  }

  /** The kind of group that a column holds. */
  String groupKind(int column) {
    String name = names.get(column);
    return name.toLowerCase(Locale.ROOT).startsWith(Field.GROUP_PREFIX)
        ? name.substring(Field.GROUP_PREFIX.length())
        : name;
  }
}
