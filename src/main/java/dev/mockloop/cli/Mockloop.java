package dev.mockloop.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
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
    versionProvider = Version.class)
public final class Mockloop implements Runnable {
  private static final List<Supplier<Object>> COMMANDS =
      List.of(
          ServeCommand::new,
          TrainCommand::new,
          CheckCommand::new,
          ScoreCommand::new,
          SessionsCommand::new,
          SearchCommand::new,
          ExportCommand::new,
          RescoreCommand::new,
          CalibrateCommand::new,
          RatingsCommand::new,
          AgreeCommand::new);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command");
  }

  public static void main(String[] args) {
    System.exit(commandLine(args).execute(args));
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Mockloop());
    COMMANDS.forEach(c -> line.addSubcommand(c.get()));
    return configured(line);
  }

  /** With {@code serve} alone when that is what is asked for: the others cost a start time. */
  private static CommandLine commandLine(String[] args) {
    return args.length > 0 && args[0].equals("serve")
        ? configured(new CommandLine(new Mockloop()).addSubcommand(new ServeCommand()))
        : commandLine();
  }

  private static CommandLine configured(CommandLine line) {
    return line.setExecutionExceptionHandler(oneLine())
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
              || exception instanceof dev.mockloop.calibration.BadTable
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
