package dev.mockloop.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes {@link Agreement} of a table of ratings, for any cut of it. */
public final class Analysis {
  private static final int MOST_PAIRS = 20;
  private static final int MOST_BANDS = 12;
  private static final int MOST_SLICES = 200;
  private static final int PAIRS_OF_SLICE = 4;

  private final Ratings ratings;
  private final int system;
  private final Scale scale;

  /**
   * @param system the name of the rater that is the machine; there need be none of that name
   */
  public Analysis(Ratings ratings, String system) {
    this.ratings = ratings;
    this.system = ratings.raters().indexOf(system);
    this.scale = Scale.of(ratings);
  }

  /** What is looked at first: ratings of the whole item where there are some, or else all. */
  public Cut usual() {
    return ratings.criteria().contains(Rating.OVERALL) && ratings.criteria().size() > 1
        ? Cut.ALL.ofCriterion(Rating.OVERALL)
        : Cut.ALL;
  }

  /** The agreement over a cut. */
  public Agreement of(Cut cut) {
    Panel panel = Panel.byRater(ratings, cut, system);
    List<int[]> chosen = pairs(panel);
    int shown = Math.min(MOST_PAIRS, chosen.size());
    return new Agreement(
        cut,
        (long) panel.items(),
        raters(panel),
        IntStream.range(0, scale.size()).mapToObj(scale::level).toList(),
        chosen.stream().limit(shown).map(p -> pair(panel, p)).toList(),
        chosen.size() - shown,
        Together.people(panel, scale, this::person),
        Together.machine(panel, this::person, system),
        FacetEstimate.of(ratings, cut, scale),
        Drifts.of(ratings, cut),
        system < 0 ? List.of() : Groups.of(ratings, cut, system));
  }

  /** The parts of a cut: its criteria, questions and rounds, where there are two or more. */
  public List<Agreement.Slice> slices(Cut cut) {
    List<Agreement.Slice> slices = new ArrayList<>();
    if (ratings.criteria().size() > 1) {
      ratings.criteria().forEach(c -> slices.add(slice("criterion", c, cut.ofCriterion(c))));
    }
    if (cut.question().isEmpty() && ratings.questions().size() > 1) {
      ratings.questions().stream()
          .limit(MOST_SLICES)
          .forEach(q -> slices.add(slice("question", q, cut.ofQuestion(q))));
    }
    if (cut.round().isEmpty() && ratings.rounds().size() > 1) {
      ratings.rounds().stream()
          .limit(MOST_SLICES)
          .forEach(r -> slices.add(slice("round", r, cut.ofRound(r))));
    }
    return slices.stream().filter(s -> s.items() > 0).toList();
  }

  private Agreement.Slice slice(String kind, String name, Cut cut) {
    Panel panel = Panel.byRater(ratings, cut, system);
    List<int[]> chosen = pairs(panel);
    List<int[]> first =
        chosen.stream().filter(p -> p[1] == system).limit(PAIRS_OF_SLICE / 2).toList();
    List<int[]> second =
        chosen.stream().filter(p -> p[1] != system).limit(PAIRS_OF_SLICE / 2).toList();
    return new Agreement.Slice(
        kind,
        name,
        (long) panel.items(),
        java.util.stream.Stream.concat(first.stream(), second.stream())
            .map(p -> pair(panel, p))
            .toList());
  }

  private boolean person(int column) {
    return column != system && column < ratings.raters().size();
  }

  private String name(int column) {
    return column == ratings.raters().size() ? Agreement.MEAN : ratings.raters().get(column);
  }

  private List<Agreement.RaterSummary> raters(Panel panel) {
    List<Agreement.RaterSummary> all = new ArrayList<>();
    for (int rater = 0; rater < ratings.raters().size(); rater++) {
      int column = rater;
      Panel own = panel.only(c -> c == column);
      if (own.rows() > 0) {
        double[] values = new double[own.rows()];
        double[] shares = new double[scale.size()];
        for (int row = 0; row < values.length; row++) {
          values[row] = own.value(own.start(row));
          if (shares.length > 0) {
            shares[scale.index(values[row])] += own.weights()[row] / own.items();
          }
        }
        Moments moments = Moments.of(values, own.weights());
        all.add(
            new Agreement.RaterSummary(
                name(rater),
                rater == system,
                (long) own.items(),
                moments.mean(),
                sd(moments),
                Arrays.stream(shares).boxed().toList()));
      }
    }
    return all;
  }

