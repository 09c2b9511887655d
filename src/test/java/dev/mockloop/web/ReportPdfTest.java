package dev.mockloop.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockloop.live.FinishedLoop;
import dev.mockloop.live.Report;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPdfTest {
  @TempDir Path folder;

  private String text(String answer) throws IOException {
    Report report = FinishedLoop.report(folder, q -> answer);
    try (PDDocument document = Loader.loadPDF(ReportPdf.bytes(report))) {
      assertThat(document.getNumberOfPages()).isPositive();
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void theDecisionTheAnswersAndTheNextStepsCanBeRead() throws IOException {
    assertThat(text("I would start with a quota per key, because one client must not hurt others."))
        .contains("Decision:", "quota per key", "The one thing for this round", "Week 6");
  }

  @Test
  void whateverWasTypedTheFileIsWholeAndAsksForNothing() throws IOException {
    String typed =
        "Grüße, Καλημέρα, Привет \u0000\u000b ]]> <img src='http://127.0.0.1:1/x.png'> &amp; 電話 "
            + "\ud83d\ude80 \ud800 end";

    assertThat(text(typed))
        .contains(
            "Grüße", "Καλημέρα", "Привет", "<img src='http://127.0.0.1:1/x.png'> &amp;", "end");
  }
}
