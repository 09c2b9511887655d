package dev.mockloop.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One question open in two places at once: nothing that was typed in either is lost. */
class BrowserTwoTabsIT extends BrowserTest {
  private static final Pattern SAVED = Pattern.compile("Saved \\d");
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
    type(tab, text);
    assertThat(tab.locator("#saved")).containsText(SAVED);
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
    assertThat(other.locator("h1.ask")).containsText("Follow-up");
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
    assertThat(page.locator("h1.ask")).containsText("Follow-up");
    other.unroute("**/drafts/**");
    assertThat(other.locator("h1.ask")).containsText("Follow-up");
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
    BrowserContext context = page.context();
    context.setOffline(true);
    type(page, "one, typed on the train");
    assertThat(page.locator("#saved")).containsText("Not saved");
    String url = page.url();
    page.close();
    other.close();

    String session = url.substring(url.lastIndexOf('/') + 1);
    new Candidate(server).save(session, "0.0", 2, "one, typed on the phone");
    context.setOffline(false);
    try (Page again = context.newPage()) {
      again.navigate(url);
      assertThat(again.locator("#text")).hasValue("one, typed on the train");
      assertThat(again.locator("#conflict-kept")).hasText("one, typed on the phone");
    }
    Assertions.assertThat(new Candidate(server).state(session).at("/draft/text").asString())
        .isEqualTo("one, typed on the phone");
  }
}
