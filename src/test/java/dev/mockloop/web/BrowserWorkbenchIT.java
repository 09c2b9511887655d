package dev.mockloop.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Analysis, weights and what-if over the rated answers that ship. */
class BrowserWorkbenchIT extends BrowserTest {
  private static final String RATE_LIMITER = "workbench/design/rate-limiter/";

  BrowserWorkbenchIT() {
    super(1280, 900, ColorScheme.LIGHT);
  }

  private void open(String path) {
    page.navigate(server.url() + path);
  }

  /** Scoring takes its time on a small machine. */
  private static void soon(Locator where, String text) {
    assertThat(where)
        .containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
  }

  private void fitsItsScreen(int width) {
    assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
        .isLessThanOrEqualTo(width);
  }

  @Test
  void theAnalysisNamesIdeasToLookAtAndWordsThatAreMissing() {
    open("workbench/executive/cto-vision/analysis");

    assertThat(page.locator(".facts").first()).containsText("23 rated answers");
    assertThat(page.locator("#criteria-table tbody tr")).hasCount(5);
    assertThat(page.locator(".chart canvas")).isVisible();
    assertThat(page.locator(".proposals li").first()).containsText("G²");
    page.locator("details.ideas summary").first().click();
    assertThat(page.locator(".phrases").first()).isVisible();
    page.locator(".proposals details summary").first().click();
    assertThat(page.locator(".proposals q").first()).isVisible();
    assertThat(page.locator(".tabs a[aria-current]")).hasText("Analysis");
    Browser.assertAccessible(page);
    fitsItsScreen(1280);
    picture("workbench-analysis");
  }

  @Test
  void withoutRatingsThePagesSayWhatToDo() {
    for (String name : List.of("analysis", "fit", "what-if")) {
      open("workbench/design/url-shortener/" + name);
      assertThat(page.locator(".empty")).containsText("No answer to this question is rated yet");
      assertThat(link("Rate answers")).isVisible();
      Browser.assertAccessible(page);
    }
    picture("workbench-empty");
  }

  @Test
  void aQuestionThatThereIsNotIsSaidSo() {
    page.setExtraHTTPHeaders(Map.of("Accept", "text/html"));
    open("workbench/design/nothing/analysis");
    assertThat(page.locator("main")).containsText("There is no question design/nothing");
    Browser.assertAccessible(page);
  }

  @Test
  void aFitIsShownBesideWhatThereIsAndGoesToTheDraftOnlyWhenConfirmed() {
    List<String> sent = new java.util.concurrent.CopyOnWriteArrayList<>();
    page.route(
        "**/draft",
        route -> {
          sent.add(route.request().postData());
          route.fulfill(new Route.FulfillOptions().setStatus(200).setBody("{}"));
        });
    open(RATE_LIMITER + "fit");
    assertThat(page.locator("#weights-table tbody tr")).hasCount(6);
    assertThat(page.locator("#by-answer")).containsText("26");
    assertThat(page.locator("#by-question")).containsText("4 questions");
    Browser.assertAccessible(page);
    fitsItsScreen(1280);
    picture("workbench-fit");

    button("Put the fit into the draft").click();
    Browser.assertAccessible(page);
    button("Leave it").click();
    assertThat(page.locator("#sure")).isHidden();
    assertThat(sent).isEmpty();

    button("Put the fit into the draft").click();
    button("Put it in").click();
    assertThat(page.locator("#apply-state")).containsText("The fit is in the draft");
    assertThat(sent).singleElement().asString().contains("id: design/rate-limiter");
  }

  @Test
  void whereTheDraftIsRefusedTheTextIsShownToBeCopied() {
    page.route(
        "**/draft",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(507)
                    .setBody("{\"detail\": \"The disk is full.\"}")));
    open(RATE_LIMITER + "fit");
    button("Put the fit into the draft").click();
    button("Put it in").click();

