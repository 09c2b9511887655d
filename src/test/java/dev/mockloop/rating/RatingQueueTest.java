package dev.mockloop.rating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.interview.SessionId;
import dev.mockloop.rubric.QuestionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RatingQueueTest {
  private static final Rater INES = new Rater("Ines");
  private static final Rater TOM = new Rater("Tom");

  private static ItemId id(int number) {
    return new ItemId(
        new SessionId("session-%03d".formatted(number)), new QuestionId("design/q" + number % 3));
  }

  private static List<Item> items(int count, boolean training) {
    return IntStream.range(0, count).mapToObj(n -> new Item(id(n), training)).toList();
  }

  private static RatingEvent.Submitted rated(ItemId item, Rater rater, int level, int at) {
    return new RatingEvent.Submitted(
        item,
        rater,
        new Levels(Map.of(Levels.OVERALL, (double) level)),
        "",
        Instant.EPOCH.plusSeconds(at));
  }

  /** Everybody takes turns until nothing is left for anybody; the tasks in order, by rater. */
  private static Map<Rater, List<RatingQueue.Task>> work(
      List<Item> items, List<Rater> raters, long seed, List<RatingEvent> events) {
    Map<Rater, List<RatingQueue.Task>> done = new HashMap<>();
    raters.forEach(r -> done.put(r, new ArrayList<>()));
    for (boolean busy = true; busy; ) {
      busy = false;
      for (Rater rater : raters) {
        Optional<RatingQueue.Task> task =
            new RatingQueue(items, RatingBook.of(events), seed).next(rater);
        if (task.isPresent()) {
          busy = true;
          done.computeIfAbsent(rater, r -> new ArrayList<>()).add(task.get());
          events.add(rated(task.get().item().id(), rater, 3, events.size()));
        }
      }
    }
    return done;
  }

  private static List<Rater> raters(int count) {
    return IntStream.range(0, count).mapToObj(n -> new Rater("Rater " + n)).toList();
  }

  @Property(tries = 40)
  void everyAnswerGetsTwoRatersAndNeverMore(
      @ForAll @IntRange(min = 1, max = 30) int answers,
      @ForAll @IntRange(min = 2, max = 5) int people,
      @ForAll long seed) {
    List<RatingEvent> events = new ArrayList<>();
    work(items(answers, false), raters(people), seed, events);

    RatingBook book = RatingBook.of(events);
    assertThat(items(answers, false))
        .allSatisfy(i -> assertThat(book.firsts(i.id())).hasSize(RatingQueue.RATINGS_EACH));
  }

  @Property(tries = 40)
  void nobodyIsGivenAnAnswerTwiceButForASecondLookLongAfter(
      @ForAll @IntRange(min = 1, max = 30) int answers,
      @ForAll @IntRange(min = 1, max = 4) int people,
      @ForAll long seed) {
    Map<Rater, List<RatingQueue.Task>> done =
        work(items(answers, false), raters(people), seed, new ArrayList<>());

    for (List<RatingQueue.Task> tasks : done.values()) {
      Set<ItemId> seen = new HashSet<>();
      Set<ItemId> again = new HashSet<>();
      for (int t = 0; t < tasks.size(); t++) {
        ItemId item = tasks.get(t).item().id();
        if (tasks.get(t).again()) {
          assertThat(again.add(item)).as("looked at three times").isTrue();
          assertThat(seen).contains(item);
          int first = tasks.indexOf(new RatingQueue.Task(tasks.get(t).item(), false));
          assertThat(t - first - 1).isGreaterThanOrEqualTo(RatingQueue.APART);
        } else {
          assertThat(seen.add(item)).as("given twice").isTrue();
        }
      }
    }
  }

  @Property(tries = 40)
  void atMostOneInEightIsASecondLookAndALongQueueHasThem(@ForAll long seed) {
    List<RatingQueue.Task> tasks =
        work(items(64, false), List.of(INES), seed, new ArrayList<>())
            .getOrDefault(INES, List.of());

    for (int block = 0; block + RatingQueue.DRIFT_SHARE <= tasks.size(); block += 8) {
      assertThat(tasks.subList(block, block + 8).stream().filter(RatingQueue.Task::again).count())
          .as("in the eight from %d", block)
          .isBetween(block == 0 ? 0L : 1L, 1L);
    }
    assertThat(tasks.stream().filter(t -> !t.again()).count()).isEqualTo(64);
  }

  @Property(tries = 20)
  void theSameSeedAndHistoryGiveTheSameTask(@ForAll long seed) {
    List<RatingEvent> events =
        new ArrayList<>(List.of(rated(id(1), INES, 3, 0), rated(id(2), TOM, 3, 1)));
    List<Item> backwards = new ArrayList<>(items(9, false)).reversed();

    assertThat(new RatingQueue(items(9, false), RatingBook.of(events), seed).next(INES))
        .isEqualTo(new RatingQueue(backwards, RatingBook.of(events), seed).next(INES));
  }

  @Test
  void anAnswerThatOneRaterHasDoneComesBeforeOneThatNobodyHas() {
    RatingBook book = RatingBook.of(List.of(rated(id(4), TOM, 3, 0)));

    assertThat(new RatingQueue(items(9, false), book, 1).next(INES).orElseThrow().item().id())
        .isEqualTo(id(4));
  }

  @Test
  void peopleWhoBeginTogetherBeginAtDifferentEnds() {
    RatingQueue queue = new RatingQueue(items(30, false), RatingBook.of(List.of()), 1);

    assertThat(raters(5).stream().map(r -> queue.next(r).orElseThrow()).distinct().count())
        .isGreaterThan(2);
  }

  @Test
  void samplesComeLastAndAreGivenToEverybodyThoughTwoHaveRatedThem() {
    List<RatingEvent> events =
        new ArrayList<>(List.of(rated(id(0), INES, 3, 0), rated(id(0), TOM, 3, 1)));
    List<Item> items = List.of(new Item(id(0), true), new Item(id(1), false));
    Rater fresh = new Rater("Fresh");

    List<RatingQueue.Task> tasks =
        work(items, List.of(fresh), 1, events).getOrDefault(fresh, List.of());

    assertThat(tasks).extracting(t -> t.item().id()).containsExactly(id(1), id(0));
  }

  @Test
  void progressCountsWhatIsDoneForAllAndForOne() {
    RatingBook book =
        RatingBook.of(
            List.of(rated(id(0), INES, 3, 0), rated(id(0), TOM, 3, 1), rated(id(3), TOM, 3, 2)));
    RatingQueue queue = new RatingQueue(items(6, false), book, 1);

    assertThat(queue.progress(Optional.of(INES)))
        .containsExactly(
            new RatingQueue.Share("design/q0", 2, 1, 1, 1),
            new RatingQueue.Share("design/q1", 2, 0, 0, 2),
            new RatingQueue.Share("design/q2", 2, 0, 0, 2));
    assertThat(queue.progress(Optional.empty()).getFirst())
        .isEqualTo(new RatingQueue.Share("design/q0", 2, 1, 0, 0));
  }
}
