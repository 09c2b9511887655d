package dev.mockloop.web;

import dev.mockloop.live.RubricDesk;
import dev.mockloop.live.RubricTrial;
import java.util.List;
import java.util.Optional;

/**
 * What the editor shows.
 *
 * @param text what stands in it
 * @param base the version that the text was made from
 * @param known the number of the draft that the page knows; 0 for none
 * @param problems what is wrong with the text
 * @param criteria ids of criteria in rubrics of the same kind, with blanks between
 * @param answers what it can be tried on
 * @param chosen the id of the chosen answer; empty for a text of one's own
 * @param own a text of one's own to try it on
 * @param tried how the chosen text is read; empty when nothing was tried or nothing can be
 * @param message what happened to the last request; empty when nothing needs saying
 */
public record RubricEditor(
    RubricDesk.Sheet sheet,
    String text,
    int base,
    long known,
    List<ProblemLine> problems,
    String criteria,
    List<RubricTrial.Sample> answers,
    String chosen,
    String own,
    Optional<TriedAnswer> tried,
    String message) {

  public String path() {
    return "/workbench/" + sheet.question().id();
  }

  /** Whether another version was published since the text was begun. */
  public boolean behind() {
    return base != sheet.history().current().number();
  }
}
