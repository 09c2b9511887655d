package dev.mockloop.cli;

import dev.mockloop.store.FolderStore;
import dev.mockloop.store.Store;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where everything is kept. */
final class StoreOptions {
  @Option(
      names = "--transcripts",
      paramLabel = "DIR",
      description = "The transcript folder (default: transcripts/).")
  private @Nullable Path transcripts;

  /** The folder of transcripts. */
  Path folder() {
    return Folders.transcripts(transcripts);
  }

  Store open() {
    return FolderStore.open(folder());
  }
}
