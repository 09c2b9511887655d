package dev.mockloop.rating;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Who rates what next. Every answer is wanted by {@value #RATINGS_EACH} raters. Answers that one
 * rater has done come first, so that pairs are finished early; among equals each rater has an order
 * of their own, so that people who rate side by side begin at different ends. Samples come last:
 * they are rated already and there to learn on.
 *
 * <p>At one place in every {@value #DRIFT_SHARE} a rater is given an answer again that they rated
 * at least {@value #APART} others ago, to see whether they still judge as they did; which place is
 * drawn from the seed, so that nobody can tell. An answer is given again once at most.
 */
public final class RatingQueue {
  /** How many raters each answer is wanted by. */
  public static final int RATINGS_EACH = 2;

  /** One in so many tasks is a second look. */
  public static final int DRIFT_SHARE = 8;

  /** So many other ratings lie between two looks at least. */
  public static final int APART = 5;

  private final List<Item> items;
  private final RatingBook book;
  private final long seed;
  private final int wantedBy;

  public RatingQueue(List<Item> items, RatingBook book, long seed) {
    this(items, book, seed, RATINGS_EACH);
  }

  /**
   * A queue for somebody who is to rate all of it.
   *
   * @param wantedBy how many raters each answer is handed out to
   */
  public RatingQueue(List<Item> items, RatingBook book, long seed, int wantedBy) {
    this.wantedBy = wantedBy;
    this.items = items.stream().sorted(Comparator.comparing(Item::id)).toList();
    this.book = book;
    this.seed = seed;
  }

  /**
   * What a rater does next.
   *
   * @param again whether it is a second look, which the rater is not told
   */
  public record Task(Item item, boolean again) {}

  /**
   * How far the answers to a question are, for everybody and for one rater.
   *
   * @param question the question's id
   * @param answers how many there are
   * @param complete how many have all ratings that are wanted
   * @param yours how many the rater has rated
   * @param left how many the rater may still rate
   */
  public record Share(String question, int answers, int complete, int yours, int left) {}

  /** The next task; empty when nothing is left for this rater. */
  public Optional<Task> next(Rater rater) {
    Optional<Task> again = driftDue(rater) ? secondLook(rater) : Optional.empty();
    return again.or(() -> fresh(rater));
  }

  /** Progress by question, in order of the ids. */
  public List<Share> progress(Optional<Rater> rater) {
    Map<String, Share> shares = new TreeMap<>();
    for (Item item : items) {
      boolean done = rater.filter(r -> hasRated(r, item)).isPresent();
      boolean left = rater.filter(r -> wanted(r, item)).isPresent();
      Share one =
          new Share(
              item.id().question().value(),
              1,
              raters(item) >= RATINGS_EACH ? 1 : 0,
              done ? 1 : 0,
              left ? 1 : 0);
      shares.merge(one.question(), one, RatingQueue::sum);
    }
    return List.copyOf(shares.values());
  }

  private static Share sum(Share a, Share b) {
    return new Share(
        a.question(),
        a.answers() + b.answers(),
        a.complete() + b.complete(),
        a.yours() + b.yours(),
        a.left() + b.left());
  }

  private Optional<Task> fresh(Rater rater) {
    return items.stream()
        .filter(item -> wanted(rater, item))
        .min(
            Comparator.comparing(Item::training)
                .thenComparing(item -> item.training() ? 0 : -raters(item))
                .thenComparing(item -> drawn(rater, item.id().value())))
        .map(item -> new Task(item, false));
  }

  private Optional<Task> secondLook(Rater rater) {
    List<RatingEvent.Given> own = book.by(rater);
    return items.stream()
        .filter(item -> seenLongAgo(rater, item, own))
        .min(Comparator.comparing(item -> drawn(rater, "again " + item.id().value())))
        .map(item -> new Task(item, true));
  }

  private boolean seenLongAgo(Rater rater, Item item, List<RatingEvent.Given> own) {
    if (book.by(rater, item.id()).size() != 1) {
      return false;
    }
    int at = 0;
    while (!own.get(at).item().equals(item.id())) {
      at++;
    }
    return own.size() - 1 - at >= APART;
  }

  /** Whether this rater may be given it for the first time. */
  private boolean wanted(Rater rater, Item item) {
    return !hasRated(rater, item) && (item.training() || raters(item) < wantedBy);
  }

  private boolean hasRated(Rater rater, Item item) {
    return !book.by(rater, item.id()).isEmpty();
  }

  private int raters(Item item) {
    return book.firsts(item.id()).size();
  }

  private boolean driftDue(Rater rater) {
    int done = book.by(rater).size();
    long place = Math.floorMod(drawn(rater, "block " + done / DRIFT_SHARE), DRIFT_SHARE);
    return done % DRIFT_SHARE == place;
  }

  private long drawn(Rater rater, String what) {
    long key = 31L * rater.hashCode() + what.hashCode();
    return new SplittableRandom(seed ^ (key * 0x9E3779B97F4A7C15L)).nextLong();
  }
}
