package dev.mockloop.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.rubric.yaml.RubricFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a candidate does with finished sessions: find, name, compare, delete. */
class BrowserReviewIT extends BrowserTest {
  private static final String FIRST =
      "I mentored a junior, Tom. We talked now and then, and he got better in the end.";
  private static final String SECOND =
      "In March 2024 I led the billing team and Ana joined us. She was stuck on the zebra ledger for"
          + " two weeks. I asked her where she got lost and agreed on one goal a week. I paired with"
          + " her twice a week and let her lead the refund feature. After four months she shipped it"
          + " alone and her review time fell from 3 days to 1. I learned to ask before I explain.";

  BrowserReviewIT() {
    super(1280, 900, ColorScheme.LIGHT);
  }

  @BeforeEach
  void practiseTwice() {
    page.navigate(server.url() + "transcripts");
    Browser.assertAccessible(page);
    practised(FIRST);
    practised(SECOND);
  }

  private void practised(String text) {
    practise("Mentoring a junior engineer");
    page.locator("#text").fill(text);
    page.locator("#submit").click();
    assertThat(page.locator("h1.ask")).containsText("Follow-up");
    page.locator("#text").fill("She works alone now.");
    page.locator("#submit").click();
    link("Read the report").click();
    assertThat(page.locator("h1")).containsText("Decision");
  }

  @Test
  void wordsAreFoundSessionsRenamedAndDeletedForGood() throws Exception {
    page.getByText("Rename or delete").click();
    page.getByLabel("Name").fill("After the workshop");
    button("Rename").click();
    assertThat(page.locator("#title")).hasText("After the workshop");
    Browser.assertAccessible(page);

    link("Transcripts").click();
    page.getByLabel("Words in the answers").fill("\"zebra ledgers\"");
    button("Show").click();
    assertThat(page.locator(".hits li")).hasCount(1);
    assertThat(page.locator(".hits mark").first()).hasText("zebra ledger");
    assertThat(page.locator("tbody tr")).hasCount(1);
    Browser.assertAccessible(page);
    picture("search");
    page.getByLabel("Words in the answers").fill("walrus");
    button("Show").click();
    assertThat(page.locator("main")).containsText("Nothing fits");
    Browser.assertAccessible(page);
    link("Show all").click();
    assertThat(page.locator("tbody tr")).hasCount(2);

    page.locator("tbody tr")
        .filter(new Locator.FilterOptions().setHasText("After the workshop"))
        .getByText("Delete")
        .click();
    Browser.assertAccessible(page);
    button("Delete for good").click();
    assertThat(page.locator("tbody tr")).hasCount(1);
    page.navigate(server.url() + "transcripts?q=zebra");
    assertThat(page.locator("main")).containsText("Nothing fits");
    try (Stream<Path> left = Files.list(folder.resolve("transcripts"))) {
      assertThat(left.filter(f -> !f.getFileName().toString().startsWith(".")))
          .as("sessions on disk")
          .hasSize(1);
    }
  }

  @Test
  void progressShowsEveryAttemptAndTwoAreComparedByTheWordsThatMoved() {
    link("Progress").click();
    assertThat(page.locator("canvas")).hasCount(2);
    assertThat(page.locator("#table-0 tbody tr")).hasCount(2);
    Browser.assertAccessible(page);
    picture("progress");
    link("Compare the last two").click();
    assertThat(page.locator("h1")).hasText("Mentoring a junior engineer");
    assertThat(page.locator(".moved q").first()).isVisible();
    assertThat(page.locator(".moved")).containsText("she got lost and agreed on one goal");
    Browser.assertAccessible(page);
    picture("compare");
    for (ColorScheme scheme : ColorScheme.values()) {
      try (Page phone = browser.page(390, 844, scheme)) {
        for (String path : new String[] {"progress", page.url().substring(server.url().length())}) {
          phone.navigate(server.url() + path);
          Browser.assertAccessible(phone);
          int wide = ((Number) phone.evaluate("document.documentElement.scrollWidth")).intValue();
          assertThat(wide).as(path).isLessThanOrEqualTo(390);
          phone.screenshot(
              new Page.ScreenshotOptions()
                  .setPath(Path.of("target/pictures", path.substring(0, 7) + "-" + scheme + ".png"))
                  .setFullPage(true));
        }
      }
    }
  }

  @Test
  void aMonthOfPracticeIsALineThatCanBeFollowed() throws Exception {
    Candidate ada = new Candidate(server);
    ShiftedClock clock = new ShiftedClock(folder.resolve("clock"));
    String strong =
        RubricFolder.read(RUBRICS)
            .catalogue()
            .question(new QuestionId("design/card-charging"))
            .flatMap(q -> q.guidance().strong())
            .orElseThrow();
    for (int week = 1; week <= 5; week++) {
      clock.shift(Duration.ofDays(6));
      String session =
          ada.create(
              Map.of("question", "design/card-charging", "mode", "practice", "candidate", "Ada"));
      ada.act(session, "start");
      ada.answer(session, "0.0", strong.substring(0, strong.length() * week / 5));
      ada.answer(session, "0.0p", "I would reconcile every hour.");
    }

    page.navigate(server.url() + "progress?candidate=Ada");
    assertThat(page.locator("#table-0 tbody tr")).hasCount(5);
    assertThat(page.locator("canvas")).hasCount(2);
    Browser.assertAccessible(page);
    page.setViewportSize(1280, 1500);
    forTheReadme("progress");
  }

  @Test
  void theReportAsAFileLooksLikeTheReportWithoutAServer() throws Exception {
    String id = page.url().replaceAll(".*/sessions/([^/]+)/.*", "$1");
    assertThat(page.locator("#plan-title")).hasText("Six weeks from here");
    java.net.http.HttpClient client = java.net.http.HttpClient.newHttpClient();
    Path file = folder.resolve("report.html");
    client.send(
        java.net.http.HttpRequest.newBuilder(
                java.net.URI.create(server.url() + "api/sessions/" + id + "/transcript.html"))
            .build(),
        java.net.http.HttpResponse.BodyHandlers.ofFile(file));
    server.kill();
    page.navigate("about:blank");
    page.setContent(Files.readString(file));
    assertThat(page.locator(".answer-card")).hasCSS("border-radius", "10px");
    Browser.assertAccessible(page);
    assertThat(page.locator("h1")).containsText("Decision");
    assertThat(page.locator("a.ev.asserted").first()).isVisible();
    picture("report-file");
  }

  @Test
  void answersToDifferentQuestionsAreNotCompared() {
    page.setExtraHTTPHeaders(java.util.Map.of("Accept", "text/html"));
    page.navigate(server.url() + "compare?a=nothing&b=20260105-120000-abc:0.1");
    assertThat(page.locator("main")).containsText("named by session and place");
    page.navigate(server.url() + "compare?a=20260105-120000-abc:0.1&b=x");
    assertThat(page.locator("main")).containsText("no such finished session");
  }
}
