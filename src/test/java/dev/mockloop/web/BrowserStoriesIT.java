package dev.mockloop.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** The story bank: written down, scored, mended, deleted. */
class BrowserStoriesIT extends BrowserTest {
  BrowserStoriesIT() {
    super(390, 844, ColorScheme.DARK);
  }

  @Test
  void aStoryIsWrittenInPartsScoredMendedAndDeleted() {
    page.navigate(server.url() + "stories");
    Browser.assertAccessible(page);
    link("Begin: An incident that I led").click();
    assertThat(page.getByLabel("Title")).hasValue("An incident that I led");
    Browser.assertAccessible(page);
    page.getByLabel("Situation")
        .fill(
            "In March 2024 the booking site of our port was down for all 300 shippers, on a Friday at 17:00.");
    page.getByLabel("Task").fill("I was on call, and I took the incident command.");
    page.getByLabel("Action")
        .fill(
            "I asked one engineer to roll the release back and another to watch the error rate. I wrote to support every 15 minutes.");
    button("Keep it").click();

    assertThat(page.locator(".card h2")).hasText("An incident that I led");
    assertThat(page.locator(".card")).containsText("Not told yet");
    assertThat(page.locator(".card")).containsText("result");
    assertThat(page.locator("tbody tr").first()).containsText("gap");
    Browser.assertAccessible(page);

    link("Edit An incident that I led").click();
    assertThat(page.getByLabel("Task")).hasValue("I was on call, and I took the incident command.");
    page.getByLabel("Result")
        .fill(
            "After 25 minutes the site was back, and no shipment was lost. The year before it took 3 hours.");
    page.getByLabel("Reflection")
        .fill(
            "I learned to roll back first and to ask later. Since then every release has a tested way back.");
    button("Keep it").click();
    assertThat(page.getByText(java.util.regex.Pattern.compile("Not told yet:.*result")))
        .hasCount(0);
    assertThat(page.locator(".card")).containsText("It carries");

    link("Edit An incident that I led").click();
    page.getByText("Delete this story").click();
    button("Delete for good").click();
    assertThat(page.locator(".empty")).containsText("No story is kept yet");
  }

  @Test
  void whatIsRefusedComesBackAsItWasTyped() {
    page.navigate(server.url() + "stories/new?title=Nothing%20yet");
    button("Keep it").click();

    assertThat(page.locator("[role=alert]")).containsText("write at least one part");
    assertThat(page.getByLabel("Title")).hasValue("Nothing yet");
    Browser.assertAccessible(page);
  }
}
