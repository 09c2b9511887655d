package dev.mockloop.cli;

import dev.mockloop.rubric.Level;
import dev.mockloop.web.WorkbenchJson;
import dev.mockloop.workbench.ItemAnalysis;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mockloop calibrate items}. */
@Command(
    name = "items",
    description = "Print which criteria, ideas and phrases of a rubric tell good answers apart.",
    mixinStandardHelpOptions = true)
final class ItemsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RatedQuestion rated = new RatedQuestion();

  @Option(names = "--json", description = "Print as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    RatedQuestion.Loaded loaded = rated.load();
    ItemAnalysis analysis =
        ItemAnalysis.of(loaded.side(), loaded.answers(), loaded.scorer(), Level.STAFF);
    spec.commandLine()
        .getOut()
        .println(json ? WorkbenchJson.of(analysis).toPrettyString() : WorkbenchText.of(analysis));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
