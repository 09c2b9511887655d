package dev.mockloop.rating;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.mockloop.interview.SessionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** All that happened, put in order by answer. Immutable. */
public final class RatingBook {
  private final Map<ItemId, List<RatingEvent.Given>> given = new TreeMap<>();
  private final Map<ItemId, RatingEvent.Adjudicated> adjudicated = new HashMap<>();
  private final Map<ItemId, RatingEvent.Overridden> overridden = new HashMap<>();

  private RatingBook() {}

  /** The later adjudication and the later override of an answer count. */
  public static RatingBook of(List<RatingEvent> events) {
    RatingBook book = new RatingBook();
    for (RatingEvent event : events) {
      switch (event) {
        case RatingEvent.Given rating ->
            book.given.computeIfAbsent(rating.item(), i -> new ArrayList<>()).add(rating);
        case RatingEvent.Adjudicated decided -> book.adjudicated.put(decided.item(), decided);
        case RatingEvent.Overridden other -> book.overridden.put(other.item(), other);
      }
    }
    book.given.values().forEach(g -> g.sort(Comparator.comparing(RatingEvent::at)));
    return book;
  }

  /** Answers that somebody rated. */
  public List<ItemId> rated() {
    return List.copyOf(given.keySet());
  }

  /** Every rating of an answer in order of time, second looks included. */
  public List<RatingEvent.Given> all(ItemId item) {
    return List.copyOf(given.getOrDefault(item, List.of()));
  }

  /** The first rating of each rater, in order of time. A second look is not independent. */
  public List<RatingEvent.Given> firsts(ItemId item) {
    Map<Rater, RatingEvent.Given> firsts = new LinkedHashMap<>();
    all(item).forEach(g -> firsts.putIfAbsent(g.rater(), g));
    return List.copyOf(firsts.values());
  }

  /** What one rater gave an answer, the first rating first. */
  public List<RatingEvent.Given> by(Rater rater, ItemId item) {
    return all(item).stream().filter(g -> g.rater().equals(rater)).toList();
  }

  /** All that a rater gave, in order of time. */
  public List<RatingEvent.Given> by(Rater rater) {
    return given.values().stream()
        .flatMap(List::stream)
        .filter(g -> g.rater().equals(rater))
        .sorted(Comparator.comparing(RatingEvent::at).thenComparing(RatingEvent::item))
        .toList();
  }

  public Optional<RatingEvent.Adjudicated> adjudication(ItemId item) {
    return Optional.ofNullable(adjudicated.get(item));
  }

  public Optional<RatingEvent.Overridden> override(ItemId item) {
    return Optional.ofNullable(overridden.get(item));
  }

  /** Overrides of the answers of a session. */
  public List<RatingEvent.Overridden> overrides(SessionId session) {
    return overridden.values().stream()
        .filter(o -> o.item().session().equals(session))
        .sorted(Comparator.comparing(RatingEvent::item))
        .toList();
  }

  /** What a rater may see of an answer: nothing until they have rated it themselves. */
  public Sight sight(Rater rater, ItemId item) {
    List<RatingEvent.Given> own = by(rater, item);
    return own.isEmpty()
        ? new Sight.Blind()
        : new Sight.Open(own, firsts(item).stream().filter(g -> !g.rater().equals(rater)).toList());
  }

  /** How far the raters of an answer are apart, settled or not; empty when they are not. */
  public Optional<Disagreement> disagreement(ItemId item) {
    List<RatingEvent.Given> firsts =
        firsts(item).stream().filter(g -> g.levels().overall().isPresent()).toList();
    double[] levels =
        firsts.stream().mapToDouble(g -> g.levels().overall().orElseThrow()).toArray();
    double low = java.util.Arrays.stream(levels).min().orElse(0);
    double high = java.util.Arrays.stream(levels).max().orElse(0);
    return Disagreement.is(low, high)
        ? Optional.of(new Disagreement(item, firsts, high - low, Disagreement.crosses(low, high)))
        : Optional.empty();
  }

  /** Disagreements that nobody has settled, the widest first. */
  public List<Disagreement> waiting() {
    return given.keySet().stream()
        .filter(item -> !adjudicated.containsKey(item))
        .flatMap(item -> disagreement(item).stream())
        .sorted(
            Comparator.comparingDouble((Disagreement d) -> -d.apart())
                .thenComparing(Disagreement::item))
        .toList();
  }

  /** Second looks by rater, in order of their names; raters without any are left out. */
  public List<Drift> drift() {
    Map<Rater, List<Double>> shifts = new HashMap<>();
    for (List<RatingEvent.Given> ofItem : given.values()) {
      Map<Rater, List<RatingEvent.Given>> byRater =
          ofItem.stream().collect(groupingBy(RatingEvent::rater, LinkedHashMap::new, toList()));
      byRater.forEach(
          (rater, own) ->
              shift(own)
                  .ifPresent(s -> shifts.computeIfAbsent(rater, r -> new ArrayList<>()).add(s)));
    }
    return shifts.entrySet().stream()
        .map(e -> drift(e.getKey(), e.getValue()))
        .sorted(Comparator.comparing(d -> d.rater().name()))
        .toList();
  }

  private static OptionalDouble shift(List<RatingEvent.Given> own) {
    if (own.size() < 2) {
      return OptionalDouble.empty();
    }
    OptionalDouble first = own.get(0).levels().overall();
    OptionalDouble second = own.get(1).levels().overall();
    return first.isPresent() && second.isPresent()
        ? OptionalDouble.of(second.getAsDouble() - first.getAsDouble())
        : OptionalDouble.empty();
  }

  private static Drift drift(Rater rater, List<Double> shifts) {
    return new Drift(
        rater,
        shifts.size(),
        (int) shifts.stream().filter(s -> s == 0).count(),
        shifts.stream().mapToDouble(Double::doubleValue).average().orElse(0));
  }
}