    assertThat(page.locator("#apply-state")).containsText("The disk is full.");
    assertThat(page.getByLabel("The rubric with the fitted numbers"))
        .hasValue(Pattern.compile("id: design/rate-limiter.*weight: ", Pattern.DOTALL));
    Browser.assertAccessible(page);
  }

  @Test
  void aWhatIfTellsWhichAnswersMoveAndWhy() {
    open(RATE_LIMITER + "what-if");
    Locator yaml = page.getByLabel("The rubric");
    String text = yaml.inputValue();
    button("What if?").click();
    soon(page.locator(".what-if-result"), "No score changes.");

    yaml.fill(text.replace("\ncriteria:", "\nthresholds: {staff: [1.3, 2.2, 3, 4]}\ncriteria:"));
    button("What if?").click();
    soon(page.locator(".what-if-result"), "Answers that move");
    assertThat(page.locator(".run [role=status]")).hasText("26 answers scored.");
    assertThat(page.locator(".what-if-result tbody tr")).hasCount(6);
    assertThat(page.locator(".moves > li").first()).containsText("becomes");
    page.locator(".moves summary").first().click();
    assertThat(page.locator(".moves .reasons").first()).containsText("begins at");
    assertThat(page.locator(".moves .way.closer").first()).isVisible();
    assertThat(page.locator(".moves + button")).isHidden();
    Browser.assertAccessible(page);
    fitsItsScreen(1280);
    picture("workbench-what-if");

    yaml.fill(text.replace("\ncriteria:", "\ncritera:"));
    button("What if?").click();
    assertThat(page.locator(".problems li").first()).containsText("Line ");
    assertThat(page.locator(".problems")).containsText("critera");
    assertThat(yaml).hasValue(Pattern.compile("critera:"));
    Browser.assertAccessible(page);
  }

  @Test
  void aWhatIfThatIsCancelledSaysSo() {
    // the job looks as if it went on until it is cancelled
    java.util.concurrent.atomic.AtomicBoolean cancelled =
        new java.util.concurrent.atomic.AtomicBoolean();
    page.route(
        Pattern.compile(".*/what-if(/.*)?$"),
        route -> {
          String job =
              "{\"id\":\"j\",\"state\":\"%s\",\"done\":7,\"total\":5000}"
                  .formatted(cancelled.get() ? "cancelled" : "running");
          if (route.request().method().equals("DELETE")) {
            cancelled.set(true);
            route.fulfill(new Route.FulfillOptions().setStatus(204));
          } else if (route.request().url().contains("/api/")) {
            route.fulfill(new Route.FulfillOptions().setStatus(200).setBody(job));
          } else {
            route.resume();
          }
        });
    open(RATE_LIMITER + "what-if");
    button("What if?").click();
    assertThat(page.locator(".run [role=status]")).hasText("7 of 5000 answers scored");
    Browser.assertAccessible(page);
    button("Cancel").click();

    assertThat(page.locator(".run [role=status]")).hasText("Cancelled. Nothing was changed.");
    assertThat(button("Cancel")).isHidden();
    assertThat(button("What if?")).isFocused();
  }

  @Test
  void everyPageFitsAPhoneInTheDark() {
    try (Page phone = browser.page(390, 844, ColorScheme.DARK)) {
      for (String name : List.of("analysis", "fit", "what-if")) {
        phone.navigate(server.url() + RATE_LIMITER + name);
        if (name.equals("what-if")) {
          phone
              .getByLabel("The rubric")
              .evaluate(
                  "t => { t.value = t.value.replace('\\ncriteria:', '\\nthresholds: {staff: [1.3, 2.2, 3, 4]}\\ncriteria:'); }");
          phone.getByText("What if?").last().click();
          soon(phone.locator(".what-if-result"), "becomes");
        }
        Browser.assertAccessible(phone);
        assertThat(((Number) phone.evaluate("document.documentElement.scrollWidth")).intValue())
            .as(name)
            .isLessThanOrEqualTo(390);
        phone.screenshot(
            new Page.ScreenshotOptions()
                .setPath(java.nio.file.Path.of("target/pictures/workbench-phone-" + name + ".png"))
                .setFullPage(true));
      }
    }
  }
}
