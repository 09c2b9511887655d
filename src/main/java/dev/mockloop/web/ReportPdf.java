package dev.mockloop.web;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import dev.mockloop.live.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * A report as PDF, to be printed or sent. Fonts for Latin, Greek and Cyrillic letters are embedded;
 * a letter of another script is shown as #.
 */
public final class ReportPdf {
  private static final String FONTS = "/liberation/Liberation";

  static {
    XRLog.setLoggingEnabled(false);
  }

  private ReportPdf() {}

  /** The bytes of the file. */
  public static byte[] bytes(Report report) {
    String page = new Templates().text("reportpdf", Map.of("report", report));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.withHtmlContent(printable(page), null);
    builder.withProducer("Mockloop");
    // nothing typed may make the file ask for anything
    builder.useUriResolver((base, uri) -> uri.startsWith("#") ? uri : null);
    font(builder, "Sans-Regular", 400, false);
    font(builder, "Sans-Bold", 700, false);
    font(builder, "Sans-Italic", 400, true);
    builder.toStream(out);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException("the report cannot be written as PDF", e);
    }
    return out.toByteArray();
  }

  private static void font(PdfRendererBuilder builder, String face, int weight, boolean italic) {
    builder.useFont(
        () -> open(FONTS + face + ".ttf"),
        "Report",
        weight,
        italic ? FontStyle.ITALIC : FontStyle.NORMAL,
        true);
  }

  private static InputStream open(String file) {
    InputStream in = ReportPdf.class.getResourceAsStream(file);
    if (in == null) {
      throw new IllegalStateException(file + " is not on the class path; build Mockloop again");
    }
    return in;
  }

  /** Without the control characters that XML has no way to write; nobody can see them anyway. */
  private static String printable(String page) {
    StringBuilder text = new StringBuilder(page.length());
    page.codePoints()
        .filter(
            c ->
                c == '\n'
                    || c == '\t'
                    || c >= 0x20 && c <= 0xD7FF
                    || c >= 0xE000 && c <= 0xFFFD
                    || c >= 0x10000)
        .forEach(text::appendCodePoint);
    return text.toString();
  }
}
