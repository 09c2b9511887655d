package dev.mockloop.cli;

import dev.mockloop.web.Address;
import dev.mockloop.web.Operations;
import dev.mockloop.web.guard.Guard;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of whoever runs a server for others. */
final class OperationsOptions {
  private static final Set<String> LOGS = Set.of("text", "json");

  @Option(
      names = "--metrics-port",
      paramLabel = "N",
      description =
          "Serve /metrics and /health on this port too (0 takes a free one; without it, no metrics).")
  private @Nullable Integer metricsPort;

  @Option(
      names = "--metrics-host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "The address that metrics listen on (default: ${DEFAULT-VALUE}).")
  private String metricsHost = "127.0.0.1";

  @Option(
      names = "--drain",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description =
          "How long a server that is told to stop says so before it does (default: ${DEFAULT-VALUE}).")
  private int drain;

  Operations read(CommandSpec spec, Guard guard) {
    Integer port = metricsPort;
    if (port != null && (port < 0 || port > 65535)) {
      throw new ParameterException(
          spec.commandLine(), "--metrics-port must be from 0 to 65535, got " + port);
    }
    if (drain < 0 || drain > 600) {
      throw new ParameterException(
          spec.commandLine(), "--drain must be from 0 to 600 seconds, got " + drain);
    }
    return new Operations(
        Optional.ofNullable(port).map(p -> new Address(metricsHost, p)),
        Duration.ofSeconds(drain),
        Optional.of(guard));
  }

  /**
   * The log is set up before any command is read, so its variable is checked apart from options.
   */
  static void checkLog() {
    String log = System.getenv("MOCKLOOP_LOG");
    if (log != null && !LOGS.contains(log)) {
      throw new Failure("MOCKLOOP_LOG must be text or json, got '" + log + "'");
    }
  }
}
