package dev.mockloop.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.store.FolderStore;
import dev.mockloop.transcript.StoreCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server is killed again and again under people who work, and nothing that it acknowledged is
 * lost. Half of the kills are over the real disk; at the other half all is lost that was not
 * forced, on a disk that fails now and then.
 *
 * <p>{@code -Dmockloop.crash.kills=1000} kills as often in all; {@code -Dmockloop.crash.seed=7}
 * makes the same choices again, as far as the machine lets it.
 */
class CrashIT {
  private static final int KILLS = Integer.getInteger("mockloop.crash.kills", 20);
  private static final long SEED = Long.getLong("mockloop.crash.seed", System.nanoTime());

  @TempDir private Path folder;

  @ParameterizedTest(name = "with {0} of the calls to the disk going wrong")
  @ValueSource(doubles = {0, 0.003})
  void nothingAcknowledgedIsLostAndEverySessionGoesOn(double faults) throws Exception {
    System.out.println("crash run with seed " + SEED + " and faults " + faults);
    CrashTally tally = new CrashHarness(folder, SEED, faults).run((KILLS + 1) / 2);
    System.out.println("crash run: " + tally);
    assertThat(tally.acknowledgements()).isGreaterThan(tally.kills());
    try (FolderStore store = FolderStore.open(folder.resolve("transcripts"))) {
      List<StoreCheck.Finding> findings = new ArrayList<>();
      assertThat(new StoreCheck(store, findings::add).run().damaged()).as("%s", findings).isZero();
    }
  }
}
