package dev.mockloop.scoring;

import dev.mockloop.rubric.Question;
import dev.mockloop.story.Role;
import dev.mockloop.text.Prose;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts the one thing to do next into words. */
final class NextStep {
  private NextStep() {}

  static String of(
      Question question, Prose answer, List<CriterionScore> criteria, Optional<StoryScore> story) {
    if (answer.wordCount() == 0) {
      return "Nothing was answered. Write down three sentences next time, even unsure ones: they can be asked about.";
    }
    Optional<Role> gap =
        story.flatMap(
            s ->
                s.missing().stream().filter(r -> r == Role.ACTION || r == Role.RESULT).findFirst());
    if (gap.isPresent()) {
      return gap.get() == Role.ACTION
          ? "Say what you yourself did, step by step, with \"I\" as the subject."
          : "Say what came of it: a number, a date or a change that somebody else could check.";
    }
    CriterionScore thinnest =
        criteria.stream()
            .filter(c -> !c.missing().isEmpty())
            .min(
                Comparator.comparingDouble(CriterionScore::score)
                    .thenComparing(Comparator.comparingDouble(CriterionScore::weight).reversed()))
            .orElse(criteria.getFirst());
    if (thinnest.missing().isEmpty()) {
      return "Every idea that the rubric looks for is there. Practise saying it in fewer words.";
    }
    String missing = sentence(thinnest.missing().getFirst().says());
    String probe =
        question
            .rubric()
            .criterion(thinnest.id())
            .probe()
            .map(p -> " Ask yourself: " + p)
            .orElse("");
    return "Start with \""
        + thinnest.title().toLowerCase(Locale.ROOT)
        + "\". Not said yet: "
        + missing
        + probe;
  }

  private static String sentence(String says) {
    return says.endsWith(".") ? says : says + ".";
  }
}
