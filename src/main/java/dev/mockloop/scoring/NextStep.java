package dev.mockloop.scoring;

import dev.mockloop.story.Arc;
import dev.mockloop.story.Role;
import java.util.List;
import java.util.Optional;

/** Puts the one thing to do next into words. */
final class NextStep {
  private NextStep() {}

  static String of(List<Doubt> doubts, Optional<Arc> arc, List<Advice> advice) {
    if (doubts.stream().anyMatch(d -> d.kind() == Doubt.Kind.EMPTY)) {
      return "Nothing was answered. Write down three sentences next time, even unsure ones: they can be asked about.";
    }
    if (!doubts.isEmpty()) {
      return doubts.getFirst().reason()
          + advice.stream().findFirst().map(a -> " Begin here: " + a.question()).orElse("");
    }
    Optional<Role> gap =
        arc.flatMap(
            a ->
                a.missing().stream().filter(r -> r == Role.ACTION || r == Role.RESULT).findFirst());
    if (gap.isPresent()) {
      return gap.get() == Role.ACTION
          ? "Say what you yourself did, step by step, with \"I\" as the subject."
          : "Say what came of it: a number, a date or a change that somebody else could check.";
    }
    return advice.stream()
        .findFirst()
        .map(a -> a.text() + " " + a.question())
        .orElse("Every criterion is well covered. Practise saying it in fewer words.");
  }
}
