package dev.mockloop.cli;

import dev.mockloop.store.FolderStore;
import dev.mockloop.store.Store;
import dev.mockloop.store.postgres.PostgresStore;
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

  @Option(
      names = "--store",
      paramLabel = "URL",
      description =
          "A database that keeps everything in the place of the transcript folder, such as"
              + " jdbc:postgresql://host/mockloop; user and password from PGUSER and PGPASSWORD"
              + " (default: what MOCKLOOP_STORE says, else the folder).")
  private @Nullable String database;

  /** The folder of transcripts. */
  Path folder() {
    return Folders.transcripts(transcripts);
  }

  Store open() {
    String named = database != null ? database : System.getenv("MOCKLOOP_STORE");
    return named == null || named.isBlank()
        ? FolderStore.open(folder())
        : PostgresStore.open(named.strip());
  }
}
