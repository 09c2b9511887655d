package dev.mockloop.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.mockloop.live.CopiedSamples;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The hour of docs/calibration.md from end to end: rated, disagreed on, settled, looked at, mended,
 * published and rolled back.
 */
class BrowserCalibrationHourIT extends BrowserTest {
  /** Fits and scoring take their time on a small machine. */
  private static final double LONG = 180_000;

  private static final String RUBRIC = "workbench/behavioral/mentoring";

  BrowserCalibrationHourIT() {
    super(1280, 900, ColorScheme.LIGHT);
  }

  @BeforeEach
  void serveSamples() throws Exception {
    server.close();
    CopiedSamples.into(folder.resolve("transcripts"));
    server = serve(0);
    page.setDefaultNavigationTimeout(LONG);
  }

  private static void soon(Locator where, String text) {
    assertThat(where)
        .containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(LONG));
  }

  @Test
  void anHourGoesFromBlindRatingsToABetterRubricAndBack() {
    rate();
    settle();
    page.navigate(server.url() + "calibrate/agreement");
    assertThat(page.locator("main")).containsText("Ada");
    Browser.assertAccessible(page);
    page.locator("#pair-0").evaluate("e => e.scrollIntoView()");
    forTheReadme("agreement");
    fit();
    seeWhatIf();
    publish();
    rollBack();
  }

  private void rate() {
    page.navigate(server.url() + "calibrate");
    page.getByLabel("Your name").fill("Ada");
    button("Begin to rate").click();
    assertThat(page.locator("#next-title")).containsText("Ada");
    forTheReadme("calibrate");
    page.navigate(server.url() + "calibrate/rate/sample-staff-amira/behavioral/pushback");
    int levels = page.locator("fieldset[data-level]").count();
    for (int i = 0; i < levels; i++) {
      page.keyboard().press("1");
      page.keyboard().press("j");
    }
    page.evaluate("window.scrollTo(0, 0)");
    forTheReadme("rate");
    page.keyboard().press("Control+Enter");
    soon(page.locator("#rated .flag, .flag").first(), "The raters disagree.");
  }

  private void settle() {
    link("Settle it").click();
    page.locator("input[name=level][value='4']").check();
    page.getByLabel("Reason")
        .fill("The second paragraph meets the anchor for 4: a wrong call, owned.");
    forTheReadme("settle");
    button("Settle it").click();
    assertThat(page.locator(".next")).containsText("Settled at 4 yes by Ada");
  }

  private void fit() {
    page.navigate(server.url() + RUBRIC);
    assertThat(page.locator("#problems")).containsText("All is well");
    page.locator("#editor .ace_text-input").focus();
    page.keyboard().press("Control+Home");
    page.keyboard().type("# begun by Ada\n");
    assertThat(page.locator("#saved")).containsText("Draft saved");
    page.navigate(server.url() + RUBRIC + "/fit");
    button("Put the fit into the draft").click();
    button("Put it in").click();
    soon(page.locator("#apply-state"), "The fit is in the draft");
    link("Look at it in the editor").click();
    assertThat(page.locator("#yaml")).hasValue(Pattern.compile("^# begun by Ada\n"));
  }

  /** A level is reached sooner under the draft, so that answers move. */
  private void seeWhatIf() {
    assertThat(page.locator("#problems")).containsText("All is well");
    assertThat(page.locator("#preview .ev").first()).isVisible();
    page.evaluate(
        """
        () => {
          const editor = ace.edit("editor");
          const row = editor.getValue().split("\\n").indexOf("criteria:");
          editor.session.insert({ row, column: 0 }, "thresholds: {staff: [1.3, 2.2, 3, 4]}\\n");
        }""");
    assertThat(page.locator("#saved")).containsText("Draft saved");
    assertThat(page.locator("#problems")).containsText("All is well");
    button("What if?").click();
    soon(page.locator("#what-if"), "Quadratic weighted kappa");
    assertThat(page.locator(".moves > li").first()).containsText("becomes");
    page.locator(".moves summary").first().click();
    Browser.assertAccessible(page);
    page.locator("#what-if").scrollIntoViewIfNeeded();
    page.locator(".what-if-result").evaluate("e => e.scrollIntoView()");
    forTheReadme("whatif");
  }

  private void publish() {
    button("Review and publish …").click();
    assertThat(page.locator(".diff")).containsText("# begun by Ada");
    assertThat(page.locator(".diff ins").last()).containsText("weight");
    page.getByLabel("Author").fill("Ada");
    page.getByLabel("Note").fill("Weights and thresholds as our ratings have them.");
    button("Publish as a new version").click();
    assertThat(page.locator("#v2")).containsText("in use");
    forTheReadme("versions");
  }

  private void rollBack() {
    link("Roll back to version 1").click();
    page.getByLabel("Reason").fill("We rate more answers first.");
    button("Roll back").click();
    assertThat(page.locator("#v3")).containsText("Rolled back to version 1.");
    assertThat(page.locator("#v3")).containsText("in use");
  }
}
