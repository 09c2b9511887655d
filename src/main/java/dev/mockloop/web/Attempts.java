package dev.mockloop.web;

import dev.mockloop.live.Comparison;
import dev.mockloop.live.Report;
import dev.mockloop.live.Workshop;

/**
 * Two attempts at one question side by side.
 *
 * @param first the earlier one
 * @param second the later one
 */
public record Attempts(Side first, Side second, Comparison comparison) {

  /** An attempt with the session it is from. */
  public record Side(Report report, Report.Item item) {}

  /**
   * The attempts that two addresses name.
   *
   * @param first a session's id, a colon and a place, such as {@code 20260105-120000-abc:0.1}
   */
  static Attempts of(Workshop workshop, Visit visit, String first, String second) {
    Side a = side(workshop, visit, first);
    Side b = side(workshop, visit, second);
    if (!a.item().question().id().equals(b.item().question().id())) {
      throw ProblemException.badRequest("Only two answers to the same question can be compared.");
    }
    boolean inOrder = !a.report().session().createdAt().isAfter(b.report().session().createdAt());
    Side earlier = inOrder ? a : b;
    Side later = inOrder ? b : a;
    return new Attempts(
        earlier,
        later,
        Comparison.of(
            earlier.item().card(),
            earlier.item().text(),
            later.item().card(),
            later.item().text()));
  }

  private static Side side(Workshop workshop, Visit visit, String address) {
    int colon = address.indexOf(':');
    if (colon < 0) {
      throw ProblemException.badRequest(
          "An attempt is named by session and place, such as 20260105-120000-abc:0.1.");
    }
    Report report =
        workshop
            .reports()
            .find(SessionApi.id(address.substring(0, colon)))
            .filter(r -> visit.reads(r.session().id()))
            .orElseThrow(() -> ProblemException.notFound("There is no such finished session."));
    return new Side(
        report, SessionApi.item(report, Places.read(address.substring(colon + 1)).main()));
  }
}
