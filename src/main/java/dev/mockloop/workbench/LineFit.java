package dev.mockloop.workbench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Fits the four lines between the five levels: least squares of the levels on the ratings, plus a
 * penalty for each line's way from where it is.
 *
 * <p>The answers under level k cost the sum of their (k - rating)<sup>2</sup>. Seen by lines, that
 * sum falls apart into one term a line, so the best rising lines are found exactly by dynamic
 * programming over a grid (Bellman 1957), and they cannot cross. An example: with one answer of
 * score 3.4 rated 4, drawing the third line from 3.5 down to 3.4 saves (3 - 4)<sup>2</sup> = 1, and
 * costs the penalty times 0.1<sup>2</sup>.
 */
final class LineFit {
  private static final double STEP = 0.05;
  private static final double LOWEST = 1.05;
  private static final double HIGHEST = 5;
  private static final double LEAST_GAP = 0.1;
  private static final double HAIR = 1e-9;

  private final List<Double> current;
  private final double[] grid;
  private final double gap;

  /**
   * A fit around the lines as they are.
   *
   * @param current four rising scores
   */
  LineFit(List<Double> current) {
    this.current = List.copyOf(current);
    TreeSet<Double> places = new TreeSet<>(current);
    for (int i = 0; LOWEST + i * STEP <= HIGHEST + HAIR; i++) {
      places.add(Math.round((LOWEST + i * STEP) * 100) / 100.0);
    }
    this.grid = places.stream().mapToDouble(Double::doubleValue).toArray();
    double least = LEAST_GAP;
    for (int i = 1; i < current.size(); i++) {
      least = Math.min(least, current.get(i) - current.get(i - 1));
    }
    this.gap = least;
  }

  /**
   * The best lines.
   *
   * @param penalty what a line costs that is a whole level away from where it is, in squared
   *     levels; infinite leaves all as they are
   */
  List<Double> fit(double[] scores, double[] human, double penalty) {
    if (Double.isInfinite(penalty)) {
      return current;
    }
    int lines = current.size();
    double[][] best = new double[lines][grid.length];
    int[][] from = new int[lines][grid.length];
    for (int line = 0; line < lines; line++) {
      double[] cost = costs(line, scores, human, penalty);
      int reach = -1;
      int leader = -1;
      for (int place = 0; place < grid.length; place++) {
        while (reach + 1 < place && grid[reach + 1] <= grid[place] - gap + HAIR) {
          reach++;
          if (line > 0 && (leader < 0 || best[line - 1][reach] < best[line - 1][leader])) {
            leader = reach;
          }
        }
        from[line][place] = leader;
        double before = line == 0 ? 0 : leader < 0 ? Double.MAX_VALUE / 2 : best[line - 1][leader];
        best[line][place] = before + cost[place];
      }
    }
    return trace(best, from);
  }

  private List<Double> trace(double[][] best, int[][] from) {
    int last = best.length - 1;
    int place = 0;
    for (int p = 1; p < grid.length; p++) {
      if (best[last][p] < best[last][place]) {
        place = p;
      }
    }
    List<Double> lines = new ArrayList<>();
    for (int line = last; line >= 0; line--) {
      lines.addFirst(grid[place]);
      place = from[line][place];
    }
    return lines;
  }

  /** What one line costs at each place: answers under it have its level, the others one more. */
  private double[] costs(int line, double[] scores, double[] human, double penalty) {
    Integer[] order = new Integer[scores.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(scores[a], scores[b]));
    int level = line + 1;
    double sum = 0;
    int next = 0;
    double[] costs = new double[grid.length];
    for (int place = 0; place < grid.length; place++) {
      while (next < order.length && scores[order[next]] < grid[place]) {
        double rating = human[order[next]];
        sum += (level - rating) * (level - rating) - (level + 1 - rating) * (level + 1 - rating);
        next++;
      }
      double away = grid[place] - current.get(line);
      costs[place] = sum + penalty * away * away;
    }
    return costs;
  }
}
