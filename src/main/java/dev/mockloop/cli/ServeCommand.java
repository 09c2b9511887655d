package dev.mockloop.cli;

import dev.mockloop.web.Address;
import dev.mockloop.web.MockloopServer;
import java.awt.Desktop;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mockloop serve}. */
@Command(
    name = "serve",
    description = "Starts the server and prints its address.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "7070",
      description = "The port (default: ${DEFAULT-VALUE}; 0 takes a free one).")
  private int port = 7070;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "The address to listen on (default: ${DEFAULT-VALUE}, this computer only).")
  private String host = "127.0.0.1";

  @Mixin private DataFolders folders = new DataFolders();

  @Mixin private OperationsOptions operations = new OperationsOptions();
  @Mixin private GuardOptions guard = new GuardOptions();

  @Option(names = "--open", description = "Open the address in a browser.")
  private boolean open;

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > 65535) {
      throw new ParameterException(
          spec.commandLine(), "--port must be from 0 to 65535, got " + port);
    }
    OperationsOptions.checkLog();
    MockloopServer server =
        MockloopServer.start(
            new Address(host, port),
            folders.rubrics(),
            folders.store(),
            folders.transcripts(),
            Clock.systemUTC(),
            operations.read(spec, guard.guard(host)));
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
    spec.commandLine().getOut().println("Mockloop is ready: " + server.url());
    server
        .metricsPort()
        .ifPresent(p -> spec.commandLine().getOut().println("Metrics are on port " + p));
    spec.commandLine().getOut().flush();
    if (open) {
      show(server.url());
    }
    Thread.currentThread().join();
    return 0;
  }

  private void show(String url) {
    try {
      Desktop.getDesktop().browse(URI.create(url));
    } catch (IOException | UnsupportedOperationException e) {
      spec.commandLine()
          .getErr()
          .println("mockloop: no browser could be opened; open " + url + " yourself");
    }
  }
}
