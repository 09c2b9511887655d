package dev.mockloop.cli;

import dev.mockloop.interview.SessionId;
import dev.mockloop.live.Report;
import dev.mockloop.live.TranscriptTable;
import dev.mockloop.live.Workshop;
import dev.mockloop.web.ReportFile;
import dev.mockloop.web.ReportPdf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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
    HTML,
    PDF
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "SESSION", description = "The session, as 'mockloop sessions' lists it.")
  private String session = "";

  @Option(names = "--format", required = true, description = "One of: ${COMPLETION-CANDIDATES}.")
  private Format format = Format.MD;

  @Option(names = "--out", description = "The file to write; printed when left out.")
  private Optional<Path> out = Optional.empty();

  @Mixin private DataFolders folders = new DataFolders();

  @Override
  public Integer call() {
    return folders.with(this::export);
  }

  private int export(Workshop workshop) {
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
    byte[] content =
        switch (format) {
          case MD -> bytes(workshop.markdown(report));
          case JSON -> bytes(workshop.json(report));
          case CSV -> bytes(TranscriptTable.of(report));
          case HTML -> bytes(ReportFile.html(report));
          case PDF -> ReportPdf.bytes(report);
        };
    write(content);
    return 0;
  }

  private void write(byte[] content) {
    try {
      if (out.isPresent()) {
        Files.write(out.get(), content);
      } else if (format == Format.PDF) {
        if (System.console() != null && System.console().isTerminal()) {
          throw new Failure("a PDF is no text for a terminal; name a file with --out");
        }
        System.out.write(content);
        System.out.flush();
      } else {
        spec.commandLine().getOut().print(new String(content, StandardCharsets.UTF_8));
        spec.commandLine().getOut().flush();
      }
    } catch (IOException e) {
      throw new Failure("the file cannot be written: " + e.getMessage());
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private SessionId id() {
    try {
      return new SessionId(session);
    } catch (IllegalArgumentException e) {
      throw new Failure(String.valueOf(e.getMessage()));
    }
  }
}
