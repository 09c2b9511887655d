package dev.mockloop.web;

import dev.mockloop.live.Report;
import dev.mockloop.live.RubricDesk;
import dev.mockloop.live.Workshop;
import dev.mockloop.revision.Revision;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.scoring.AnswerCard;
import dev.mockloop.transcript.RescoredCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cards of a session: the first one, which counts, and those made later with other rubrics.
 *
 * @param session the session's id
 * @param shown the id of the later card that is shown; empty for the first one
 * @param rows with which rubric each answer was scored
 * @param later the later cards, the oldest first
 * @param offers whether the rubrics of today would make another card
 */
public record ReportCards(
    String session, String shown, List<Row> rows, List<RescoredCard> later, boolean offers) {

  /**
   * An answer with the rubric that scored it.
   *
   * @param link the rubric's versions; empty when the question is not on offer any more
   * @param says the version in words
   * @param rubricVersion the name of the rubric's content
   * @param engineVersion the engine that scored it
   */
  public record Row(
      String title, String link, String says, String rubricVersion, String engineVersion) {}

  public ReportCards {
    rows = List.copyOf(rows);
    later = List.copyOf(later);
  }

  /** Whether there is more to say than which rubrics were used. */
  public boolean choice() {
    return offers || !later.isEmpty();
  }

  static ReportCards of(Workshop workshop, Report report, String shown) {
    List<Row> rows = new ArrayList<>();
    for (Report.ReportRound round : report.rounds()) {
      for (Report.Item item : round.items()) {
        rows.add(row(workshop.rubrics(), item));
      }
    }
    Report first =
        shown.isEmpty() ? report : workshop.reports().find(report.session().id()).orElse(report);
    return new ReportCards(
        report.session().id().value(),
        shown,
        rows,
        workshop.rescoring().cards(report.session().id()),
        workshop.rescoring().offers(first));
  }

  private static Row row(RubricDesk desk, Report.Item item) {
    AnswerCard card = item.card();
    return new Row(
        item.question().title(),
        desk.find(card.question()).map(s -> "/workbench/" + s.question().id()).orElse(""),
        says(desk, card.question(), card.rubricVersion()),
        card.rubricVersion(),
        card.engineVersion());
  }

  /** A version of a rubric in words. */
  static String says(RubricDesk desk, QuestionId question, String rubricVersion) {
    Optional<RubricDesk.Sheet> sheet = desk.find(question);
    Optional<Revision> version = sheet.flatMap(s -> s.history().named(rubricVersion));
    if (version.isEmpty()) {
      return "a version that is not kept here";
    }
    boolean now = sheet.orElseThrow().history().current().rubricVersion().equals(rubricVersion);
    return "version "
        + version.get().number()
        + (version.get().published() ? " by " + version.get().author() : ", as shipped")
        + (now ? ", in use" : "");
  }
}
