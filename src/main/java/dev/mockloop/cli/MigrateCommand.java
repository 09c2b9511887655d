package dev.mockloop.cli;

import dev.mockloop.store.FolderStore;
import dev.mockloop.store.Migration;
import dev.mockloop.store.Name;
import dev.mockloop.store.Store;
import dev.mockloop.store.postgres.PostgresStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mockloop migrate}. */
@Command(
    name = "migrate",
    description =
        "Copies everything that is kept from a folder into a database, or back, and compares both."
            + " Stop the servers first; what they keep meanwhile would be told as a difference.",
    mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {
  private static final String DATABASE = "jdbc:";
  private static final int MOST_NAMED = 5;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "FROM",
      description = "A transcript folder, or a database such as jdbc:postgresql://host/mockloop.")
  private String from = "";

  @Parameters(index = "1", paramLabel = "TO", description = "The same; it must be empty.")
  private String to = "";

  @Option(names = "--quiet", description = "Do not print the names as they are copied.")
  private boolean quiet;

  @Override
  public Integer call() {
    if (!isDatabase(from) && !Files.isDirectory(Path.of(from))) {
      throw new Failure("there is no folder " + from + " to copy from; name the transcript folder");
    }
    try (Store source = open(from);
        Store target = open(to)) {
      Migration migration = new Migration(source, target);
      Migration.Count count =
          migration.copy(
              name -> {
                if (!quiet) {
                  say(name.value());
                }
              });
      List<Name> differences = migration.differences();
      if (!differences.isEmpty()) {
        throw new Failure(
            "%d of the copies differ (%s%s); empty the target, stop the servers and migrate again"
                .formatted(
                    differences.size(),
                    String.join(
                        ", ", differences.stream().limit(MOST_NAMED).map(Name::value).toList()),
                    differences.size() > MOST_NAMED ? ", ..." : ""));
      }
      say(
          "copied %d ledgers with %d lines and %d documents; both are equal, each by its SHA-256"
              .formatted(count.ledgers(), count.lines(), count.documents()));
      return 0;
    }
  }

  private static boolean isDatabase(String place) {
    return place.startsWith(DATABASE);
  }

  private static Store open(String place) {
    return isDatabase(place) ? PostgresStore.open(place) : FolderStore.open(Path.of(place));
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
  }
}
