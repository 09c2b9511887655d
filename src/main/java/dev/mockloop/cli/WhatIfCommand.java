package dev.mockloop.cli;

import dev.mockloop.live.Workshop;
import dev.mockloop.rubric.Level;
import dev.mockloop.rubric.yaml.QuestionText;
import dev.mockloop.web.WorkbenchJson;
import dev.mockloop.workbench.KeptScores;
import dev.mockloop.workbench.Watcher;
import dev.mockloop.workbench.WhatIf;
import dev.mockloop.workbench.WhatIfReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mockloop calibrate whatif}. */
@Command(
    name = "whatif",
    description = "Score rated answers under a changed rubric and print what would move, and why.",
    mixinStandardHelpOptions = true)
final class WhatIfCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RatedQuestion rated = new RatedQuestion();

  @Option(
      names = "--rubric",
      paramLabel = "FILE",
      required = true,
      description = "The changed question file.")
  private @Nullable Path rubric;

  @Option(names = "--json", description = "Print as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path file = java.util.Objects.requireNonNull(rubric);
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new Failure("the rubric " + file + " cannot be read; check its name");
    }
    RatedQuestion.Asked asked = rated.asked();
    QuestionText changed =
        QuestionText.read(file, Files.readString(file), asked.catalogue().synonyms());
    if (changed.question().isEmpty()) {
      throw new Failure(
          changed.problems().stream()
              .map(Object::toString)
              .collect(Collectors.joining("\nmockloop: ")));
    }
    if (!changed.question().get().id().equals(asked.side().question().id())) {
      throw new Failure(
          file
              + " is a rubric of "
              + changed.question().get().id()
              + "; name one of "
              + asked.side().question().id());
    }
    try (ProgressBar progress = progress()) {
      WhatIfReport report =
          new WhatIf(
                  Workshop.batchScorer(),
                  asked.side(),
                  asked.side().with(changed.question().get()),
                  Level.STAFF,
                  new KeptScores(0))
              .run(rated.stream(asked), watcher(progress))
              .orElseThrow();
      progress.close();
      if (report.before().n() == 0) {
        throw new Failure(
            "no answer to "
                + asked.side().question().id()
                + " is rated in the given sets; name a set that has some");
      }
      spec.commandLine()
          .getOut()
          .println(json ? WorkbenchJson.of(report).toPrettyString() : WorkbenchText.of(report));
      spec.commandLine().getOut().flush();
    }
    return 0;
  }

  private static ProgressBar progress() {
    boolean shown = System.console() != null && System.console().isTerminal();
    ProgressBarBuilder builder = ProgressBar.builder().setTaskName("scoring").setInitialMax(-1);
    return shown ? builder.build() : builder.setConsumer(new Silent()).build();
  }

  private static Watcher watcher(ProgressBar progress) {
    return new Watcher() {
      @Override
      public void scored(int answers) {
        progress.stepTo(answers);
      }

      @Override
      public boolean cancelled() {
        return false;
      }
    };
  }
}
