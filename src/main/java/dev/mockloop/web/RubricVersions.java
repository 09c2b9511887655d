package dev.mockloop.web;

import dev.mockloop.live.RubricDesk;
import dev.mockloop.revision.Difference;
import dev.mockloop.revision.Revision;

/**
 * Versions, two of them compared.
 *
 * @param from the earlier side
 * @param to the later side
 */
public record RubricVersions(RubricDesk.Sheet sheet, Revision from, Revision to) {
  public Difference difference() {
    return Difference.of(from.text(), to.text());
  }

  public String path() {
    return "/workbench/" + sheet.question().id();
  }
}
