package dev.mockloop.bench;

import dev.mockloop.agreement.Agreement;
import dev.mockloop.agreement.Analysis;
import dev.mockloop.agreement.Cut;
import dev.mockloop.agreement.Kappa;
import dev.mockloop.agreement.Rating;
import dev.mockloop.agreement.Ratings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.CohenKappaAgreement;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Kappa of 1,000 items against the same by DKPro Statistics, and all figures of three raters with their intervals,
 * which no library gives at once. Look at the ratio of the first two, not at the times.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class AgreementBenchmark {
  private static final int ITEMS = 1000;

  private final int[] first = new int[ITEMS];
  private final int[] second = new int[ITEMS];
  private final CodingAnnotationStudy study = new CodingAnnotationStudy(2);
  private Ratings ratings;

  @Setup
  public void load() {
    Random random = new Random(1);
    List<Rating> all = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      first[i] = random.nextInt(5);
      second[i] = Math.clamp(first[i] + random.nextInt(3) - 1, 0, 4);
      study.addItem(first[i], second[i]);
      all.add(rating(i, "ana", first[i] + 1));
      all.add(rating(i, "bo", second[i] + 1));
      all.add(rating(i, Rating.MACHINE, Math.clamp(first[i] + random.nextInt(2), 0, 4) + 1));
    }
    ratings = Ratings.of(all);
  }

  private static Rating rating(int item, String rater, int level) {
    return new Rating("i" + item, rater, Rating.OVERALL, level, "", "", Map.of(), Optional.empty());
  }

  /** The baseline. */
  @Benchmark
  public double kappaByDkpro() {
    return new CohenKappaAgreement(study).calculateAgreement();
  }

  @Benchmark
  public double kappa() {
    return Kappa.quadratic(first, second);
  }

  /** Every pair, alpha, AC2, the facet model, with bootstrap intervals. */
  @Benchmark
  public Agreement everything() {
    return new Analysis(ratings, Rating.MACHINE).of(Cut.ALL);
  }
}
