package dev.mockloop.web.guard;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host and a port, as in the {@code Host} header (RFC 9110, section 7.2).
 *
 * @param host in lower case and without a dot at its end; an IPv6 address without its brackets
 * @param port empty when none is written
 */
record Authority(String host, OptionalInt port) {
  private static final Pattern FORM =
      Pattern.compile("(?:\\[([0-9a-fA-F:.]{2,45})]|([A-Za-z0-9._-]{1,253}))(?::(\\d{1,5}))?");
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /** Reads one; empty when it is none. */
  static Optional<Authority> read(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    String plain = host.toLowerCase(Locale.ROOT);
    return Optional.of(
        new Authority(
            plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain,
            matcher.group(3) == null
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(matcher.group(3)))));
  }

  /**
   * Reads an origin such as {@code https://mock.example:8443} (RFC 6454, section 7). A port that
   * its scheme implies is left out. Empty when it is none, as for {@code null}.
   */
  static Optional<Authority> ofOrigin(String origin) {
    boolean https = origin.startsWith("https://");
    if (!https && !origin.startsWith("http://")) {
      return Optional.empty();
    }
    return read(origin.substring(https ? "https://".length() : "http://".length()))
        .map(a -> a.without(https ? HTTPS : HTTP));
  }

  /** Whether both are the same place, when the ports that browsers leave out are left out. */
  boolean isSame(Authority other) {
    return host.equals(other.host) && plain().equals(other.plain());
  }

  private OptionalInt plain() {
    return without(HTTP).without(HTTPS).port;
  }

  private Authority without(int usual) {
    return port.isPresent() && port.getAsInt() == usual
        ? new Authority(host, OptionalInt.empty())
        : this;
  }
}
