package dev.mockloop.web;

import dev.mockloop.interview.Place;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places as they are written in addresses; see {@link Place#id()}. */
final class Places {
  private static final Pattern FORM = Pattern.compile("(\\d)\\.(\\d{1,2})(p?)");

  private Places() {}

  static Place read(String id) {
    Matcher matcher = FORM.matcher(id);
    if (!matcher.matches()) {
      throw ProblemException.badRequest("A place looks like 0.2, or 0.2p for the follow-up.");
    }
    return new Place(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        !matcher.group(3).isEmpty());
  }
}
