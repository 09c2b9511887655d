package dev.mockloop.cli;

import dev.mockloop.interview.Session;
import dev.mockloop.live.Workshop;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code mockloop sessions}. */
@Command(
    name = "sessions",
    description = "Lists the sessions, newest first.",
    mixinStandardHelpOptions = true)
final class SessionsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private DataFolders folders = new DataFolders();

  @Override
  public Integer call() {
    return folders.with(this::list);
  }

  private int list(Workshop workshop) {
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
