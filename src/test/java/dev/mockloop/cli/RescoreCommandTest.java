package dev.mockloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.live.FinishedLoop;
import dev.mockloop.live.Report;
import dev.mockloop.live.Rescoring;
import dev.mockloop.live.Workshop;
import dev.mockloop.revision.Signature;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.scoring.AnswerCard;
import dev.mockloop.transcript.RescoredCard;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RescoreCommandTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-02-05T12:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;

  private Workshop open() {
    return Workshop.open(Path.of("rubrics"), folder, CLOCK);
  }

  private String rescore(String... more) {
    StringWriter out = new StringWriter();
    String[] args = new String[3 + more.length];
    args[0] = "rescore";
    args[1] = "--transcripts";
    args[2] = folder.toString();
    System.arraycopy(more, 0, args, 3, more.length);
    int code = Mockloop.commandLine().setOut(new PrintWriter(out, true)).execute(args);
    assertThat(code).isZero();
    return out.toString();
  }

  @Test
  void onlySessionsWhoseRubricsChangedAreScoredAgainAndTheFirstCardStays() {
    Report first = FinishedLoop.report(folder, q -> "We once had a zebra ledger, because it pays.");
    QuestionId asked = first.rounds().getFirst().items().getFirst().question().id();
    assertThat(rescore()).contains("Nothing to do");

    Workshop workshop = open();
    String text = workshop.rubrics().find(asked).orElseThrow().text();
    workshop
        .rubrics()
        .publish(
            asked,
            text.replaceFirst("phrases:\n", "phrases:\n          - zebra ledger\n"),
            1,
            new Signature("Ana", "Zebra"));
    assertThat(rescore("--question", "coding/work-queue")).contains("Nothing to do");
    String said = rescore("--question", asked.value());
    Rescoring rescoring = open().rescoring();
    List<RescoredCard> cards = rescoring.cards(first.session().id());
    assertThat(cards).hasSize(1);
    assertThat(said)
        .contains(
            String.format(
                Locale.ROOT,
                "%s\t%s\t%.2f -> %.2f",
                first.session().id(),
                first.session().title(),
                first.card().overall(),
                cards.getFirst().card().overall()))
        .contains("1 session scored again; each first card is kept.");
    assertThat(open().reports().find(first.session().id()).orElseThrow().card())
        .isEqualTo(first.card());
    AnswerCard before = first.card().rounds().getFirst().answers().getFirst();
    AnswerCard after = cards.getFirst().card().rounds().getFirst().answers().getFirst();
    assertThat(after.rubricVersion()).isNotEqualTo(before.rubricVersion());
    assertThat(after.criteria().getFirst().score())
        .isGreaterThan(before.criteria().getFirst().score());
    Report later = rescoring.find(first.session().id(), cards.getFirst().id()).orElseThrow();
    assertThat(later.kept().question(asked).rubric().version()).isEqualTo(after.rubricVersion());
    assertThat(rescore()).contains("Nothing to do");

    workshop = open();
    workshop.rubrics().rollBack(asked, 1, 2, new Signature("Ana", "Back"));
    assertThat(rescore()).as("the first card is the one of today again").contains("Nothing to do");
  }
}
