package dev.mockloop.workbench;

import dev.mockloop.rubric.Level;
import dev.mockloop.scoring.AnswerCard;
import dev.mockloop.scoring.Scorer;
import dev.mockloop.scoring.Verdict;
import dev.mockloop.text.Prose;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;

/**
 * Rated answers scored again under a changed rubric.
 *
 * <p>Each answer is read as language once and scored under the changed rubric. Its current score is
 * looked up; only where it is not known yet, or where the level moves and the reason is asked for,
 * is the current rubric run too, over the text as it was read. So a run costs little more than
 * scoring the answers once. Two threads work, and few answers are in memory at a time: of an answer
 * that does not move, three numbers stay.
 */
public final class WhatIf {
  private static final int THREADS = 2;
  private static final int IN_FLIGHT = 16 * THREADS;
  private static final int LONGEST_BEGINNING = 90;
  private static final ThreadFactory WORKERS =
      Thread.ofPlatform().name("what-if-", 0).daemon().factory();

  private final Scorer current;
  private final Side before;
  private final Side after;
  private final Level seniority;
  private final KeptScores kept;

  /**
   * A comparison of two rubrics of one question.
   *
   * @param current scores under the current rubric
   * @param kept scores under the current rubric that are known; more are added
   */
  public WhatIf(Scorer current, Side before, Side after, Level seniority, KeptScores kept) {
    this.current = current;
    this.before = before;
    this.after = after;
    this.seniority = seniority;
    this.kept = kept;
  }

  /** Compares both on all answers; empty when the watcher cancelled. */
  public Optional<WhatIfReport> run(Stream<Rated> answers, Watcher watcher)
      throws InterruptedException {
    // what a draft compiles to is thrown away with this scorer
    Scorer changed = current.fresh();
    Outcomes outcomes = new Outcomes();
    ExecutorService pool = Executors.newFixedThreadPool(THREADS, WORKERS);
    try (pool;
        Stream<Rated> open = answers) {
      Deque<Future<Outcomes.Outcome>> inFlight = new ArrayDeque<>();
      Iterator<Rated> all = open.iterator();
      while (all.hasNext() || !inFlight.isEmpty()) {
        if (watcher.cancelled() || Thread.interrupted()) {
          pool.shutdownNow();
          return Optional.empty();
        }
        if (all.hasNext() && inFlight.size() < IN_FLIGHT) {
          Rated answer = all.next();
          inFlight.add(pool.submit(() -> compare(answer, changed)));
        } else {
          outcomes.add(done(inFlight.remove()));
          watcher.scored(outcomes.count());
        }
      }
    } catch (InterruptedException e) {
      pool.shutdownNow();
      throw e;
    }
    return Optional.of(outcomes.report());
  }

  private static Outcomes.Outcome done(Future<Outcomes.Outcome> outcome)
      throws InterruptedException {
    try {
      return outcome.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("scoring a rated answer failed", e.getCause());
    }
  }

  private Outcomes.Outcome compare(Rated answer, Scorer changed) {
    Prose prose = current.tools().reader().read(answer.text());
    AnswerCard is = changed.score(after.question(), after.bank(), prose, seniority);
    OptionalDouble known = kept.score(before, seniority, answer.text());
    Optional<AnswerCard> was =
        known.isPresent() ? Optional.empty() : Optional.of(now(answer, prose));
    double scoreBefore = was.map(AnswerCard::overall).orElseGet(known::getAsDouble);
    int levelBefore = level(before, scoreBefore);
    int levelAfter = is.verdict().level();
    return new Outcomes.Outcome(
        answer.human(),
        scoreBefore,
        is.overall(),
        levelBefore,
        levelAfter,
        levelBefore == levelAfter
            ? Optional.empty()
            : Optional.of(moved(answer, was.orElseGet(() -> now(answer, prose)), is)));
  }

  private AnswerCard now(Rated answer, Prose prose) {
    AnswerCard card = current.score(before.question(), before.bank(), prose, seniority);
    kept.keep(card, answer.text());
    return card;
  }

  private int level(Side side, double overall) {
    return Verdict.of(overall, seniority, side.question().rubric().thresholds()).level();
  }

  private Moved moved(Rated answer, AnswerCard was, AnswerCard is) {
    return new Moved(
        answer.id(),
        beginning(answer.text()),
        answer.human(),
        was.overall(),
        is.overall(),
        was.verdict().level(),
        is.verdict().level(),
        Reasons.of(was, is, before.question().rubric(), after.question().rubric(), answer.text()));
  }

  private static String beginning(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.length() <= LONGEST_BEGINNING) {
      return line;
    }
    int cut = line.lastIndexOf(' ', LONGEST_BEGINNING);
    return line.substring(0, cut > 0 ? cut : LONGEST_BEGINNING) + "…";
  }
}
