package dev.mockloop.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Practice on a phone: the meter while typing, the report, and writing on at an answer. */
class BrowserPracticeIT extends BrowserTest {
  private static final String MENTORED =
      "In spring 2023 I led the billing team and Ana joined us from university. She was stuck for"
          + " two weeks. I asked her where she got lost and we agreed on one goal a week. I paired"
          + " with her twice a week. ";
  private static final String MORE =
      "After four months she shipped the refund feature alone and her review time fell from 3 days"
          + " to 1. I learned to ask before I explain, because she knew more than I had thought.";

  BrowserPracticeIT() {
    super(390, 844, ColorScheme.DARK);
  }

  @Test
  void theMeterFillsWhileTypingAndAnAnswerCanBeWrittenOn() {
    practise("Mentoring a junior engineer");
    assertThat(page.locator("#meters dt").first()).isVisible();
    assertThat(page.locator("#arc-meters dd span").nth(2)).hasText("0%");
    page.locator("#text").pressSequentially(MENTORED);
    assertThat(page.locator("#arc-meters dd span").nth(2)).not().hasText("0%");
    button("Give me a hint").click();
    assertThat(page.locator("#hint")).containsText("?");
    Browser.assertAccessible(page);
    picture("practice-phone");
    page.keyboard().press("Control+/");
    assertThat(page.locator("#help")).isVisible();
    Browser.assertAccessible(page);
    page.keyboard().press("Escape");
    page.keyboard().press("Alt+n");
    assertThat(page.locator("#notes")).isFocused();
    page.keyboard().type("three steps, then the figure");
    page.reload();
    assertThat(page.locator("#notes")).hasValue("three steps, then the figure");
    page.locator("#submit").click();
    assertThat(page.locator("h1.ask")).containsText("Follow-up");
    page.locator("#text").fill("I do not remember.");
    page.locator("#submit").click();

    link("Read the report").click();
    link("See how it was written").click();
    Browser.assertAccessible(page);
    assertThat(page.locator("#frame")).containsText("paired with her");
    page.locator("#scrub").focus();
    page.keyboard().press("Home");
    assertThat(page.locator("#at")).containsText("1 of");
    picture("replay-phone");
    page.goBack();
    link("Write on and score it again").click();
    Browser.assertAccessible(page);
    page.getByLabel("Answer this now").fill(MORE);
    button("Score it again").click();
    assertThat(page.locator("#change h2")).hasText(Pattern.compile("From \\d\\.\\d to \\d\\.\\d"));
    String[] change = page.locator("#change h2").innerText().split(" ");
    assertThat(Double.parseDouble(change[3])).isGreaterThan(Double.parseDouble(change[1]));
    assertThat(page.getByLabel("Answer this now")).hasValue(MORE);
    Browser.assertAccessible(page);
    picture("rewrite-phone");
  }

  @Test
  void oneRoundIsPractisedLeftAndGoneOnWithFromTheStartPage() {
    page.navigate(server.url());
    page.locator("#loop-staff-full").getByText("Practise one round").click();
    page.locator("#loop-staff-full")
        .getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Leadership and behavior"))
        .click();
    assertThat(page.locator(".timeline h3")).hasText("Leadership and behavior");
    button("Start the clock").click();
    page.locator("#text").fill("In March 2024 I was asked");
    assertThat(page.locator("#saved")).containsText(Pattern.compile("Saved \\d"));
    assertThat(page.locator("nav")).hasCount(0);

    page.navigate(server.url());
    assertThat(page.locator("#open-title")).hasText("Go on where you were");
    Browser.assertAccessible(page);
    link("Staff engineer, full loop: Leadership and behavior").click();
    assertThat(page.locator("#text")).hasValue("In March 2024 I was asked");
  }

