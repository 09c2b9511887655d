package dev.mockloop.cli;

import dev.mockloop.rubric.yaml.QuestionText;
import dev.mockloop.store.StoreException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program. */
@Command(
    name = "mockloop",
    description = "Mock interviews with rubric scoring, on your own computer.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      ServeCommand.class,
      TrainCommand.class,
      CheckCommand.class,
      ScoreCommand.class,
      SessionsCommand.class,
      SearchCommand.class,
      ExportCommand.class,
      RescoreCommand.class,
      CalibrateCommand.class,
      RatingsCommand.class,
      AgreeCommand.class,
      TeamCommand.class,
      VerifyStoreCommand.class,
      MigrateCommand.class
    })
public final class Mockloop implements Runnable {
  /** The program when it is asked to serve: to read all other commands costs a start time. */
  @Command(
      name = "mockloop",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      subcommands = ServeCommand.class)
  private static final class ServeAlone {}

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command");
  }

  public static void main(String[] args) {
    // Lucene tells every user that no vector module is there, which it does not need here
    JulLevels.use();
    if (serves(args)) {
      Thread.ofPlatform().daemon().name("get-ready").start(QuestionText::getReady);
    }
    System.exit(commandLine(args).execute(args));
  }

  static CommandLine commandLine() {
    return commandLine(new Mockloop());
  }

  private static CommandLine commandLine(String[] args) {
    return commandLine(serves(args) ? new ServeAlone() : new Mockloop());
  }

  private static boolean serves(String[] args) {
    return args.length > 0 && args[0].equals("serve");
  }

  private static CommandLine commandLine(Object program) {
    return new CommandLine(program)
        .setExecutionExceptionHandler(oneLine())
        .setParameterExceptionHandler(usage())
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  private static IExecutionExceptionHandler oneLine() {
    return (thrown, command, result) -> {
      // picocli wraps what a command written as a method throws
      Throwable cause = thrown.getCause();
      Throwable exception =
          thrown instanceof CommandLine.ExecutionException && cause != null ? cause : thrown;
      boolean expected =
          exception instanceof Failure
              || exception instanceof dev.mockloop.team.TeamException
              || exception instanceof dev.mockloop.calibration.BadTable
              || exception instanceof StoreException
              || exception instanceof UncheckedIOException;
      command
          .getErr()
          .println(
              "mockloop: "
                  + (expected ? exception.getMessage() : "this should not happen: " + exception));
      if (!expected) {
        exception.printStackTrace(command.getErr());
      }
      return command.getCommandSpec().exitCodeOnExecutionException();
    };
  }

  private static IParameterExceptionHandler usage() {
    return (exception, args) -> {
      PrintWriter err = exception.getCommandLine().getErr();
      String name = exception.getCommandLine().getCommandSpec().qualifiedName();
      err.println("mockloop: " + exception.getMessage() + "; see '" + name + " --help'");
      return exception.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
    };
  }
}
