package dev.mockloop.cli;

import dev.mockloop.entry.OpenIdSettings;
import dev.mockloop.entry.Reception;
import dev.mockloop.live.Workshop;
import dev.mockloop.web.TeamMode;
import dev.mockloop.web.guard.Guard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Who may come in: one user of this computer, a team that signs in, or anybody. */
final class TeamOptions {
  private static final String SECRET = "MOCKLOOP_OIDC_CLIENT_SECRET";

  @Option(
      names = "--team",
      description =
          "People sign in, and candidates come by invites. Make the first admin with 'mockloop team admin'.")
  private boolean team;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description =
          "The address that browsers see, such as https://interviews.example.com; links begin with it (default with --team: the address listened on).")
  private @Nullable URI publicUrl;

  @Option(
      names = "--oidc-issuer",
      paramLabel = "URL",
      description = "An OpenID provider to sign in with, besides passwords.")
  private @Nullable URI issuer;

  @Option(
      names = "--oidc-client-id",
      paramLabel = "ID",
      description = "What the provider knows this server as.")
  private @Nullable String clientId;

  @Option(
      names = "--oidc-client-secret-file",
      paramLabel = "FILE",
      description =
          "A file with the secret that the provider gave (default: the environment's "
              + SECRET
              + ").")
  private @Nullable Path secretFile;

  @Option(
      names = "--trust-network",
      description = "Without --team, let everybody who reaches --host read and change everything.")
  private boolean trustNetwork;

  /** Refuses what would let people in by mistake. */
  void check(CommandLine command, String host) {
    boolean here = isLoopback(host);
    if (!team && !here && !trustNetwork) {
      throw new ParameterException(
          command,
          "--host "
              + host
              + " lets other computers in; add --team so that people sign in, or --trust-network to let everybody read and change everything");
    }
    if (!team && (publicUrl != null || issuer != null || clientId != null || secretFile != null)) {
      throw new ParameterException(command, "--public-url and --oidc-* are for a team; add --team");
    }
    if (team && trustNetwork) {
      throw new ParameterException(command, "--trust-network and --team exclude each other");
    }
    if (team && !here && publicUrl == null) {
      throw new ParameterException(
          command,
          "--team on another host than this computer needs --public-url, the https address that browsers see");
    }
    URI seen = publicUrl;
    if (seen != null && !"https".equals(seen.getScheme()) && !isLoopback(hostOf(command, seen))) {
      throw new ParameterException(
          command,
          "--public-url must begin with https, because passwords are sent to it; a proxy in front can end TLS");
    }
    if ((issuer == null) != (clientId == null)) {
      throw new ParameterException(
          command, "--oidc-issuer and --oidc-client-id belong together; give both");
    }
    URI provider = issuer;
    if (provider != null
        && !"https".equals(provider.getScheme())
        && !isLoopback(hostOf(command, provider))) {
      throw new ParameterException(command, "--oidc-issuer must begin with https");
    }
  }

  /** The guard of a server that browsers find at the public address, when there is one. */
  Guard known(Guard guard) {
    URI seen = publicUrl;
    return seen == null ? guard : guard.at(seen);
  }

  /** The team over the workshop's store; empty without --team. */
  Optional<TeamMode> mode(Workshop workshop, String host, int port, Clock clock) {
    if (!team) {
      return Optional.empty();
    }
    try {
      URI url = publicUrl == null ? URI.create("http://" + host + ":" + port) : publicUrl;
      TeamMode checked =
          new TeamMode(
              Reception.open(workshop.everything(), clock, new SecureRandom(), openId(url)), url);
      return Optional.of(checked);
    } catch (IllegalArgumentException e) {
      throw new Failure(String.valueOf(e.getMessage()));
    }
  }

  private Optional<OpenIdSettings> openId(URI url) {
    URI provider = issuer;
    String client = clientId;
    if (provider == null || client == null) {
      return Optional.empty();
    }
    String base = url.toString().replaceFirst("/$", "");
    return Optional.of(
        new OpenIdSettings(provider, client, secret(), URI.create(base + "/sign-in/openid/back")));
  }

  private String secret() {
    Path file = secretFile;
    if (file != null) {
      try {
        return Files.readString(file).strip();
      } catch (IOException e) {
        throw new Failure(file + " cannot be read; --oidc-client-secret-file names a text file");
      }
    }
    String given = System.getenv(SECRET);
    if (given == null || given.isBlank()) {
      throw new Failure(
          "the provider's secret is missing; set "
              + SECRET
              + " or name a file with --oidc-client-secret-file");
    }
    return given.strip();
  }

  private static String hostOf(CommandLine command, URI url) {
    String host = url.getHost();
    if (host == null) {
      throw new ParameterException(
          command, "'" + url + "' is no address such as https://example.com");
    }
    return host;
  }

  /** Whether only this computer reaches it; a name that nobody knows counts as elsewhere. */
  static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
