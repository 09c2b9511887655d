package dev.mockloop.cli;

import dev.mockloop.interview.SessionId;
import dev.mockloop.live.Report;
import dev.mockloop.live.TranscriptTable;
import dev.mockloop.live.Workshop;
import dev.mockloop.web.ReportFile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mockloop export}. */
@Command(
    name = "export",
    description = "Prints the transcript of a session that is over.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  enum Format {
    MD,
    JSON,
    CSV,
    HTML
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "SESSION", description = "The session, as 'mockloop sessions' lists it.")
  private String session = "";

  @Option(names = "--format", required = true, description = "One of: ${COMPLETION-CANDIDATES}.")
  private Format format = Format.MD;

  @Mixin private DataFolders folders = new DataFolders();

  @Override
  public Integer call() {
    Workshop workshop = folders.open();
    SessionId id = id();
    Report report =
        workshop
            .reports()
            .find(id)
            .orElseThrow(
                () ->
                    new Failure(
                        "there is no session '"
                            + id
                            + "' that is over; 'mockloop sessions' lists them"));
    String text =
        switch (format) {
          case MD -> workshop.markdown(report);
          case JSON -> workshop.json(report);
          case CSV -> TranscriptTable.of(report);
          case HTML -> ReportFile.html(report);
        };
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
    return 0;
  }

  private SessionId id() {
    try {
      return new SessionId(session);
    } catch (IllegalArgumentException e) {
      throw new Failure(String.valueOf(e.getMessage()));
    }
  }
}
