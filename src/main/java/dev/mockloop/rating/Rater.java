package dev.mockloop.rating;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A person who rates. Two names that differ only in case or spaces are one person, so that nobody
 * is given an answer twice for having typed their name in another way.
 */
public record Rater(String name) {
  public static final int LONGEST = 40;

  private static final Pattern FORM = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{N} .'’_-]*");
  private static final String SYSTEM = "machine";

  public Rater {
    name = Normalizer.normalize(name, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    if (name.length() < 2 || name.length() > LONGEST || !FORM.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a rater's name has 2 to "
              + LONGEST
              + " characters, begins with a letter and holds letters, digits, spaces and . ' _ -");
    }
    if (name.equalsIgnoreCase(SYSTEM)) {
      throw new IllegalArgumentException(
          "the name 'machine' stands for the scores of Mockloop; take another");
    }
  }

  private String key() {
    return name.toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rater rater && rater.key().equals(key());
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
