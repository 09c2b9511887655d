package dev.mockloop.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.live.FinishedLoop;
import dev.mockloop.live.Report;
import dev.mockloop.live.TranscriptTable;
import dev.mockloop.live.TranscriptText;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are taken along: whatever was typed, nothing in them runs, loads or calculates. */
class ExportsTest {
  private static final String HOSTILE =
      """
      =HYPERLINK("http://127.0.0.1:1/x","limit") per key, because one client must not hurt others.
      <script>alert(1)</script> <img src=x onerror=alert(1)> <a href="javascript:alert(1)">a</a>
      [limit](javascript:alert(1)) ![limit](http://127.0.0.1:1/x.png) <javascript:alert(1)>
      \\[count](javascript:alert(2)) ]]> --> </style></textarea> ``` ```` @SUM(1) ＝1+1
      I would count <b>requests per key</b> in [a token bucket](vbscript:x) and reject the rest.
      """;

  @TempDir static Path folder;
  private static Report report;

  @BeforeAll
  static void run() {
    report = FinishedLoop.report(folder, q -> HOSTILE);
  }

  @Test
  void aReportPageHoldsWhatWasTypedAsTextOnly() {
    String page = ReportFile.html(report);
    assertThat(page).contains("&lt;script>", "token bucket");
    assertThat(page)
        .doesNotContainPattern("(?i)<(script|img|iframe|object|embed|form|link|base|svg)\\b")
        .doesNotContainPattern("(?i)<[^<>]*\\s(on[a-z]+|style|srcset|src)\\s*=")
        .doesNotContainPattern("(?i)<[^<>]*href=\"\\s*(javascript|vbscript|data):");
  }

  @Test
  void noLinkOfAnAnswerRunsAnything() {
    String markdown = TranscriptText.of(report);
    assertThat(markdown).contains("[limit](javascript:alert(1))");
    String shown = HtmlRenderer.builder().build().render(Parser.builder().build().parse(markdown));
    assertThat(shown)
        .as("as a reader shows it that lets everything through")
        .doesNotContainPattern("(?i)<(script|img|a|b|iframe)\\b");
  }

  @Test
  void noCellOfATableIsAFormula() throws IOException {
    int cells = 0;
    for (CSVRecord line :
        CSVFormat.RFC4180.parse(new StringReader(TranscriptTable.of(report))).getRecords()) {
      for (String cell : line) {
        assertThat(cell).doesNotMatch("(?s)[=+\\-@\0\t\r＝＋－＠].*");
        cells++;
      }
    }
    assertThat(cells).isGreaterThan(100);
  }

  @Test
  void aFileOfAReportHoldsNothingThatRuns() throws IOException {
    byte[] file = ReportPdf.bytes(report);
    assertThat(new String(file, StandardCharsets.ISO_8859_1))
        .doesNotContain("/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/OpenAction", "/AA ");
    try (PDDocument document = Loader.loadPDF(file)) {
      assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
      assertThat(document.getDocumentCatalog().getNames()).isNull();
      for (PDPage page : document.getPages()) {
        assertThat(page.getAnnotations())
            .allSatisfy(
                a ->
                    assertThat(
                            a instanceof PDAnnotationLink link
                                && link.getAction() instanceof PDActionURI uri
                                && !uri.getURI().startsWith("http"))
                        .isFalse());
      }
    }
  }
}
