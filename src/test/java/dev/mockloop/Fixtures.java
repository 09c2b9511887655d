package dev.mockloop;

import dev.mockloop.relevance.Background;
import dev.mockloop.scoring.LevelModel;
import dev.mockloop.scoring.Scorer;
import dev.mockloop.scoring.Tools;
import dev.mockloop.story.opennlp.MaxentRoleReader;
import dev.mockloop.text.ProseReader;
import dev.mockloop.text.opennlp.OpenNlpProseReader;
import java.util.concurrent.ForkJoinPool;

/** Parts that are slow to make and the same for every test. */
public final class Fixtures {
  /** The shipped reader; safe for many threads. */
  public static final ProseReader READER = OpenNlpProseReader.load();

  /** The shipped roles, background and level model over {@link #READER}. */
  public static final Scorer SCORER =
      new Scorer(new Tools(READER, MaxentRoleReader.load(), Background.load(), LevelModel.load()));

  /** A scorer that has compiled nothing yet, and does two things at a time where it can. */
  public static Scorer freshScorer() {
    return new Scorer(
        new Tools(READER, MaxentRoleReader.load(), Background.load(), LevelModel.load())
            .beside(ForkJoinPool.commonPool()));
  }

  private Fixtures() {}
}
