package dev.mockloop.web;

import dev.mockloop.agreement.Agreement;
import dev.mockloop.agreement.Analysis;
import dev.mockloop.agreement.Cut;
import dev.mockloop.agreement.Rating;
import dev.mockloop.agreement.Ratings;
import dev.mockloop.scoring.Turns;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** How raters agree, over the ratings that were given here. */
public final class AgreementPages {
  private static final int MOST_KEPT = 64;

  private final Supplier<List<Rating>> ratings;
  private final Turns turns;
  private final Templates templates;
  private final AtomicReference<Seen> seen = new AtomicReference<>(new Seen(List.of()));

  /** Figures are computed when it is their turn, as they may take seconds. */
  AgreementPages(Supplier<List<Rating>> ratings, Turns turns, Templates templates) {
    this.ratings = ratings;
    this.turns = turns;
    this.templates = templates;
  }

  void register(JavalinConfig config) {
    config.routes.get("/calibrate/agreement", this::show);
  }

  private void show(Context ctx) {
    Seen now = turns.take(this::seen);
    Cut cut = cut(ctx, now);
    Results results = turns.take(() -> now.of(cut));
    Agreement agreement = results.agreement();
    Choice choice =
        new Choice(
            now.table.criteria(),
            now.table.questions(),
            now.table.rounds(),
            cut.criterion().orElse(""),
            cut.question().orElse(""),
            cut.round().orElse(""));
    String pair = Objects.requireNonNullElse(ctx.queryParam("pair"), "");
    templates.render(
        ctx,
        "agreement",
        Map.of(
            "choice",
            choice,
            "agreement",
            agreement,
            "shown",
            agreement.pairs().stream()
                .filter(p -> p.name().equals(pair))
                .findFirst()
                .or(() -> agreement.pairs().stream().findFirst())
                .stream()
                .toList(),
            "slices",
            results.slices()));
  }

  /** Without a word on the criterion the usual one is shown; an empty word means all. */
  private static Cut cut(Context ctx, Seen now) {
    String criterion = ctx.queryParam("criterion");
    return new Cut(
        criterion == null
            ? now.analysis.usual().criterion()
            : Optional.of(criterion).filter(c -> !c.isEmpty()),
        Optional.ofNullable(ctx.queryParam("question")).filter(q -> !q.isEmpty()),
        Optional.ofNullable(ctx.queryParam("round")).filter(r -> !r.isEmpty()));
  }

  private Seen seen() {
    List<Rating> now = ratings.get();
    return seen.updateAndGet(s -> s.ratings.equals(now) ? s : new Seen(now));
  }

  /**
   * What can be chosen, and what was.
   *
   * @param criterion the chosen one; empty for all, as the others
   */
  public record Choice(
      List<String> criteria,
      List<String> questions,
      List<String> rounds,
      String criterion,
      String question,
      String round) {}

  private record Results(Agreement agreement, List<Agreement.Slice> slices) {}

  /** Ratings with what was made of them, so that a page that is looked at again costs nothing. */
  private static final class Seen {
    private final List<Rating> ratings;
    private final Ratings table;
    private final Analysis analysis;
    private final Map<Cut, Results> results = new ConcurrentHashMap<>();

    Seen(List<Rating> ratings) {
      this.ratings = List.copyOf(ratings);
      this.table = Ratings.of(ratings);
      this.analysis = new Analysis(table, Rating.MACHINE);
    }

    Results of(Cut cut) {
      if (results.size() > MOST_KEPT) {
        results.clear();
      }
      return results.computeIfAbsent(cut, c -> new Results(analysis.of(c), analysis.slices(c)));
    }
  }
}
