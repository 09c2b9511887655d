package dev.mockloop.cli;

import dev.mockloop.store.Store;
import dev.mockloop.transcript.StoreCheck;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code mockloop verify-store}. */
@Command(
    name = "verify-store",
    description =
        "Reads everything that is kept and says what is damaged; also what a crash left and was mended.",
    mixinStandardHelpOptions = true)
final class VerifyStoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private StoreOptions options = new StoreOptions();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Store store = options.open()) {
      store.repairs().forEach(r -> out.println("mended: " + r.what()));
      StoreCheck.Summary read = new StoreCheck(store, finding -> out.println(line(finding))).run();
      out.printf(
          "%d sessions, %d ledgers with %d lines, %d documents read%n",
          read.sessions(), read.ledgers(), read.lines(), read.documents());
      if (read.damaged() > 0) {
        spec.commandLine()
            .getErr()
            .println(
                "mockloop: "
                    + (read.damaged() == 1
                        ? "1 place is damaged; restore it"
                        : read.damaged() + " places are damaged; restore them")
                    + " from a backup, all else can be used");
        return 1;
      }
      out.println("all is well");
      return 0;
    }
  }

  private static String line(StoreCheck.Finding finding) {
    String weight = finding.weight() == StoreCheck.Weight.DAMAGE ? "damaged" : "note";
    return finding.what().startsWith(finding.where())
        ? weight + ": " + finding.what()
        : weight + ": " + finding.where() + ": " + finding.what();
  }
}
