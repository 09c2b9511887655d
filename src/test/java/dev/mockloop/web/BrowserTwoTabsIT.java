package dev.mockloop.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One question open in two places at once: nothing that was typed in either is lost. */
class BrowserTwoTabsIT extends BrowserTest {
  private static final Pattern SAVED = Pattern.compile("Saved \\d");
  private static final double PATIENCE = 30_000;
  private Page other;

  BrowserTwoTabsIT() {
    super(1280, 900, ColorScheme.LIGHT);
  }

  @BeforeEach
  void openTheSameQuestionTwice() {
    practise("Distributed rate limiter");
    other = page.context().newPage();
    other.navigate(page.url());
    other.locator("#text").waitFor();
  }

  private static void type(Page tab, String text) {
    tab.locator("#text").fill(text);
  }

  private static void save(Page tab, String text) {
    tab.evaluate("document.getElementById('saved').textContent = ''");
    type(tab, text);
    assertThat(tab.locator("#saved")).containsText(SAVED);
  }

  /** The answer is scored before the follow-up is asked, which may take its time. */
  private static void followUp(Page tab) {
    assertThat(tab.locator("h1.ask"))
        .containsText(
            "Follow-up", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
  }

  @Test
  void theSecondTabIsToldAndBothTextsOutliveAReload() {
    save(page, "from the first tab");
    type(other, "from the second tab");
    assertThat(other.locator("#conflict")).isVisible();
    Browser.assertAccessible(other);
    other.setViewportSize(390, 844);
    other.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/pictures/conflict-390.png")));

    save(page, "from the first tab, longer");
    other.reload();
    assertThat(other.locator("#text")).hasValue("from the second tab");
    assertThat(other.locator("#conflict")).isVisible();
    assertThat(other.locator("#conflict-kept")).hasText("from the first tab, longer");
    page.reload();
    assertThat(page.locator("#text")).hasValue("from the first tab, longer");

    other.locator("#take-kept").click();
    assertThat(other.locator("#text")).hasValue("from the first tab, longer");
    save(other, "from the first tab, longer, and from the second");
  }

  @Test
  void handingInFromOneTabNeverCoversWhatWasSavedInTheOther() {
    save(page, "the long answer");
    other.locator("#submit").click();
    assertThat(other.locator("#conflict")).isVisible();
    assertThat(other.locator("#conflict-kept")).hasText("the long answer");
    assertThat(other.locator("#text")).hasValue("");
    other.locator("#take-kept").click();
    other.locator("#submit").click();
    followUp(other);
    other.locator("details.asked summary").click();
    assertThat(other.locator("details.asked")).containsText("the long answer");
  }

  @Test
  void whatIsTypedInOneTabWhenTheOtherHandsInIsKeptInTheNotes() {
    save(page, "handed in");
    other.reload();
    other.route("**/drafts/**", route -> route.abort());
    type(other, "handed in, and a last word");
    assertThat(other.locator("#saved")).containsText("Not saved");
    page.locator("#submit").click();
    followUp(page);
    other.unroute("**/drafts/**");
    followUp(other);
    assertThat(other.locator("#notes")).hasValue(Pattern.compile("handed in, and a last word"));
  }

  @Test
  void aReplyThatGetsLostIsNotTakenForAnotherTab() {
    page.route(
        "**/drafts/**",
        route -> {
          APIResponse went = route.fetch();
          Assertions.assertThat(went.status()).isEqualTo(200);
          route.abort();
        });
    type(page, "it went through");
    assertThat(page.locator("#saved")).containsText("Not saved");
    type(page, "it went through, and more");
    page.unroute("**/drafts/**");
    assertThat(page.locator("#saved")).containsText(SAVED);
    assertThat(page.locator("#conflict")).isHidden();
    page.reload();
    assertThat(page.locator("#text")).hasValue("it went through, and more");
  }

  @Test
  void aTextFromAnotherDeviceIsNotCoveredByOneThatWasTypedOffline() throws Exception {
    save(page, "one");
    page.route("**/drafts/**", route -> route.abort());
    type(page, "one, typed on the train");
    assertThat(page.locator("#saved")).containsText("Not saved");
    String session = page.url().substring(page.url().lastIndexOf('/') + 1);
    new Candidate(server).save(session, "0.0", 2, "one, typed on the phone");

    other.reload();
    assertThat(other.locator("#text")).hasValue("one, typed on the train");
    assertThat(other.locator("#conflict-kept")).hasText("one, typed on the phone");
    Assertions.assertThat(new Candidate(server).state(session).at("/draft/text").asString())
        .isEqualTo("one, typed on the phone");
  }
}
