package dev.mockloop.cli;

import dev.mockloop.live.Library;
import dev.mockloop.live.Workshop;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mockloop search}. */
@Command(
    name = "search",
    description = {
      "Finds words in the answers of all sessions that are over, best first.",
      "Words all have to be there; quotes hold words together, - leaves out, | is or."
    },
    mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "WORDS", arity = "1..*", description = "What to look for.")
  private List<String> words = new ArrayList<>();

  @Mixin private DataFolders folders = new DataFolders();

  @Override
  public Integer call() {
    return folders.with(this::search);
  }

  private int search(Workshop workshop) {
    PrintWriter out = spec.commandLine().getOut();
    List<Library.Found> found = workshop.library().search(String.join(" ", words));
    found.forEach(f -> out.println(line(f)));
    if (found.isEmpty()) {
      out.println("nothing found");
    }
    return 0;
  }

  private static String line(Library.Found found) {
    String excerpt =
        found.hit().excerpt().stream()
            .map(p -> p.found() ? "[" + p.text() + "]" : p.text())
            .collect(Collectors.joining())
            .replaceAll("\\s+", " ");
    return String.join(
        "\t",
        found.session().id().value(),
        found.hit().place().id(),
        found.hit().question(),
        excerpt);
  }
}
