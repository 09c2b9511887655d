package dev.mockloop.cli;

import dev.mockloop.interview.SessionId;
import dev.mockloop.live.Report;
import dev.mockloop.live.Workshop;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.scoring.LoopCard;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mockloop rescore}. */
@Command(
    name = "rescore",
    description =
        "Scores finished sessions again whose rubrics changed since; each first card is kept.",
    mixinStandardHelpOptions = true)
final class RescoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private DataFolders folders = new DataFolders();

  @Option(
      names = "--question",
      paramLabel = "ID",
      description = "Only sessions that asked this question, such as design/rate-limiter.")
  private @Nullable String question;

  @Override
  public Integer call() {
    return folders.with(this::rescore);
  }

  private int rescore(Workshop workshop) {
    Optional<QuestionId> wanted =
        Optional.ofNullable(question)
            .map(id -> ScoreCommand.Questions.find(workshop.content().catalogue(), id).id());
    int scored = 0;
    for (Iterator<Report> all = workshop.reports().stream().iterator(); all.hasNext(); ) {
      Report report = all.next();
      if (wanted.filter(q -> !asked(report.card(), q)).isEmpty()
          && workshop.rescoring().offers(report)) {
        SessionId id = report.session().id();
        LoopCard after = workshop.rescoring().rescore(id).orElseThrow().card();
        out(
            String.format(
                Locale.ROOT,
                "%s\t%s\t%.2f -> %.2f",
                id.value(),
                report.session().title(),
                report.card().overall(),
                after.overall()));
        scored++;
      }
    }
    out(
        scored == 0
            ? "Nothing to do: every session has a card with the rubrics of today."
            : scored
                + (scored == 1 ? " session" : " sessions")
                + " scored again; each first card is kept.");
    return 0;
  }

  private static boolean asked(LoopCard card, QuestionId question) {
    return card.rounds().stream()
        .flatMap(r -> r.answers().stream())
        .anyMatch(a -> a.question().equals(question));
  }

  private void out(String line) {
    spec.commandLine().getOut().println(line);
  }
}
