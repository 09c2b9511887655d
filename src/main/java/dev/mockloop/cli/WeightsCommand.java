package dev.mockloop.cli;

import dev.mockloop.live.RubricLab;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.Question;
import dev.mockloop.web.WorkbenchJson;
import dev.mockloop.workbench.FitExample;
import dev.mockloop.workbench.Fitted;
import dev.mockloop.workbench.Side;
import dev.mockloop.workbench.WeightFit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mockloop calibrate weights}. */
@Command(
    name = "weights",
    description = "Fit a rubric's weights and thresholds to ratings, and print what that gains.",
    mixinStandardHelpOptions = true)
final class WeightsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RatedQuestion rated = new RatedQuestion();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the question file with the fitted numbers there. It may not exist yet.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (out != null && Files.exists(out)) {
      throw new Failure(out + " exists already; name a file that does not");
    }
    RatedQuestion.Loaded loaded = rated.load();
    Question question = loaded.side().question();
    List<FitExample> others = new ArrayList<>();
    for (Question other : loaded.catalogue().questions()) {
      if (other.kind().equals(question.kind()) && !other.id().equals(question.id())) {
        others.addAll(examples(loaded, other));
      }
    }
    Fitted fitted = WeightFit.of(question, examples(loaded, question), others, Level.STAFF);
    spec.commandLine()
        .getOut()
        .println(json ? WorkbenchJson.of(fitted).toPrettyString() : WorkbenchText.of(fitted));
    spec.commandLine().getOut().flush();
    if (out != null) {
      Files.writeString(out, RubricLab.applied(loaded.source().text(), fitted));
    }
    return 0;
  }

  private static List<FitExample> examples(RatedQuestion.Loaded loaded, Question question) {
    var answers = loaded.answers(question);
    return answers.isEmpty()
        ? List.of()
        : FitExample.of(
            new Side(question, loaded.side().bank()), answers, loaded.scorer(), Level.STAFF);
  }
}
