package dev.mockloop.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.mockloop.live.CopiedSamples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The calibration lab: rated by keyboard, disagreed on, settled, overridden. */
class BrowserCalibrateIT extends BrowserTest {
  /** A session is scored when its score is first looked at, in a server that has just begun. */
  private static final int SCORING = 60_000;

  BrowserCalibrateIT() {
    super(1280, 900, ColorScheme.LIGHT);
  }

  @BeforeEach
  void serveSamples() throws Exception {
    server.close();
    CopiedSamples.into(folder.resolve("transcripts"));
    server = serve(0);
  }

  private void call(String name) {
    page.navigate(server.url() + "calibrate");
    page.getByLabel("Your name").fill(name);
    button("Begin to rate").click();
    assertThat(page.locator("#next-title")).containsText(name);
  }

  private void press(String key) {
    page.keyboard().press(key);
  }

  /** The level for every criterion and the whole, by keyboard alone. */
  private void rateAll(String level) {
    int boxes = page.locator("fieldset[data-level]").count();
    for (int b = 0; b < boxes; b++) {
      press(level);
      press("j");
    }
  }

  @Test
  void anAnswerIsRatedByKeyboardAndOnlyThenComparedWithOthers() {
    call("Ada");
    Browser.assertAccessible(page);
    link("Rate the next answer").click();
    Browser.assertAccessible(page);
    Assertions.assertThat(page.content()).doesNotContain("Ines", "Tom<", "Machine");
    assertThat(page.locator("fieldset[data-level] input").first()).isFocused();

    press("3");
    press("ArrowDown");
    press("4");
    press("k");
    assertThat(page.locator("fieldset[data-level] input:checked").first()).isFocused();
    press("2");
    assertThat(page.locator("#kept")).containsText("to go");
    press("Control+Enter");
    assertThat(page).hasURL(Pattern.compile(".*/calibrate/rate/sample-.*"));
    page.reload();
    assertThat(page.locator("#kept")).hasText("What you chose before is back.");
    assertThat(page.locator("fieldset[data-level] input:checked")).hasCount(2);

    page.locator("fieldset[data-level] input:checked").first().focus();
    rateAll("1");
    assertThat(page.locator("#note")).isFocused();
    page.keyboard().type("12345 is only typed here.");
    picture("rate-filled");
    press("Control+Enter");

    page.locator("#rated").waitFor(new Locator.WaitForOptions().setTimeout(SCORING));
    assertThat(page.locator("h2#levels-title")).hasText("Your levels beside others");
    assertThat(page.locator(".levels thead th"))
        .hasText(new String[] {"Criterion", "You", "Ines", "Tom", "Machine"});
    assertThat(page.locator(".levels .whole td").first()).hasText("1");
    assertThat(page.locator("main")).containsText("12345 is only typed here.");
    Assertions.assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
    Browser.assertAccessible(page);
    picture("rated");
    link("Rate the next answer").click();
    assertThat(page.locator(".rate-bar")).containsText("Ada: 1 done, 16 left");
  }

  @Test
  void aDisagreementIsSettledWithAReasonAndWhatWasTypedIsNotLost() {
    page.navigate(server.url() + "calibrate");
    page.getByText("2 disagreements to settle").click();
    Browser.assertAccessible(page);
    assertThat(page.locator("tbody tr")).hasCount(2);
    page.locator("tbody tr a").nth(1).click();
    assertThat(page.locator("h1")).containsText("vent pipeline");
    assertThat(page.locator("a.ev.asserted").first()).isVisible();
    Browser.assertAccessible(page);

    page.locator("input[name=level][value='4']").check();
    page.getByLabel("Reason").fill("Two times, raw first and the silent carrier meet the anchor.");
    page.getByLabel("Your name").fill("=cmd");
    button("Settle it").click();
    assertThat(page.locator("[role=alert]")).containsText("begins with a letter");
    assertThat(page.locator("input[name=level][value='4']")).isChecked();
    assertThat(page.getByLabel("Reason"))
        .hasValue("Two times, raw first and the silent carrier meet the anchor.");
    Browser.assertAccessible(page);
    page.getByLabel("Your name").fill("Marta");
    button("Settle it").click();

    assertThat(page.locator(".next")).containsText("Settled at 4 yes by Marta");
    Browser.assertAccessible(page);
    picture("settled");
    page.navigate(server.url() + "calibrate/adjudicate");
    assertThat(page.locator("tbody tr")).hasCount(1);
  }