  private static Optional<Double> sd(Moments moments) {
    return Optional.of(moments.sd()).filter(Double::isFinite);
  }

  /**
   * Pairs with an item in common: the mean of people with the machine, each person with the
   * machine, people among themselves; those with most items first.
   */
  private List<int[]> pairs(Panel panel) {
    int mean = ratings.raters().size();
    Map<Long, double[]> common = new HashMap<>();
    boolean[] people = new boolean[mean + 1];
    for (int row = 0; row < panel.rows(); row++) {
      for (int a = panel.start(row); a < panel.end(row); a++) {
        int one = panel.column(a);
        people[one] |= person(one);
        for (int b = a + 1; b < panel.end(row); b++) {
          int other = panel.column(b);
          boolean ofMean = other == mean;
          if (!ofMean || one == system) {
            int first = one == system ? other : one;
            int second = one == system ? one : other;
            common.computeIfAbsent((long) first << 32 | second, k -> new double[1])[0] +=
                panel.weights()[row];
          }
        }
      }
    }
    boolean several = IntStream.range(0, mean).filter(c -> people[c]).count() > 1;
    return common.entrySet().stream()
        .filter(e -> several || (int) (e.getKey() >> 32) != mean)
        .sorted(
            Comparator.<Map.Entry<Long, double[]>>comparingInt(
                    e -> kind((int) (e.getKey() >> 32), e.getKey().intValue()))
                .thenComparingDouble(e -> -e.getValue()[0])
                .thenComparingLong(Map.Entry::getKey))
        .map(e -> new int[] {(int) (e.getKey() >> 32), e.getKey().intValue()})
        .toList();
  }

  private int kind(int first, int second) {
    return first == ratings.raters().size() ? 0 : second == system ? 1 : 2;
  }

  private Agreement.Pair pair(Panel panel, int[] pair) {
    Panel both = panel.only(c -> c == pair[0] || c == pair[1], 2);
    boolean machine = pair[1] == system;
    Pairs pairs = Pairs.of(both, scale, !machine, pair[0], pair[1]);
    Bootstrap.Intervals intervals =
        Bootstrap.of(both, p -> Pairs.of(p, scale, !machine, pair[0], pair[1])::withBands);
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < Pairs.MEASURES.size(); i++) {
      Measure measure = Pairs.MEASURES.get(i);
      figures.add(intervals.figure(i, measure, () -> pairs.why(measure)));
    }
    if (machine) {
      figures.addAll(AgainstPeople.of(panel, this::person, pair[0], system));
    }
    Moments first = pairs.firstMoments();
    Moments second = pairs.secondMoments();
    double[][] table = pairs.confusion(pairs.weights());
    return new Agreement.Pair(
        name(pair[0]),
        name(pair[1]),
        machine,
        (long) pairs.items(),
        first.mean(),
        sd(first),
        second.mean(),
        sd(second),
        figures,
        scale.size() == 0
            ? List.of()
            : Arrays.stream(table)
                .map(row -> Arrays.stream(row).mapToObj(c -> (long) c).toList())
                .toList(),
        bands(pairs, table, intervals));
  }

  private List<Agreement.Band> bands(Pairs pairs, double[][] table, Bootstrap.Intervals intervals) {
    List<Agreement.Band> bands = new ArrayList<>();
    for (int level = 0; level < scale.size() && scale.size() <= MOST_BANDS; level++) {
      double items = Arrays.stream(table[level]).sum();
      if (items > 0) {
        double[] means = pairs.meansAt(level);
        int at = Pairs.MEASURES.size() + 2 * level;
        bands.add(
            new Agreement.Band(
                scale.level(level),
                (long) items,
                means[0],
                means[1],
                intervals.figure(at, Measure.EXACT, () -> "no items"),
                intervals.figure(at + 1, Measure.ADJACENT, () -> "no items")));
      }
    }
    return bands;
  }
}
