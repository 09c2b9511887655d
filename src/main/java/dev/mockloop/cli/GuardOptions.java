package dev.mockloop.cli;

import dev.mockloop.web.guard.Guard;
import dev.mockloop.web.guard.Proxies;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a server is called, and whose word on its clients it takes. */
final class GuardOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--allow-host",
      paramLabel = "NAME",
      description =
          "Another name that this server answers to, such as mock.example; may be repeated.")
  private List<String> hosts = List.of();

  @Option(
      names = "--trusted-proxy",
      paramLabel = "ADDRESS",
      description =
          "A proxy, or a block such as 10.0.0.0/8, whose X-Forwarded-For is believed; may be repeated.")
  private List<String> proxies = List.of();

  /** The guard of a server that listens here. */
  Guard guard(String listening) {
    try {
      Guard guard = Guard.listeningOn(listening).behind(Proxies.of(proxies));
      for (String host : hosts) {
        guard = guard.alsoCalled(host);
      }
      return guard;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
