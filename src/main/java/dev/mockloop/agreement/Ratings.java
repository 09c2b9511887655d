package dev.mockloop.agreement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/**
 * Any number of ratings, kept in columns and sorted by item, criterion and rater: about 24 bytes a
 * rating, so that a table of ten million rows fits half a gigabyte. Immutable.
 *
 * <p>An item is told apart by its name, question and round together, by a hash of 64 bits: among
 * ten million items the chance that any two are taken for one is below one in a hundred thousand.
 * Where a rater rated an item twice, the later rating counts.
 */
public final class Ratings {
  /** Criteria and raters beyond these are a column that was taken for another. */
  static final int MOST_RATERS = 1000;

  private static final int MOST_NAMES = 20_000;
  static final long UNKNOWN = Long.MIN_VALUE;

  private final List<String> raters;
  private final List<String> criteria;
  private final List<String> questions;
  private final List<String> rounds;
  private final List<Map<String, String>> groups;
  private final Rows rows;
  private final int[] order;
  private final int[] starts;

  private Ratings(Builder from, int[] order, int[] starts) {
    this.raters = from.raters.all();
    this.criteria = from.criteria.all();
    this.questions = from.questions.all();
    this.rounds = from.rounds.all();
    this.groups = List.copyOf(from.groups);
    this.rows = from.rows;
    this.order = order;
    this.starts = starts;
  }

  /** The ratings of a list. */
  public static Ratings of(List<Rating> ratings) {
    Builder builder = new Builder(true);
    for (Rating r : ratings) {
      int item = builder.item(r.item(), r.question(), r.round(), r.groups(), 0);
      builder.add(
          item,
          builder.rater(r.rater()),
          builder.criterion(r.criterion()),
          r.value(),
          r.at().map(Instant::getEpochSecond).orElse(UNKNOWN),
          0);
    }
    return builder.build();
  }

  /** Raters in the order that they came. */
  public List<String> raters() {
    return raters;
  }

  /** Criteria in the order that they came. */
  public List<String> criteria() {
    return criteria;
  }

  /** Questions in the order that they came, unnamed ones left out. */
  public List<String> questions() {
    return questions.stream().filter(q -> !q.isEmpty()).toList();
  }

  /** Rounds in the order that they came, unnamed ones left out. */
  public List<String> rounds() {
    return rounds.stream().filter(r -> !r.isEmpty()).toList();
  }

  /** How many items were rated. */
  public int items() {
    return starts.length - 1;
  }

  /** How many ratings there are. */
  public int size() {
    return order.length;
  }

  /** The kinds of group that items belong to, such as "seniority", sorted. */
  List<String> groupNames() {
    return groups.stream()
        .flatMap(g -> g.keySet().stream())
        .collect(java.util.stream.Collectors.toCollection(TreeSet::new))
        .stream()
        .toList();
  }

  /** All that were rated by a rater, criterion and time: the cells of one item in a row. */
  void eachItem(Cut cut, IntConsumer each) {
    int question = cut.question().map(questions::indexOf).orElse(-1);
    int round = cut.round().map(rounds::indexOf).orElse(-1);
    for (int i = 0; i < items(); i++) {
      boolean in =
          (cut.question().isEmpty() || rows.questionOf.get(i) == question)
              && (cut.round().isEmpty() || rows.roundOf.get(i) == round);
      if (in) {
        each.accept(i);
      }
    }
  }

  /** The first cell of an item; the last is before the first of the next item. */
  int start(int item) {
    return starts[item];
  }

  int end(int item) {
    return starts[item + 1];
  }

  int rater(int cell) {
    return rows.rater.get(order[cell]);
  }

  int criterion(int cell) {
    return rows.criterion.get(order[cell]);
  }

  double value(int cell) {
    return rows.value.decimal(order[cell]);
  }

  /** Seconds since 1970, or {@link #UNKNOWN}. */
  long at(int cell) {
    return rows.at.size() == 0 ? UNKNOWN : rows.at.get(order[cell]);
  }

  Map<String, String> groups(int item) {
    return groups.get(rows.groupOf.get(item));
  }

  int criterionNumber(String name) {
    return criteria.indexOf(name);
  }

  /** What was said of ratings and of items, row by row. */
  private static final class Rows {
    private final IntColumn item = new IntColumn();
    private final IntColumn rater = new IntColumn();
    private final IntColumn criterion = new IntColumn();
    private final LongColumn value = new LongColumn();
    private final LongColumn at = new LongColumn();
    private final IntColumn questionOf = new IntColumn();
    private final IntColumn roundOf = new IntColumn();
    private final IntColumn groupOf = new IntColumn();
  }

  /** Takes ratings one by one. */
  static final class Builder {
    private final Names raters = new Names("rater", MOST_RATERS);
    private final Names criteria = new Names("criterion", MOST_RATERS);
    private final Names questions = new Names("question", MOST_NAMES);
    private final Names rounds = new Names("round", MOST_NAMES);
    private final List<Map<String, String>> groups = new ArrayList<>();
    private final Map<Map<String, String>, Integer> groupNumbers = new HashMap<>();
    private final boolean laterCounts;
    private final Rows rows = new Rows();
    private HashIndex items = new HashIndex();
    private IntColumn lines = new IntColumn();
    private boolean dated;