  @Test
  void aNewDisagreementComesFromARatingThatIsFarFromOthers() {
    call("Ada");
    page.navigate(server.url() + "calibrate/rate/sample-staff-amira/behavioral/pushback");
    rateAll("1");
    press("Control+Enter");
    page.locator("#rated").waitFor(new Locator.WaitForOptions().setTimeout(SCORING));
    assertThat(page.locator(".flag")).containsText("The raters disagree.");
    assertThat(page.locator(".levels .apart").first()).isVisible();
    link("Settle it").click();
    assertThat(page.locator(".levels thead th"))
        .hasText(new String[] {"Criterion", "Ines", "Tom", "Ada", "Machine"});
  }

  @Test
  void anOverrideAsksForAReasonAndIsShownOnTheReport() {
    page.navigate(server.url() + "sessions/sample-staff-bert/report");
    String machine = page.locator("#q0-0 header strong").textContent();
    page.locator("#q0-0").getByText("Override this score").click();
    Browser.assertAccessible(page);
    page.locator("input[name=level][value='2']").check();
    page.getByLabel("Your name").fill("Marta");
    page.getByLabel("Reason").fill("Replay would send every notice again.");
    picture("override");
    button("Override it").click();

    assertThat(page.locator("#q0-0 .override")).containsText("Overridden to no by Marta.");
    assertThat(page.locator("#q0-0 .override")).containsText("Replay would send every notice");
    assertThat(page.locator("#q0-0 header strong")).hasText(machine);
    assertThat(page.locator(".glance")).containsText("overridden to no by Marta");
    assertThat(page.locator("main")).containsText("It is read only");
    Browser.assertAccessible(page);
    page.locator("#q0-0")
        .screenshot(
            new Locator.ScreenshotOptions().setPath(Path.of("target/pictures/overridden.png")));
  }

  @Test
  void aTableIsImportedOrItsWrongLineIsNamed() throws Exception {
    page.navigate(server.url() + "calibrate");
    Path table = folder.resolve("ratings.csv");
    Files.writeString(
        table, "item,rater,criterion,rating\nsample-queue-gwen/coding/work-queue,Bo,overall,7\n");
    page.getByLabel("Ratings to read (CSV)").setInputFiles(table);
    button("Import").click();
    assertThat(page.locator("[role=alert]"))
        .containsText("Line 2: a rating is a number from 1 to 5, not '7'");
    Browser.assertAccessible(page);
    Files.writeString(table, Files.readString(table).replace(",7", ",4"));
    page.getByLabel("Ratings to read (CSV)").setInputFiles(table);
    button("Import").click();
    assertThat(page.locator("[role=status]")).containsText("Read 1 rating, 1 of them new.");
  }

  @Test
  void everyPageOfTheLabFitsItsScreenInLightAndDark() {
    List<String> pages =
        List.of(
            "calibrate",
            "calibrate/rate/sample-queue-gwen/coding/work-queue",
            "calibrate/rate/sample-senior-dora/behavioral/disagreement",
            "calibrate/adjudicate",
            "calibrate/adjudicate/sample-staff-bert/executive/debt-vs-features",
            "sessions/sample-staff-bert/override/0.0",
            "transcripts");
    call("Ada");
    page.navigate(server.url() + "calibrate/rate/sample-queue-gwen/coding/work-queue");
    rateAll("3");
    press("Control+Enter");
    page.locator("#rated").waitFor(new Locator.WaitForOptions().setTimeout(SCORING));
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : new int[] {1280, 390}) {
        try (Page shown = browser.page(width, 900, scheme)) {
          shown.context().addCookies(page.context().cookies());
          for (String path : pages) {
            shown.navigate(server.url() + path);
            Browser.assertAccessible(shown);
            int wide = ((Number) shown.evaluate("document.documentElement.scrollWidth")).intValue();
            Assertions.assertThat(wide).as(path).isLessThanOrEqualTo(width);
            shown.screenshot(
                new Page.ScreenshotOptions()
                    .setPath(
                        Path.of(
                            "target/pictures",
                            "lab-%d-%s-%s.png"
                                .formatted(pages.indexOf(path), width, scheme.name())))
                    .setFullPage(true));
          }
        }
      }
    }
  }

  @Test
  void anEmptyLabSaysWhatToDo() throws Exception {
    server.close();
    try (ServerProcess empty =
        ServerProcess.start(0, RUBRICS, folder.resolve("none"), folder.resolve("clock"))) {
      page.navigate(empty.url() + "calibrate");
      assertThat(page.locator(".empty")).containsText("No session is over yet");
      Browser.assertAccessible(page);
      page.navigate(empty.url() + "calibrate/adjudicate");
      assertThat(page.locator(".empty")).containsText("No disagreement waits");
      Browser.assertAccessible(page);
      page.navigate(empty.url() + "calibrate/rate");
      assertThat(page.locator("h1")).hasText("Calibration lab");
    }
  }
}
