package dev.mockloop.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The server goes away while somebody types, and comes back. */
class BrowserOfflineIT extends BrowserTest {
  private static final String ANSWER =
      "One quota per key, because one client must not hurt others.";

  /** With the time behind it; without, the page only promises to. */
  private static final Pattern SAVED = Pattern.compile("Saved \\d");

  BrowserOfflineIT() {
    super(1280, 900, ColorScheme.LIGHT);
  }

  @Test
  void anAnswerHandedInWhileTheServerIsAwayIsHandedInWhenItIsBack() throws Exception {
    practise("Distributed rate limiter");
    page.locator("#text").fill(ANSWER);
    assertThat(page.locator("#saved")).containsText(SAVED);
    int port = server.port();
    server.kill();

    page.locator("#text").press("Control+Enter");
    assertThat(page.locator("#away")).containsText("handed in as soon as it is back");
    Browser.assertAccessible(page);
    picture("away");

    server = serve(port);
    assertThat(page.locator("h1.ask"))
        .containsText("Follow-up", new ContainsTextOptions().setTimeout(60_000));
  }

  @Test
  void whoWouldRatherWriteOnKeepsEveryWordAndTheNoticeGoesWhenTheServerIsBack() throws Exception {
    practise("Distributed rate limiter");
    page.locator("#text").fill("One");
    assertThat(page.locator("#saved")).containsText(SAVED);
    int port = server.port();
    server.kill();
    page.locator("#text").fill(ANSWER);
    page.locator("#text").press("Control+Enter");
    button("Write on instead").click();
    assertThat(page.locator("#text")).isFocused();
    page.keyboard().press("Control+End");
    page.keyboard().type(" And a burst.");
    assertThat(page.locator("#away")).containsText("Go on typing");

    server = serve(port);
    assertThat(page.locator("#saved"))
        .containsText(SAVED, new ContainsTextOptions().setTimeout(60_000));
    assertThat(page.locator("#away")).isHidden();
    page.reload();
    assertThat(page.locator("#text")).hasValue(ANSWER + " And a burst.");
  }
}
