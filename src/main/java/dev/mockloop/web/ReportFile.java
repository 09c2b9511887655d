package dev.mockloop.web;

import dev.mockloop.live.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A report as one page that needs nothing beside it: no script, no link to a server. */
public final class ReportFile {
  private static final String CSS = "/public/css/mockloop.css";

  private ReportFile() {}

  public static String html(Report report) {
    return new Templates().text("reportfile", Map.of("report", report, "css", css()));
  }

  private static String css() {
    try (InputStream in = ReportFile.class.getResourceAsStream(CSS)) {
      if (in == null) {
        throw new IllegalStateException(CSS + " is not on the class path; build Mockloop again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
