package dev.mockloop.web;

import dev.mockloop.live.RatingRoom;
import dev.mockloop.rating.Disagreement;
import dev.mockloop.rating.Drift;
import dev.mockloop.rating.ItemId;
import dev.mockloop.rating.Rater;
import dev.mockloop.rating.RatingBook;
import dev.mockloop.rating.RatingQueue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * The first page of the calibration lab.
 *
 * @param shares progress by question
 * @param titles of the questions by id
 * @param waiting disagreements that nobody has settled
 * @param settled how many somebody has
 * @param drift second looks by rater
 */
public record CalibrateHub(
    Optional<Rater> rater,
    List<RatingQueue.Share> shares,
    Map<String, String> titles,
    List<Disagreement> waiting,
    int settled,
    List<Drift> drift) {

  static CalibrateHub of(RatingRoom room, Optional<Rater> rater) {
    Map<ItemId, RatingRoom.Answer> answers = room.answers();
    RatingBook book = room.book();
    return new CalibrateHub(
        rater,
        room.queue().progress(rater),
        answers.values().stream()
            .collect(
                Collectors.toMap(
                    a -> a.item().id().question().value(), RatingRoom.Answer::title, (a, b) -> a)),
        book.waiting().stream().filter(d -> answers.containsKey(d.item())).toList(),
        (int) answers.keySet().stream().filter(i -> book.adjudication(i).isPresent()).count(),
        book.drift());
  }

  public String title(String question) {
    return titles.getOrDefault(question, question);
  }

  public int answers() {
    return sum(RatingQueue.Share::answers);
  }

  public int complete() {
    return sum(RatingQueue.Share::complete);
  }

  public int yours() {
    return sum(RatingQueue.Share::yours);
  }

  public int left() {
    return sum(RatingQueue.Share::left);
  }

  private int sum(ToIntFunction<RatingQueue.Share> part) {
    return shares.stream().mapToInt(part).sum();
  }
}
