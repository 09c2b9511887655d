package dev.mockloop.cli;

import dev.mockloop.live.RatingRoom;
import dev.mockloop.rating.RatingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mockloop ratings}. */
@Command(
    name = "ratings",
    description = "Takes ratings out as a table, or in.",
    mixinStandardHelpOptions = true)
final class RatingsCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say export or import");
  }

  @Command(
      name = "export",
      description = "Prints all ratings as CSV, one line a level.",
      mixinStandardHelpOptions = true)
  int export(
      @Option(names = "--machine", description = "With the machine's scores of the same answers.")
          boolean machine,
      @Option(
              names = "--out",
              paramLabel = "FILE",
              description = "The file to write; printed when left out.")
          Optional<Path> out,
      @Mixin DataFolders folders) {
    String table = folders.with(w -> w.rating().table(machine));
    if (out.isPresent()) {
      write(out.get(), table);
    } else {
      spec.commandLine().getOut().print(table);
      spec.commandLine().getOut().flush();
    }
    return 0;
  }

  @Command(
      name = "import",
      description = "Reads ratings from a CSV file: all of it, or nothing when a line is wrong.",
      mixinStandardHelpOptions = true)
  int read(
      @Parameters(paramLabel = "FILE", description = "The table, as export writes it.") Path file,
      @Mixin DataFolders folders) {
    try {
      RatingRoom.Read read = folders.with(w -> w.rating().read(bytes(file)));
      spec.commandLine()
          .getOut()
          .println(
              "%d ratings read, %d of them new, %d lines of the machine left out"
                  .formatted(read.ratings(), read.fresh(), read.machineRows()));
      return 0;
    } catch (RatingException e) {
      throw new Failure(file + ": " + e.getMessage());
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Failure(file + " cannot be read; name a CSV file");
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new Failure("the file " + file + " cannot be written: " + e.getMessage());
    }
  }
}
