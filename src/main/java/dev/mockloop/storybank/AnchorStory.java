package dev.mockloop.storybank;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A story of one's own that can carry answers to several questions, kept in STAR form.
 *
 * @param title what it is called in the bank, at most {@value #LONGEST_TITLE} characters
 * @param situation where and when it was, and what was at stake
 * @param task what was one's own to do
 * @param action what one did, how and why
 * @param result what came of it, with figures
 * @param reflection what was learned and what is different since
 * @param changedAt when it was last written
 */
public record AnchorStory(
    StoryId id,
    String title,
    String situation,
    String task,
    String action,
    String result,
    String reflection,
    Instant changedAt) {
  public static final int LONGEST_TITLE = 120;
  public static final int LONGEST_PART = 20_000;

  public AnchorStory {
    title = title.strip();
    if (title.isEmpty() || title.length() > LONGEST_TITLE) {
      throw new IllegalArgumentException(
          "the title of a story has 1 to " + LONGEST_TITLE + " characters");
    }
    for (String part : List.of(situation, task, action, result, reflection)) {
      if (part.length() > LONGEST_PART) {
        throw new IllegalArgumentException(
            "each part of a story has at most " + LONGEST_PART + " characters");
      }
    }
    if (Stream.of(situation, task, action, result, reflection).allMatch(String::isBlank)) {
      throw new IllegalArgumentException("write at least one part of the story");
    }
  }

  /** The story as one would tell it. */
  public String text() {
    return Stream.of(situation, task, action, result, reflection)
        .map(String::strip)
        .filter(p -> !p.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }
}
