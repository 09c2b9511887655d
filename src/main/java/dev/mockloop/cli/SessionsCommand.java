package dev.mockloop.cli;

import dev.mockloop.interview.Session;
import dev.mockloop.live.Workshop;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mockloop sessions}. */
@Command(
    name = "sessions",
    description = "Lists the sessions, newest first.",
    mixinStandardHelpOptions = true)
final class SessionsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

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
    for (Session session : workshop.sessions().all()) {
      String score =
          workshop
              .reports()
              .find(session.id())
              .map(
                  r ->
                      String.format(
                          Locale.ROOT, "%.2f %s", r.card().overall(), r.card().verdict().label()))
              .orElse("open");
      spec.commandLine()
          .getOut()
          .println(
              String.join("\t", session.id().value(), session.title(), session.mode().id(), score));
    }
    return 0;
  }
}
