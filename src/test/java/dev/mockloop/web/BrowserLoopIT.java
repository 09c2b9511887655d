package dev.mockloop.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.mockloop.rubric.Catalogue;
import dev.mockloop.rubric.QuestionId;
import dev.mockloop.rubric.yaml.RubricFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A candidate runs a whole loop in a real browser, against a real server that is killed in the
 * middle.
 */
class BrowserLoopIT extends BrowserTest {
  private ShiftedClock clock;
  private final List<String> typed = new ArrayList<>();

  BrowserLoopIT() {
    super(1280, 900, ColorScheme.LIGHT);
  }

  @BeforeEach
  void shiftTheClock() {
    clock = new ShiftedClock(folder.resolve("clock"));
  }

  @Test
  void aCandidateRunsTheWholeLoopAndReadsTheReport() throws Exception {
    page.navigate(server.url());
    Browser.assertAccessible(page);
    page.getByLabel("Your name").first().fill("Ada");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Choose this loop"))
        .first()
        .click();
    Browser.assertAccessible(page);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start the clock")).click();

    Catalogue catalogue = RubricFolder.read(RUBRICS).catalogue();
    for (int r = 0; r < 3; r++) {
      for (int q = 0; q < 3; q++) {
        QuestionId id =
            catalogue.loop("staff-full").orElseThrow().rounds().get(r).slots().get(q).question();
        String mark = "Mark " + r + q + ".";
        answer(
            catalogue.question(id).orElseThrow().guidance().strong().orElseThrow() + "\n" + mark,
            r,
            q);
        probe("It fails over within a minute, because we tested it. " + mark);
      }
      if (r < 2) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Break")))
            .isVisible();
        Browser.assertAccessible(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Go on now")).click();
      }
    }

    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Read the report")).click();
    assertThat(page.locator("h1")).containsText("Decision");
    String report = page.locator("main").innerText();
    assertThat(typed)
        .hasSize(18)
        .allSatisfy(
            t ->
                assertThat(report.replaceAll("\\s+", " "))
                    .contains(t.replaceAll("\\s+", " ").strip()));
    assertThat(page.locator("a.ev.asserted").count()).isGreaterThan(50);
    Browser.assertAccessible(page);
    pictures();
    page.navigate(server.url() + "transcripts");
    assertThat(page.locator("main")).containsText("Ada");
    Browser.assertAccessible(page);
  }

  private void answer(String text, int r, int q) throws Exception {
    assertThat(page.locator("#sheet")).hasAttribute("data-place", r + "." + q);
    page.locator("#text").fill(text);
    typed.add(text);
    assertThat(page.locator("#saved")).containsText(Pattern.compile("Saved \\d"));
    if (r == 0 && q == 0) {
      Browser.assertAccessible(page);
      page.evaluate("scrollTo(0, 0)");
      forTheReadme("question");
    }
    if (r == 0 && q == 2) {
      leaveToTheDeadline();
    } else if (r == 1 && q == 0) {
      killAndRestart(text);
      page.keyboard().press("Control+Enter");
    } else {
      page.locator("#submit").click();
    }
  }

  /** Moves the clock to just before the end, and does nothing: the page goes on by itself. */
  private void leaveToTheDeadline() throws Exception {
    double left = Double.parseDouble(page.locator("#sheet").getAttribute("data-left"));
    clock.shift(Duration.ofMillis((long) (left * 1000) - 20_000));
    page.reload();
    assertThat(page.locator("#clock-word")).hasText("last minute");
    assertThat(page.locator("#announce"))
        .hasText("One minute. Finish the thought that you are in.");
    clock.shift(Duration.ofSeconds(15));
    page.reload();
    page.waitForSelector(
        "#sheet[data-place='0.2p']", new Page.WaitForSelectorOptions().setTimeout(30_000));
  }

  private void killAndRestart(String text) throws Exception {
    int port = server.port();
    server.kill();
    page.locator("#text").press("End");
    page.locator("#text").pressSequentially(" Typed while away.");
    assertThat(page.locator("#saved")).containsText("Not saved");
    server = serve(port);
    assertThat(page.locator("#saved"))
        .containsText(
            Pattern.compile("Saved \\d"),
            new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                .setTimeout(30_000));
    page.reload();
    assertThat(page.locator("#text")).hasValue(Pattern.compile("Typed while away"));
    assertThat(page.locator("#sheet")).hasAttribute("data-place", "1.0");
    typed.removeLast();
    typed.add(page.locator("#text").inputValue());
    assertThat(typed.getLast()).startsWith(text.substring(0, 100));
  }

  private void probe(String text) {
    assertThat(page.locator("h1.ask")).containsText("Follow-up");
    page.locator("#text").fill(text);
    typed.add(text);
    page.locator("#submit").click();
    assertThat(page.locator("h1")).not().containsText("Follow-up");
  }

  private void pictures() throws Exception {
    page.setViewportSize(1280, 1900);
    forTheReadme("report");
    String url = page.url();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : List.of(1280, 390)) {
        try (Page other = browser.page(width, 900, scheme)) {
          for (String path :
              List.of(
                  url,
                  server.url(),
                  server.url() + "transcripts",
                  server.url() + "api",
                  server.url() + "nothing")) {
            other.setExtraHTTPHeaders(java.util.Map.of("Accept", "text/html"));
            other.navigate(path);
            Browser.assertAccessible(other);
            int wide = ((Number) other.evaluate("document.documentElement.scrollWidth")).intValue();
            assertThat(wide).as(path + " at " + width).isLessThanOrEqualTo(width);
            Files.createDirectories(Path.of("target/pictures"));
            other.screenshot(
                new Page.ScreenshotOptions()
                    .setPath(
                        Path.of(
                            "target/pictures",
                            path.replaceAll("\\W+", "-") + "-" + width + "-" + scheme + ".png")));
          }
        }
      }
    }
  }

  @Test
  void twoTabsNeverLoseAText() {
    page.navigate(server.url());
    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Practise: ")))
        .first()
        .click();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start the clock")).click();
    Page other = page.context().newPage();
    other.navigate(page.url());
    page.locator("#text").fill("from the first tab");
    assertThat(page.locator("#saved")).containsText(Pattern.compile("Saved \\d"));
    other.locator("#text").fill("from the second tab");
    assertThat(other.locator("#conflict")).isVisible();
    assertThat(other.locator("#conflict-kept")).hasText("from the first tab");
    other.locator("#keep-mine").click();
    assertThat(other.locator("#saved")).containsText(Pattern.compile("Saved \\d"));
    page.reload();
    assertThat(page.locator("#text")).hasValue("from the second tab");
  }

  @Test
  void practiceCanBePausedAndRunByKeyboardAlone() {
    page.navigate(server.url());
    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Practise: ")))
        .first()
        .focus();
    page.keyboard().press("Enter");
    assertThat(
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start the clock")))
        .isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("#text")).isFocused();
    page.keyboard().type("I asked her what she needed.");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).hasText("The clock is stopped");
    Browser.assertAccessible(page);
    assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Go on")))
        .isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("#text")).hasValue("I asked her what she needed.");
  }
}
