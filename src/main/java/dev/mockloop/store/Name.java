package dev.mockloop.store;

import java.util.regex.Pattern;

/**
 * The name of a ledger or a document: one to four parts with slashes between them, such as {@code
 * ratings/ratings}. It is safe as a path: a part has lower-case letters, digits, hyphens,
 * underscores and dots, and begins with a letter or digit.
 */
public record Name(String value) implements Comparable<Name> {
  private static final String PART = "[a-z0-9][a-z0-9_-]*(\\.[a-z0-9_-]+)*";
  private static final Pattern FORM = Pattern.compile(PART + "(/" + PART + "){0,3}");
  // a device on Windows, with any ending
  private static final Pattern DEVICE =
      Pattern.compile("(.*/)?(con|prn|aux|nul|com\\d|lpt\\d)([./].*)?");
  private static final int LONGEST = 200;

  public Name {
    if (value.length() > LONGEST
        || !FORM.matcher(value).matches()
        || DEVICE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a name in the store is one to four plain parts with slashes between them, got: "
              + (value.length() <= 80 ? value : value.substring(0, 80) + "..."));
    }
  }

  /** The name of something in a folder. */
  public static Name in(String folder, String name) {
    return new Name(folder + "/" + name);
  }

  /** The part behind the last slash. */
  public String last() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  /** All in front of the last slash; empty when there is none. */
  public String folder() {
    int slash = value.lastIndexOf('/');
    return slash < 0 ? "" : value.substring(0, slash);
  }

  @Override
  public int compareTo(Name other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
