package dev.mockloop.cli;

import dev.mockloop.entry.Reception;
import dev.mockloop.live.Workshop;
import dev.mockloop.store.Store;
import dev.mockloop.team.Account;
import dev.mockloop.team.AuditEntry;
import dev.mockloop.team.EmailAddress;
import dev.mockloop.team.Invite;
import dev.mockloop.team.Role;
import dev.mockloop.team.TeamException;
import dev.mockloop.team.Visitor;
import java.io.Console;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mockloop team}. It may run beside a server over the same store. */
@Command(
    name = "team",
    description = "Makes accounts and invites for 'mockloop serve --team'.",
    mixinStandardHelpOptions = true)
final class TeamCommand implements Runnable {
  private static final String USUAL_URL = "http://127.0.0.1:7070";
  private static final Reception.Actor ACTOR =
      new Reception.Actor(new Visitor.Stranger(), "command line");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say admin, link, list, invite or audit");
  }

  @Command(
      name = "admin",
      description =
          "Makes an admin and prints a link that sets the password, once. For somebody who has an account, makes them an admin and prints another link.",
      mixinStandardHelpOptions = true)
  int admin(
      @Parameters(paramLabel = "EMAIL", description = "The e-mail address to sign in with.")
          String email,
      @Option(
              names = "--name",
              paramLabel = "NAME",
              description = "Signs ratings and rubrics (default: what is before the @).")
          Optional<String> name,
      @Option(
              names = "--password",
              description = "Asks for the password here, instead of printing a link.")
          boolean password,
      @Option(
              names = "--public-url",
              paramLabel = "URL",
              defaultValue = USUAL_URL,
              description = "What the link begins with (default: ${DEFAULT-VALUE}).")
          String url,
      @Mixin StoreOptions store) {
    return with(
        store,
        reception -> {
          EmailAddress address = new EmailAddress(email);
          Optional<Account> known = reception.team().account(address);
          known.ifPresent(a -> reception.role(a.id(), Role.ADMIN, ACTOR));
          Reception.Linked<Account> linked =
              known.isPresent()
                  ? reception.newLink(known.get().id(), ACTOR)
                  : reception.addAccount(
                      name.orElse(email.replaceFirst("@.*", "")), email, Role.ADMIN, ACTOR);
          if (password) {
            reception.setPassword(linked.value(), typed(), ACTOR);
            out().println(linked.value().name() + " is an admin and can sign in");
          } else {
            out()
                .println(
                    linked.value().name() + " is an admin. This link sets the password, once:");
            out().println(at(url) + "/set-password/" + linked.token().value());
          }
        });
  }

  @Command(
      name = "list",
      description = "Lists accounts and invites.",
      mixinStandardHelpOptions = true)
  int list(@Mixin StoreOptions store) {
    return with(
        store,
        reception -> {
          for (Account account : reception.team().accounts()) {
            out()
                .println(
                    "%-12s %-12s %-24s %s"
                        .formatted(
                            account.id(),
                            account.disabled() ? "disabled" : account.role().id(),
                            account.name(),
                            account.email()));
          }
          for (Invite invite : reception.team().invites()) {
            out()
                .println(
                    "%-12s %-12s %-24s %s %s"
                        .formatted(
                            invite.id(),
                            invite
                                .standing(Clock.systemUTC().instant())
                                .name()
                                .toLowerCase(java.util.Locale.ROOT),
                            invite.candidate(),
                            invite.loop(),
                            invite.session().map(Object::toString).orElse("")));
          }
        });
  }

  @Command(
      name = "invite",
      description = "Invites a candidate to a loop and prints the link, which works once.",
      mixinStandardHelpOptions = true)
  int invite(
      @Parameters(paramLabel = "NAME", description = "The candidate's name.") String candidate,
      @Option(
              names = "--loop",
              paramLabel = "ID",
              required = true,
              description = "The loop, such as staff-full.")
          String loop,
      @Option(
              names = "--days",
              paramLabel = "N",
              defaultValue = "7",
              description = "For how long the link can be used (default: ${DEFAULT-VALUE}).")
          int days,
      @Option(
              names = "--public-url",
              paramLabel = "URL",
              defaultValue = USUAL_URL,
              description = "What the link begins with (default: ${DEFAULT-VALUE}).")
          String url,
      @Mixin DataFolders folders) {
    if (days < 1 || days > 90) {
      throw new ParameterException(spec.commandLine(), "--days must be from 1 to 90, got " + days);
    }
    return folders.with(
        workshop -> {
          known(workshop, loop);
          Reception.Linked<Invite> made =
              reception(workshop.everything())
                  .invite(
                      candidate,
                      loop,
                      dev.mockloop.interview.Mode.MOCK,
                      Duration.ofDays(days),
                      ACTOR);
          out().println(at(url) + "/invite/" + made.token().value());
          out().flush();
          return 0;
        });
  }

  @Command(
      name = "audit",
      description = "Prints the audit log, newest first.",
      mixinStandardHelpOptions = true)
  int audit(
      @Parameters(
              paramLabel = "WORDS",
              arity = "0..1",
              defaultValue = "",
              description = "Only lines that hold these.")
          String words,
      @Mixin StoreOptions store) {
    return with(
        store,
        reception -> {
          for (AuditEntry entry : reception.audit().newest(words, Integer.MAX_VALUE)) {
            String who = entry.name().isEmpty() ? entry.who() : entry.name();
            out()
                .println(
                    String.join(
                        "\t",
                        entry.at().toString(),
                        who,
                        entry.what(),
                        entry.on(),
                        entry.address()));
          }
        });
  }

  private static void known(Workshop workshop, String loop) {
    if (workshop.content().catalogue().loops().stream().noneMatch(l -> l.id().equals(loop))) {
      throw new Failure(
          "there is no loop '"
              + loop
              + "'; there are "
              + String.join(
                  ", ", workshop.content().catalogue().loops().stream().map(l -> l.id()).toList()));
    }
  }

  private int with(StoreOptions options, Consumer<Reception> work) {
    try (Store store = options.open()) {
      work.accept(reception(store));
    }
    out().flush();
    return 0;
  }

  private static Reception reception(Store store) {
    return Reception.open(store, Clock.systemUTC(), new SecureRandom(), Optional.empty());
  }

  private static String typed() {
    Console console = System.console();
    if (console == null) {
      throw new TeamException("A password is typed at a terminal; leave --password out for a link");
    }
    return new String(console.readPassword("Password: "));
  }

  private static String at(String url) {
    return url.replaceFirst("/$", "");
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
