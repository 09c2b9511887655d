package dev.mockloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TeamCommandTest {
  @TempDir private Path folder;

  private record Run(int code, String out, String err) {}

  private static Run run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Mockloop.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int code = command.execute(args);
    return new Run(code, out.toString(), err.toString());
  }

  private Run team(String... args) {
    String[] all = java.util.Arrays.copyOf(args, args.length + 2);
    all[args.length] = "--transcripts";
    all[args.length + 1] = folder.toString();
    return run(all);
  }

  @Test
  void theFirstAdminIsMadeWithALinkAndListed() {
    Run made = team("team", "admin", "ada@example.com", "--public-url", "https://i.example.com/");
    assertThat(made.code).isZero();
    assertThat(made.out)
        .containsPattern("ada is an admin. .*\nhttps://i.example.com/set-password/[\\w-]{43}\n");
    assertThat(team("team", "list").out).containsPattern("admin +ada +ada@example.com");
    assertThat(team("team", "audit").out).contains("added an account (admin)", "command line");
    Run again = team("team", "admin", "ADA@example.com");
    assertThat(again.out).contains("/set-password/");
    assertThat(team("team", "list").out.lines()).hasSize(1);
  }

  @Test
  void anInviteNeedsALoopThatIsThere() {
    Run none = team("team", "invite", "Cleo", "--loop", "nowhere");
    assertThat(none.code).isEqualTo(1);
    assertThat(none.err).contains("there is no loop 'nowhere'; there are ").contains("staff-full");
    Run made = team("team", "invite", "Cleo", "--loop", "staff-full");
    assertThat(made.out).containsPattern("http://127.0.0.1:7070/invite/[\\w-]{43}\n");
    assertThat(team("team", "list").out).containsPattern("waiting +Cleo +staff-full");
  }

  @Test
  void whatIsNoAddressIsToldInOneLine() {
    Run made = team("team", "admin", "ada");
    assertThat(made.code).isEqualTo(1);
    assertThat(made.err.lines()).hasSize(1);
    assertThat(made.err).contains("ada@example.com");
  }

  @Test
  void aServerForOneUserIsNotPutOnTheNetworkByMistake() {
    Run open = run("serve", "--host", "0.0.0.0");
    assertThat(open.code).isEqualTo(2);
    assertThat(open.err).contains("--team", "--trust-network");
    assertThat(run("serve", "--host", "192.0.2.7").code).isEqualTo(2);
    assertThat(run("serve", "--host", "no such host").code).isEqualTo(2);
  }

  @Test
  void aTeamOnTheNetworkNeedsHttps() {
    assertThat(run("serve", "--team", "--host", "0.0.0.0").err).contains("needs --public-url");
    assertThat(run("serve", "--team", "--public-url", "http://i.example.com").err)
        .contains("must begin with https");
    assertThat(run("serve", "--public-url", "https://i.example.com").err).contains("add --team");
    assertThat(run("serve", "--team", "--oidc-issuer", "https://id.example.com").err)
        .contains("belong together");
    assertThat(
            run("serve", "--team", "--oidc-issuer", "http://192.0.2.7", "--oidc-client-id", "x")
                .err)
        .contains("--oidc-issuer must begin with https");
  }
}
