package dev.mockloop.cli;

import dev.mockloop.live.Library;
import dev.mockloop.live.Workshop;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Option(
      names = "--rubrics",
      paramLabel = "DIR",
      description = "The rubric folder (default: rubrics/).")
  private @Nullable Path rubrics;

  @Option(
      names = "--transcripts",
      paramLabel = "DIR",
      description = "The transcript folder (default: transcripts/).")
  private @Nullable Path transcripts;

  @Override
  public Integer call() {
    Workshop workshop =
        Workshop.open(
            Folders.rubrics(rubrics), Folders.transcripts(transcripts), Clock.systemUTC());
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
