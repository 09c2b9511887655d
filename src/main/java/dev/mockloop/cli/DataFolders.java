package dev.mockloop.cli;

import dev.mockloop.live.Workshop;
import dev.mockloop.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that works on sessions: where rubrics and transcripts are. */
final class DataFolders {
  @Option(
      names = "--rubrics",
      paramLabel = "DIR",
      description = "The rubric folder (default: rubrics/).")
  private @Nullable Path rubrics;

  @Mixin private StoreOptions store = new StoreOptions();

  Path rubrics() {
    return Folders.rubrics(rubrics);
  }

  Store store() {
    return store.open();
  }

  Path transcripts() {
    return store.folder();
  }

  /** Does something with everything put together over the two folders. */
  <T> T with(Function<Workshop, T> work) {
    try (Workshop workshop =
        Workshop.open(rubrics(), store.open(), transcripts(), Clock.systemUTC())) {
      return work.apply(workshop);
    }
  }
}
