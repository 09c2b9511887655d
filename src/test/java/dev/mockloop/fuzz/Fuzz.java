package dev.mockloop.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assertions;

/**
 * Feeds a parser with mutants: a fixed number with fixed seeds in every build, and as many as fit
 * into so many minutes with {@code -Dmockloop.fuzz=MINUTES}. A failure names the seed, and the
 * mutant lies in {@code target/fuzz}.
 */
public final class Fuzz {
  /** Far beyond what any mutant takes; it tells "slow" from "never". */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final int MINUTES = Integer.getInteger("mockloop.fuzz", 0);

  private Fuzz() {}

  /** What is done with a mutant; it may throw only what it says is wrong with it. */
  @FunctionalInterface
  public interface Parser {
    void read(String mutant) throws Exception;
  }

  /** How long the long run takes; zero for the short one. */
  public static Duration time() {
    return Duration.ofMinutes(MINUTES);
  }

  /**
   * Feeds one parser.
   *
   * @param rounds of the short run
   * @param good texts that the parser takes
   */
  public static void feed(String name, int rounds, List<String> good, Parser parser) {
    long end = System.nanoTime() + time().toNanos();
    for (long seed = 0; MINUTES == 0 ? seed < rounds : System.nanoTime() < end; seed++) {
      String mutant = new Mutants(new SplittableRandom(seed)).of(good);
      try {
        Assertions.assertTimeoutPreemptively(PATIENCE, () -> parser.read(mutant));
      } catch (Throwable e) {
        throw new AssertionError(
            name + " failed at seed " + seed + "; the mutant is in " + keep(name, seed, mutant), e);
      }
    }
  }

  private static Path keep(String name, long seed, String mutant) {
    try {
      Path file = Path.of("target", "fuzz", name.replaceAll("[^a-z]+", "-") + "-" + seed + ".txt");
      Files.createDirectories(file.getParent());
      // a lone half of a surrogate pair has no UTF-8; its place is marked
      return Files.write(file, mutant.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
