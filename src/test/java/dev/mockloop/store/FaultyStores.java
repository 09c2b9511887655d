package dev.mockloop.store;

import java.nio.file.Path;

/** Stores whose disk fails, for tests of what stands on a store. */
public final class FaultyStores {
  private FaultyStores() {}

  /**
   * A store over real files that hold only what was forced, on a disk that fails by chance.
   *
   * @param chance how often a call to the disk goes wrong, from 0 to 1
   */
  public static Store open(Path folder, long seed, double chance) {
    for (int n = 0; ; n++) {
      try {
        return FolderStore.open(
            folder, new UnforcedDisk(new Faults(seed + n, chance, Long.MAX_VALUE)));
      } catch (StoreException e) {
        if (n == 20) {
          throw e;
        }
      }
    }
  }
}