  @Test
  void aResumePicksTheQuestionsOfALoopOfOnesOwn() {
    page.navigate(server.url());
    link("Make your own, or one that fits a resume").click();
    Browser.assertAccessible(page);
    page.getByLabel("Resume or job description")
        .fill(
            "Built push and email notification delivery for millions of devices. Mentored juniors.");
    button("Find the questions that fit").click();
    assertThat(page.locator("[role=status]")).containsText("questions fit");
    assertThat(page.locator("input[value='design/notification-system']")).isChecked();
    assertThat(page.locator(".fits mark").first()).isVisible();
    Browser.assertAccessible(page);
    picture("own-loop-phone");
    page.getByLabel("Name of the loop").fill("For the port company");
    page.getByLabel("Minutes for Real-time notification system").fill("31");
    button("Run this loop").click();
    assertThat(page.locator("h1")).hasText("For the port company");
    button("Start the clock").click();
    assertThat(page.locator("#sheet")).hasAttribute("data-place", "0.0");
  }

  @Test
  void aLoopOfOnesOwnIsKeptAsAFileAndOfferedLikeAnyOther() throws Exception {
    Path rubrics = folder.resolve("rubrics");
    for (String file : List.of("design/rate-limiter", "behavioral/mentoring")) {
      Path copy = rubrics.resolve(file + ".yaml");
      Files.createDirectories(copy.getParent());
      Files.copy(RUBRICS.resolve(file + ".yaml"), copy);
    }
    server.close();
    server =
        ServerProcess.start(0, rubrics, folder.resolve("transcripts"), folder.resolve("clock"));
    page.navigate(server.url() + "own");
    page.getByLabel("Distributed rate limiter", new Page.GetByLabelOptions().setExact(true))
        .check();
    page.getByLabel("Mentoring a junior engineer", new Page.GetByLabelOptions().setExact(true))
        .check();
    page.getByLabel("Minutes for Distributed rate limiter").fill("25");
    page.locator("input[name='order-behavioral']").fill("1");
    page.locator("input[name='order-design']").fill("2");
    page.getByLabel("Name of the loop").fill("Thursday evening");
    button("Keep it for later").click();

    assertThat(page.locator("#loop-thursday-evening .rounds li")).hasCount(2);
    assertThat(page.locator("#loop-thursday-evening .rounds li").first())
        .containsText("behavioral");
    assertThat(rubrics.resolve("loops/thursday-evening.yaml"))
        .content()
        .contains("title: Thursday evening", "minutes: 25");
  }

  @Test
  void markdownIsLaidOutAndDiagramsAreDrawnWithoutRunningWhatWasTyped() {
    practise("Distributed rate limiter");
    page.evaluate("window.hacked = false");
    page.locator("#text")
        .fill(
            """
            - one **limit** per key
            <img src=x onerror="window.hacked = true">

            ```mermaid
            graph TD
              Client --> Limiter["<img src=x onerror='parent.hacked = true'> Limiter"]
              Limiter --> Store
            ```
            """);
    page.locator("#text").press("Alt+p");
    assertThat(page.locator("#preview-sheet li strong")).hasText("limit");
    assertThat(page.locator("#preview-sheet img")).hasCount(0);
    FrameLocator drawn = page.frameLocator("#preview-sheet iframe");
    assertThat(drawn.locator("svg")).containsText("Store");
    assertThat((boolean) page.evaluate("window.hacked")).isFalse();
    Browser.assertAccessible(page);
    picture("preview-phone");

    page.locator("#text").press("Control+Enter");
    assertThat(page.locator("h1.ask")).containsText("Follow-up");
    page.locator("#submit").click();
    link("Read the report").click();
    assertThat(page.frameLocator("[data-diagrams] iframe").locator("svg")).containsText("Store");
    assertThat(page.getByText("Source of the diagram")).isVisible();
  }

  @Test
  void aLoopWithoutAQuestionIsRefusedWithTheMend() {
    page.setExtraHTTPHeaders(java.util.Map.of("Accept", "text/html"));
    page.navigate(server.url() + "own");
    button("Run this loop").click();
    assertThat(page.locator("main")).containsText("choose at least one question");
    Browser.assertAccessible(page);
  }
}
