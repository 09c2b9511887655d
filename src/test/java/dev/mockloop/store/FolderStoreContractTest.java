package dev.mockloop.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreContractTest extends StoreContract {
  @TempDir private Path folder;

  @Override
  protected Store open() {
    return FolderStore.open(folder);
  }
}
