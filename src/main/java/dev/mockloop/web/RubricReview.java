package dev.mockloop.web;

import dev.mockloop.live.RubricDesk;
import dev.mockloop.revision.Difference;
import dev.mockloop.revision.Revision;
import java.util.List;

/**
 * What is shown before a text is published.
 *
 * @param known the number of the draft that the page knows; 0 for none
 * @param problem why the last try was refused; empty when there was none
 */
public record RubricReview(
    RubricDesk.Sheet sheet,
    String text,
    int base,
    long known,
    List<ProblemLine> problems,
    String author,
    String note,
    String problem) {

  public String path() {
    return "/workbench/" + sheet.question().id();
  }

  public Revision current() {
    return sheet.history().current();
  }

  public boolean behind() {
    return base != current().number();
  }

  /** What publishing changes. */
  public Difference difference() {
    return Difference.of(current().text(), text);
  }

  /** What somebody else changed since the text was begun. */
  public Difference since() {
    return sheet
        .history()
        .revision(base)
        .map(r -> Difference.of(r.text(), current().text()))
        .orElseGet(() -> Difference.of("", ""));
  }
}
