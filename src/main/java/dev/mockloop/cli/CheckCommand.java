package dev.mockloop.cli;

import dev.mockloop.check.RubricCheck;
import dev.mockloop.rubric.yaml.Problem;
import dev.mockloop.text.opennlp.OpenNlpProseReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mockloop check}. */
@Command(
    name = "check",
    description = "Checks loops, questions and rubrics; every problem with file, line and column.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "The folder to check (default: rubrics/).")
  private @Nullable Path folder;

  @Option(names = "--rubrics", paramLabel = "DIR", description = "The same, as an option.")
  private @Nullable Path rubrics;

  @Override
  public Integer call() {
    Path checked = Folders.rubrics(folder != null ? folder : rubrics);
    List<Problem> problems = new RubricCheck(OpenNlpProseReader.load()).check(checked);
    problems.forEach(
        p ->
            spec.commandLine()
                .getOut()
                .println(
                    checked.resolve(p.file())
                        + ":"
                        + p.line()
                        + ":"
                        + p.column()
                        + ": "
                        + p.message()));
    if (!problems.isEmpty()) {
      String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
      spec.commandLine()
          .getErr()
          .println(
              "mockloop: " + count + " in " + checked + "; mend the lines above and check again");
      return 1;
    }
    spec.commandLine().getOut().println(checked + ": all is well");
    return 0;
  }
}
