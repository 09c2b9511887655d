package dev.mockloop.web;

import dev.mockloop.rating.Rater;
import io.javalin.http.Context;
import java.util.Objects;
import java.util.Optional;

/**
 * A level with its reason and the name of who answers for it, as typed.
 *
 * @param problem why it was not kept; empty when nothing was sent yet
 */
public record ReasonedLevel(String name, String level, String reason, String problem) {

  static ReasonedLevel blank(Optional<Rater> rater) {
    return new ReasonedLevel(rater.map(Rater::name).orElse(""), "", "", "");
  }

  static ReasonedLevel of(Context ctx) {
    String name = Frame.signed(Visit.of(ctx).signer(), field(ctx, "name"));
    return new ReasonedLevel(name, field(ctx, "level"), field(ctx, "reason"), "");
  }

  private static String field(Context ctx, String name) {
    return Objects.requireNonNullElse(ctx.formParam(name), "");
  }

  ReasonedLevel refused(String why) {
    return new ReasonedLevel(name, level, reason, why);
  }

  Rater rater() {
    return new Rater(name);
  }

  int chosen() {
    return RatingSheet.level(level);
  }

  public boolean chose(int one) {
    return level.strip().equals(String.valueOf(one));
  }
}
