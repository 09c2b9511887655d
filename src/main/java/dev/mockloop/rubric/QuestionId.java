package dev.mockloop.rubric;

import java.util.regex.Pattern;

/**
 * The name of a question, such as {@code design/rate-limiter}: lower-case words with hyphens, in
 * two parts.
 */
public record QuestionId(String value) implements Comparable<QuestionId> {
  private static final Pattern FORM =
      Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*");

  /** It is part of file names, with more behind it. */
  private static final int LONGEST = 120;

  public QuestionId {
    if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a question id looks like design/rate-limiter (lower case, digits, hyphens, one slash, at most "
              + LONGEST
              + " characters), got: "
              + (value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "..."));
    }
  }

  @Override
  public int compareTo(QuestionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
