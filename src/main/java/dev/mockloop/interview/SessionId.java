package dev.mockloop.interview;

import java.util.regex.Pattern;

/** The name of a session; safe as a folder name and in an address. */
public record SessionId(String value) implements Comparable<SessionId> {
  private static final Pattern FORM =
      Pattern.compile("(?!(?:con|prn|aux|nul|com\\d|lpt\\d)$)[a-z0-9][a-z0-9-]{2,63}");

  public SessionId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a session id is 3 to 64 lower-case letters, digits and hyphens, and no device, got: "
              + shown(value));
    }
  }

  private static String shown(String value) {
    return value.length() <= 80 ? value : value.substring(0, 80) + "...";
  }

  @Override
  public int compareTo(SessionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
