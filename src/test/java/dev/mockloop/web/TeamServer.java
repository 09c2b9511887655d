package dev.mockloop.web;

import dev.mockloop.entry.OpenIdSettings;
import dev.mockloop.entry.Reception;
import dev.mockloop.live.CopiedSamples;
import dev.mockloop.live.Workshop;
import dev.mockloop.team.Account;
import dev.mockloop.team.Role;
import dev.mockloop.team.Secret;
import dev.mockloop.team.Visitor;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Function;

/** A real server in team mode, over a folder with the samples, with its first admin. */
final class TeamServer implements AutoCloseable {
  static final String PASSWORD = "wool under the piano";

  final MockloopServer server;
  final Reception reception;
  final Workshop workshop;
  final ShiftedClock clock;
  final String url;

  private TeamServer(
      MockloopServer server,
      Reception reception,
      Workshop workshop,
      ShiftedClock clock,
      String url) {
    this.server = server;
    this.reception = reception;
    this.workshop = workshop;
    this.clock = clock;
    this.url = url;
  }

  static TeamServer start(Path folder) throws IOException {
    return start(folder, url -> Optional.empty());
  }

  /**
   * @param openId the settings of a provider, by the address of the server
   */
  static TeamServer start(Path folder, Function<String, Optional<OpenIdSettings>> openId)
      throws IOException {
    CopiedSamples.into(folder.resolve("transcripts"));
    ShiftedClock clock = new ShiftedClock(folder.resolve("clock"));
    Workshop workshop = Workshop.open(Path.of("rubrics"), folder.resolve("transcripts"), clock);
    int port = freePort();
    String url = "http://127.0.0.1:" + port;
    Reception reception =
        Reception.open(workshop.everything(), clock, new SecureRandom(), openId.apply(url));
    MockloopServer server =
        MockloopServer.start(
            new Address("127.0.0.1", port),
            workshop,
            Optional.of(new TeamMode(reception, URI.create(url))));
    TeamServer started = new TeamServer(server, reception, workshop, clock, url);
    started.member("Ada", Role.ADMIN);
    return started;
  }

  /** An account with the password that all have here; its address is the name at example.com. */
  Account member(String name, Role role) {
    Reception.Actor nobody = new Reception.Actor(new Visitor.Stranger(), "test");
    Reception.Linked<Account> added =
        reception.addAccount(
            name, name.toLowerCase(java.util.Locale.ROOT) + "@example.com", role, nobody);
    Secret link = added.token();
    reception.setPassword(link, PASSWORD, "test");
    return reception.team().account(added.value().id()).orElseThrow();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