    /**
     * @param laterCounts whether the later of two undated ratings of one cell counts; they are an
     *     error otherwise
     */
    Builder(boolean laterCounts) {
      this.laterCounts = laterCounts;
    }

    int rater(String name) {
      return raters.number(name);
    }

    int criterion(String name) {
      return criteria.number(name);
    }

    /** The number of an item; whether it is new shows in {@link #items()}. */
    int item(String name, String question, String round, Map<String, String> group, long line) {
      int known = items.size();
      long hash = HashIndex.hash(0, name);
      if (!question.isEmpty() || !round.isEmpty()) {
        hash = HashIndex.hash(HashIndex.hash(hash, question), round);
      }
      int item = items.add(hash, same -> true);
      if (item == known) {
        rows.questionOf.add(questions.number(question));
        rows.roundOf.add(rounds.number(round));
        rows.groupOf.add(groupNumber(group));
      } else {
        join(item, name, group, line);
      }
      return item;
    }

    int items() {
      return items.size();
    }

    /** Groups may be said in any row of an item, but not in two ways. */
    private void join(int item, String name, Map<String, String> group, long line) {
      Map<String, String> before = groups.get(rows.groupOf.get(item));
      if (group.isEmpty() || group.equals(before)) {
        return;
      }
      Map<String, String> both = new HashMap<>(before);
      group.forEach(
          (key, value) -> {
            String was = both.put(key, value);
            if (was != null && !was.equals(value)) {
              throw new BadRatings(
                  (line > 0 ? "line " + line + ": " : "")
                      + "the item '"
                      + Cells.shown(name)
                      + "' is in two groups of '"
                      + Cells.shown(key)
                      + "'; give it one");
            }
          });
      rows.groupOf.set(item, groupNumber(both));
    }

    private int groupNumber(Map<String, String> group) {
      Integer known = groupNumbers.get(group);
      if (known != null) {
        return known;
      }
      if (groups.size() == MOST_NAMES) {
        throw new BadRatings(
            "there are more than "
                + MOST_NAMES
                + " different groups; leave out the column that names items one by one");
      }
      groupNumbers.put(Map.copyOf(group), groups.size());
      groups.add(Map.copyOf(group));
      return groups.size() - 1;
    }

    void add(int item, int rater, int criterion, double value, long at, long line) {
      rows.item.add(item);
      rows.rater.add(rater);
      rows.criterion.add(criterion);
      rows.value.add(value);
      if (at != UNKNOWN && !dated) {
        dated = true;
        for (int i = 0; i < rows.item.size() - 1; i++) {
          rows.at.add(UNKNOWN);
        }
      }
      if (dated) {
        rows.at.add(at);
      }
      lines.add((int) Math.min(line, Integer.MAX_VALUE));
    }

    Ratings build() {
      int count = items.size();
      items = new HashIndex();
      int n = rows.item.size();
      int[] order = new int[n];
      for (int i = 0; i < n; i++) {
        order[i] = i;
      }
      order = sorted(order, rows.rater, raters.all().size());
      order = sorted(order, rows.criterion, criteria.all().size());
      order = sorted(order, rows.item, count);
      int kept = keepLatest(order);
      order = kept == n ? order : java.util.Arrays.copyOf(order, kept);
      lines = new IntColumn();
      int[] starts = new int[count + 1];
      for (int row : order) {
        starts[rows.item.get(row) + 1]++;
      }
      for (int i = 0; i < count; i++) {
        starts[i + 1] += starts[i];
      }
      return new Ratings(this, order, starts);
    }

    /** A stable counting sort: three of them sort by item, criterion and rater in linear time. */
    private static int[] sorted(int[] order, IntColumn by, int keys) {
      if (keys < 2) {
        return order;
      }
      int[] places = new int[keys + 1];
      boolean already = true;
      int last = -1;
      for (int row : order) {
        int key = by.get(row);
        already &= key >= last;
        last = key;
        places[key + 1]++;
      }
      if (already) {
        return order;
      }
      for (int k = 0; k < keys; k++) {
        places[k + 1] += places[k];
      }
      int[] sorted = new int[order.length];
      for (int row : order) {
        sorted[places[by.get(row)]++] = row;
      }
      return sorted;
    }

    private int keepLatest(int[] order) {
      int kept = 0;
      for (int row : order) {
        if (kept == 0 || !sameCell(order[kept - 1], row)) {
          order[kept++] = row;
        } else if (supersedes(row, order[kept - 1])) {
          order[kept - 1] = row;
        }
      }
      return kept;
    }

    private boolean sameCell(int a, int b) {
      return rows.item.get(a) == rows.item.get(b)
          && rows.criterion.get(a) == rows.criterion.get(b)
          && rows.rater.get(a) == rows.rater.get(b);
    }

    private boolean supersedes(int row, int before) {
      long was = dated ? rows.at.get(before) : UNKNOWN;
      long is = dated ? rows.at.get(row) : UNKNOWN;
      if (!laterCounts && (was == UNKNOWN || is == UNKNOWN)) {
        throw new BadRatings(
            "line %d: '%s' has rated this item on line %d already; keep one of the two, or give both a date so that the later counts"
                .formatted(lines.get(row), Cells.shown(raterName(row)), lines.get(before)));
      }
      return is >= was;
    }

    private String raterName(int row) {
      return raters.all().get(rows.rater.get(row));
    }
  }
}
