package dev.mockloop.rubric.yaml;

import org.jspecify.annotations.Nullable;

/** Names for people, where an author left them out. */
final class Titles {
  private Titles() {}

  /** The given text, or one made from an id: {@code design/rate-limiter} reads "Rate limiter". */
  static String or(@Nullable String given, String id) {
    if (given != null) {
      return given.strip();
    }
    String words = id.substring(id.indexOf('/') + 1).replace('-', ' ');
    return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
  }
}
