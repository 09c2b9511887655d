package dev.mockloop.web;

import dev.mockloop.live.RatingRoom;
import dev.mockloop.rating.Levels;
import dev.mockloop.rating.Rater;
import dev.mockloop.rating.RatingException;
import dev.mockloop.rubric.Criterion;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The form that an answer is rated on.
 *
 * @param typed levels chosen so far, by criterion
 * @param problem why it was not kept; empty when nothing was sent yet
 */
public record RatingSheet(
    RatingRoom.Paper paper,
    Rater rater,
    Map<String, String> typed,
    String note,
    String problem,
    int done,
    int left) {
  private static final String PREFIX = "level-";

  static RatingSheet blank(RatingRoom room, RatingRoom.Paper paper, Rater rater) {
    CalibrateHub hub = CalibrateHub.of(room, java.util.Optional.of(rater));
    return new RatingSheet(paper, rater, Map.of(), "", "", hub.yours(), hub.left());
  }

  /** With what was chosen in a request. */
  RatingSheet filled(Context ctx) {
    Map<String, String> chosen = new HashMap<>();
    for (Criterion criterion : paper.question().rubric().criteria()) {
      read(ctx, criterion.id(), chosen);
    }
    read(ctx, Levels.OVERALL, chosen);
    String written = Objects.requireNonNullElse(ctx.formParam("note"), "");
    return new RatingSheet(paper, rater, Map.copyOf(chosen), written, problem, done, left);
  }

  private static void read(Context ctx, String criterion, Map<String, String> chosen) {
    String level = ctx.formParam(PREFIX + criterion);
    if (level != null && !level.isBlank()) {
      chosen.put(criterion, level.strip());
    }
  }

  RatingSheet refused(String why) {
    return new RatingSheet(paper, rater, typed, note, why, done, left);
  }

  Levels levels() {
    Map<String, Double> levels = new HashMap<>();
    typed.forEach((criterion, level) -> levels.put(criterion, (double) level(level)));
    return new Levels(levels);
  }

  /** A level as it comes in a form. */
  static int level(String typed) {
    return switch (typed.strip()) {
      case "1", "2", "3", "4", "5" -> Integer.parseInt(typed.strip());
      default -> throw new RatingException("Choose a level from 1 to 5");
    };
  }

  public String field(String criterion) {
    return PREFIX + criterion;
  }

  public boolean chosen(String criterion, int level) {
    return String.valueOf(level).equals(typed.get(criterion));
  }

  /** What the browser keeps an unsent rating under. */
  public String key() {
    return "mockloop:rating:" + rater.name() + ":" + paper.id();
  }
}
