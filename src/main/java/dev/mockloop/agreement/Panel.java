package dev.mockloop.agreement;

import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/**
 * Items with their ratings, equal ones counted together: a row is what one item was given, its
 * weight how many items were given just that. All statistics work on rows and weights, so a
 * bootstrap replicate is the same rows under other weights, and a million items rated with levels
 * are a few dozen rows.
 *
 * <p>A row holds columns, rising, each with a value. A column is a rater, or a rater and a
 * criterion.
 */
final class Panel {
  private final IntColumn starts;
  private final IntColumn columns;
  private final LongColumn values;
  private final double[] weights;
  private final double items;

  private Panel(Builder from) {
    this.starts = from.starts;
    this.columns = from.columns;
    this.values = from.values;
    this.weights = new double[from.counts.size()];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = from.counts.get(i);
      sum += weights[i];
    }
    this.items = sum;
  }

  /** How many different rows there are. */
  int rows() {
    return weights.length;
  }

  /** How many items there are. */
  double items() {
    return items;
  }

  /** How many items were given each row; not to be changed. */
  double[] weights() {
    return weights;
  }

  int start(int row) {
    return starts.get(row);
  }

  int end(int row) {
    return starts.get(row + 1);
  }

  int column(int cell) {
    return columns.get(cell);
  }

  double value(int cell) {
    return values.decimal(cell);
  }

  /** The columns that a condition holds for; items left without any are left out. */
  Panel only(IntPredicate column) {
    return only(column, 1);
  }

  /** The same, of items that keep at least so many columns. */
  Panel only(IntPredicate column, int least) {
    Builder builder = new Builder();
    for (int row = 0; row < rows(); row++) {
      for (int cell = start(row); cell < end(row); cell++) {
        if (column.test(column(cell))) {
          builder.cell(column(cell), value(cell));
        }
      }
      builder.row(least, (int) weights[row]);
    }
    return builder.build();
  }

  /** So many items of it, drawn without replacement. */
  Panel sample(int size, SplittableRandom random) {
    BitSet drawn = new BitSet();
    for (int left = size; left > 0; ) {
      int item = random.nextInt((int) items);
      if (!drawn.get(item)) {
        drawn.set(item);
        left--;
      }
    }
    Builder builder = new Builder();
    int item = 0;
    for (int row = 0; row < rows(); row++) {
      int hit = drawn.get(item, item + (int) weights[row]).cardinality();
      item += (int) weights[row];
      if (hit > 0) {
        for (int cell = start(row); cell < end(row); cell++) {
          builder.cell(column(cell), value(cell));
        }
        builder.row(1, hit);
      }
    }
    return builder.build();
  }

  /**
   * The ratings of a cut, a column a rater: each criterion of an item is a row of its own. After
   * the raters comes the column of the mean of people.
   */
  static Panel byRater(Ratings ratings, Cut cut, int system) {
    Builder builder = new Builder();
    int wanted = cut.criterion().map(ratings::criterionNumber).orElse(-1);
    int mean = ratings.raters().size();
    ratings.eachItem(
        cut,
        item -> {
          int criterion = -1;
          double sum = 0;
          int people = 0;
          for (int cell = ratings.start(item); cell < ratings.end(item); cell++) {
            if (cut.criterion().isPresent() && ratings.criterion(cell) != wanted) {
              continue;
            }
            if (ratings.criterion(cell) != criterion) {
              close(builder, mean, sum, people);
              criterion = ratings.criterion(cell);
              sum = 0;
              people = 0;
            }
            builder.cell(ratings.rater(cell), ratings.value(cell));
            if (ratings.rater(cell) != system) {
              sum += ratings.value(cell);
              people++;
            }
          }
          close(builder, mean, sum, people);
        });
    return builder.build();
  }

  private static void close(Builder builder, int mean, double sum, int people) {
    if (people > 0) {
      builder.cell(mean, sum / people);
    }
    builder.row(1, 1);
  }

  /**
   * The people's ratings of a cut as levels, a column a criterion and rater: {@code criterion *
   * raters + rater}.
   */
  static Panel byRaterAndCriterion(Ratings ratings, Cut cut, Scale scale) {
    Builder builder = new Builder();
    int wanted = cut.criterion().map(ratings::criterionNumber).orElse(-1);
    int raters = ratings.raters().size();
    ratings.eachItem(
        cut,
        item -> {
          for (int cell = ratings.start(item); cell < ratings.end(item); cell++) {
            if (cut.criterion().isEmpty() || ratings.criterion(cell) == wanted) {
              builder.cell(
                  ratings.criterion(cell) * raters + ratings.rater(cell),
                  scale.index(ratings.value(cell)));
            }
          }
          builder.row(1, 1);
        });
    return builder.build();
  }

  /** Takes cells, columns rising, and closes rows. */
  static final class Builder {
    private final IntColumn starts = new IntColumn();
    private final IntColumn columns = new IntColumn();
    private final LongColumn values = new LongColumn();
    private final IntColumn counts = new IntColumn();
    private final HashIndex known = new HashIndex();
    private int[] openColumns = new int[16];
    private double[] openValues = new double[16];
    private int open;

    Builder() {
      starts.add(0);
    }

    void cell(int column, double value) {
      if (open == openColumns.length) {
        openColumns = java.util.Arrays.copyOf(openColumns, open * 2);
        openValues = java.util.Arrays.copyOf(openValues, open * 2);
      }
      openColumns[open] = column;
      openValues[open] = value == 0 ? 0.0 : value;
      open++;
    }

    /** Closes a row that stands for some items; a row with too few cells is dropped. */
    void row(int least, int items) {
      if (open >= Math.max(1, least)) {
        int before = counts.size();
        int row = known.add(hash(), this::sameAsOpen);
        if (row == before) {
          for (int i = 0; i < open; i++) {
            columns.add(openColumns[i]);
            values.add(openValues[i]);
          }
          starts.add(columns.size());
          counts.add(items);
        } else {
          counts.set(row, counts.get(row) + items);
        }
      }
      open = 0;
    }

    private long hash() {
      long hash = open;
      for (int i = 0; i < open; i++) {
        hash = HashIndex.mixed(hash * 31 + openColumns[i]);
        hash = HashIndex.mixed(hash ^ Double.doubleToLongBits(openValues[i]));
      }
      return hash;
    }

    private boolean sameAsOpen(int row) {
      int start = starts.get(row);
      if (starts.get(row + 1) - start != open) {
        return false;
      }
      for (int i = 0; i < open; i++) {
        if (columns.get(start + i) != openColumns[i]
            || values.decimal(start + i) != openValues[i]) {
          return false;
        }
      }
      return true;
    }

    Panel build() {
      return new Panel(this);
    }
  }
}
