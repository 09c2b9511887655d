package dev.mockloop.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Differences between machine and people in named groups, as in RSMTool's subgroup analysis. */
final class Groups {
  private static final int MOST_KINDS = 20;
  private static final int MOST_GROUPS = 30;
  private static final int PEOPLE = 0;
  private static final int MACHINE = 1;
  private static final int GROUP = 2;

  private Groups() {}

  static List<Agreement.Group> of(Ratings ratings, Cut cut, int system) {
    List<Agreement.Group> all = new ArrayList<>();
    ratings.groupNames().stream()
        .limit(MOST_KINDS)
        .forEach(kind -> all.addAll(kind(ratings, cut, system, kind)));
    return all;
  }

  private static List<Agreement.Group> kind(Ratings ratings, Cut cut, int system, String kind) {
    List<String> names = names(ratings, cut, kind);
    Panel panel = panel(ratings, cut, system, kind, names);
    Bootstrap.Intervals intervals = Bootstrap.of(panel, p -> w -> statistics(p, w, names.size()));
    List<Agreement.Group> groups = new ArrayList<>();
    for (int g = 0; g < names.size(); g++) {
      double items = 0;
      double people = 0;
      double machine = 0;
      for (int row = 0; row < panel.rows(); row++) {
        int cell = panel.start(row);
        if ((int) panel.value(cell + GROUP) == g) {
          items += panel.weights()[row];
          people += panel.weights()[row] * panel.value(cell + PEOPLE);
          machine += panel.weights()[row] * panel.value(cell + MACHINE);
        }
      }
      if (items > 0) {
        groups.add(
            new Agreement.Group(
                kind,
                names.get(g),
                (long) items,
                people / items,
                machine / items,
                intervals.figure(
                    2 * g, Measure.SMD, () -> "people gave all of this group the same"),
                intervals.figure(
                    2 * g + 1, Measure.DSM, () -> "people, or the machine, gave all the same")));
      }
    }
    return groups;
  }

  private static List<String> names(Ratings ratings, Cut cut, String kind) {
    TreeSet<String> names = new TreeSet<>();
    ratings.eachItem(
        cut,
        item -> {
          String name = ratings.groups(item).get(kind);
          if (name != null && names.size() < MOST_GROUPS) {
            names.add(name);
          }
        });
    return List.copyOf(names);
  }

  private static Panel panel(
      Ratings ratings, Cut cut, int system, String kind, List<String> names) {
    Panel.Builder builder = new Panel.Builder();
    int wanted = cut.criterion().map(ratings::criterionNumber).orElse(-1);
    ratings.eachItem(
        cut,
        item -> {
          int group = names.indexOf(ratings.groups(item).getOrDefault(kind, ""));
          int cell = ratings.start(item);
          while (group >= 0 && cell < ratings.end(item)) {
            int criterion = ratings.criterion(cell);
            double people = 0;
            int count = 0;
            double machine = Double.NaN;
            for (; cell < ratings.end(item) && ratings.criterion(cell) == criterion; cell++) {
              if (ratings.rater(cell) == system) {
                machine = ratings.value(cell);
              } else {
                people += ratings.value(cell);
                count++;
              }
            }
            boolean in = cut.criterion().isEmpty() || criterion == wanted;
            if (in && count > 0 && !Double.isNaN(machine)) {
              builder.cell(PEOPLE, people / count);
              builder.cell(MACHINE, machine);
              builder.cell(GROUP, group);
              builder.row(1, 1);
            }
          }
        });
    return builder.build();
  }

  /** SMD and DSM of each group. */
  private static double[] statistics(Panel panel, double[] weights, int groups) {
    int rows = panel.rows();
    double[] people = new double[rows];
    double[] machine = new double[rows];
    for (int row = 0; row < rows; row++) {
      people[row] = panel.value(panel.start(row) + PEOPLE);
      machine[row] = panel.value(panel.start(row) + MACHINE);
    }
    Moments allPeople = Moments.of(people, weights);
    Moments allMachine = Moments.of(machine, weights);
    double[] result = new double[2 * groups];
    for (int g = 0; g < groups; g++) {
      double[] own = new double[rows];
      for (int row = 0; row < rows; row++) {
        own[row] = (int) panel.value(panel.start(row) + GROUP) == g ? weights[row] : 0;
      }
      Moments p = Moments.of(people, own);
      Moments m = Moments.of(machine, own);
      result[2 * g] = (m.mean() - p.mean()) / p.sd();
      result[2 * g + 1] =
          (m.mean() - allMachine.mean()) / allMachine.sd()
              - (p.mean() - allPeople.mean()) / allPeople.sd();
    }
    return result;
  }
}
