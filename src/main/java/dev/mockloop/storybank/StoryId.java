package dev.mockloop.storybank;

import java.util.regex.Pattern;

/** The name of a kept story; safe as a file name and in an address. */
public record StoryId(String value) {
  private static final Pattern FORM =
      Pattern.compile("(?!(?:con|prn|aux|nul|com\\d|lpt\\d)$)[a-z0-9][a-z0-9-]{2,63}");

  public StoryId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a story id is 3 to 64 lower-case letters, digits and hyphens");
    }
  }
}
