package dev.mockloop.web.guard;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The media types that bodies may have. A page elsewhere cannot send JSON without asking first
 * (CORS preflight), which this server never grants; so a body that a plain form could send is no
 * body for the API.
 */
final class BodyTypes {
  private static final String JSON = "application/json";
  private static final String TABLE = "text/csv";
  private static final Set<String> FORMS =
      Set.of("application/x-www-form-urlencoded", "multipart/form-data");

  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\";\\s]*)");

  private BodyTypes() {}

  /**
   * Refuses a body of another type.
   *
   * @param type the value of {@code Content-Type}; empty when there is none
   */
  static void check(String path, String type) {
    Matcher charset = CHARSET.matcher(type);
    if (charset.find() && !charset.group(1).equalsIgnoreCase("utf-8")) {
      throw refused(
          "Bodies are UTF-8 here; send UTF-8, and say so in Content-Type or say nothing.");
    }
    String media = type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    if (path.startsWith("/api/")) {
      boolean table = path.endsWith(".csv");
      String wanted = table ? TABLE : JSON;
      if (!media.equals(wanted)) {
        throw refused("This address takes " + wanted + "; say so in Content-Type.");
      }
    } else if (!FORMS.contains(media)) {
      throw refused("This address takes forms; the API takes JSON, see /api.");
    }
  }

  private static Refused refused(String detail) {
    return new Refused(415, "Unsupported media type", detail);
  }
}
