package dev.mockloop.web;

import dev.mockloop.agreement.Agreement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Agreement as one file that needs nothing beside it and asks no other host. Its two scripts, which
 * draw charts from the tables, are the only ones that its policy lets run, by their hashes.
 */
public final class AgreementFile {
  private static final String IMPORT = "import \"/static/lib/chart.js/dist/chart.umd.min.js\";";

  private AgreementFile() {}

  /**
   * The file.
   *
   * @param name of the table
   * @param ratings how many there are in it
   */
  public static String html(
      String name, int ratings, Agreement agreement, List<Agreement.Slice> slices) {
    String library = new Webjar("chart.js").text("dist/chart.umd.min.js");
    String script = text("/public/js/chart.js");
    if (!script.contains(IMPORT)) {
      throw new IllegalStateException("chart.js no longer begins as this file expects");
    }
    String own = script.replace(IMPORT, "");
    return new Templates()
        .text(
            "agreementfile",
            Map.of(
                "name",
                name,
                "ratings",
                ratings,
                "agreement",
                agreement,
                "slices",
                slices,
                "css",
                text("/public/css/mockloop.css") + text("/public/css/agreement.css"),
                "library",
                library,
                "script",
                own,
                "policy",
                "default-src 'none'; style-src 'unsafe-inline'; script-src %s %s"
                    .formatted(hash(library), hash(own))));
  }

  private static String hash(String script) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String text(String resource) {
    try (InputStream in = AgreementFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            resource + " is not on the class path; build Mockloop again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
