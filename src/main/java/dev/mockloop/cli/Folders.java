package dev.mockloop.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a folder is looked for that no option names: in the folder the command is run from, else
 * beside the launcher. Where there are no rubrics, as beside a jar that was downloaded alone, those
 * that ship are put.
 */
final class Folders {
  private Folders() {}

  static Path rubrics(@Nullable Path given) {
    Path folder = given != null ? given : standard("rubrics");
    if (given == null && !Files.exists(folder)) {
      ShippedRubrics.unpack(folder);
    }
    if (!Files.isDirectory(folder)) {
      throw new Failure("there is no rubric folder " + folder + "; name one with --rubrics");
    }
    return folder;
  }

  static Path transcripts(@Nullable Path given) {
    return given != null ? given : standard("transcripts");
  }

  private static Path standard(String name) {
    Path here = Path.of(name);
    String home = System.getenv("MOCKLOOP_HOME");
    return Files.isDirectory(here) || home == null ? here : Path.of(home, name);
  }
}
