package dev.mockloop.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An interviewer edits a rubric, sees what it finds, publishes, scores again and rolls back. */
class BrowserRubricIT extends BrowserTest {
  private static final String ANSWER =
      "Joan was new in my team. I told her about the zebra ledger, because nobody else had.";
  private static final String RUBRIC = "workbench/behavioral/mentoring";

  private final List<String> complaints = new ArrayList<>();

  BrowserRubricIT() {
    super(1280, 900, ColorScheme.LIGHT);
  }

  @BeforeAll
  static void giveScoringTime() {
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  @AfterAll
  static void asUsual() {
    PlaywrightAssertions.setDefaultAssertionTimeout(5_000);
  }

  private String practised() {
    practise("Mentoring a junior engineer");
    page.locator("#text").fill(ANSWER);
    page.locator("#submit").click();
    assertThat(page.locator("h1.ask")).containsText("Follow-up");
    page.locator("#text").fill("She works alone now.");
    page.locator("#submit").click();
    link("Read the report").click();
    assertThat(page.locator("h1")).containsText("Decision");
    return page.url();
  }

  /** Puts a phrase behind the first one of the rubric, with the keyboard. */
  private void typePhrase(String phrase) {
    page.evaluate(
        """
        () => {
          const editor = ace.edit("editor");
          const lines = editor.getValue().split("\\n");
          const row = lines.findIndex((l) => l.trim() === "phrases:") + 1;
          editor.gotoLine(row + 1, lines[row].length);
          editor.focus();
        }""");
    page.keyboard().press("End");
    page.keyboard().press("Enter");
    page.keyboard().type("- " + phrase);
  }

  private void listen() {
    page.onConsoleMessage(
        m -> {
          boolean ours = page.url().contains("/workbench");
          if (ours && m.type().equals("error") && !m.text().contains("404")) {
            complaints.add(m.text() + " " + m.location());
          }
        });
    page.onPageError(complaints::add);
  }

  @Test
  void aRubricIsEditedTriedPublishedScoredWithAndRolledBack() {
    listen();
    String report = practised();
    String first = page.locator("h1").innerText() + page.locator(".lead").innerText();
    assertThat(button("Score it again")).hasCount(0);

    page.navigate(server.url() + "workbench");
    Browser.assertAccessible(page);
    picture("workbench");
    link("Mentoring a junior engineer").click();
    assertThat(page.locator("#problems")).containsText("All is well");
    assertThat(page.locator("#preview .ev").first()).isVisible();
    Browser.assertAccessible(page);
    picture("workbench-edit");

    typePhrase("(zebra ledger");
    // the editor closes what is opened
    page.keyboard().press("Delete");
    assertThat(page.locator("#problems li")).containsText("does not parse");
    assertThat(page.locator("#problems li")).containsText("this ( has no )");
    assertThat(page.locator(".ace_gutter-cell.ace_error, .ace_error_annotation").first())
        .isVisible();
    assertThat(page.locator("#preview")).containsText("cannot run");
    Browser.assertAccessible(page);
    picture("workbench-problem");
    page.keyboard().type(")");
    assertThat(page.locator("#problems")).containsText("All is well");
    page.getByLabel("In", new Page.GetByLabelOptions().setExact(true))
        .selectOption(page.locator("#answer option").nth(2).getAttribute("value"));
    Locator found = page.locator("#preview .ev", new Page.LocatorOptions().setHasText("zebra"));
    assertThat(found).containsText("zebra ledger");
    assertThat(page.locator("#saved")).containsText("Draft saved");
    picture("workbench-found");

    button("Review and publish …").click();
    assertThat(page.locator(".diff ins")).hasText(Pattern.compile("\\s*- \\(zebra ledger\\)"));
    Browser.assertAccessible(page);
    picture("workbench-review");
    page.getByLabel("Author").fill("Ana");
    page.getByLabel("Note").fill("The ledger is what everybody is shown.");
    button("Publish as a new version").click();
    assertThat(page.locator("#v2")).containsText("in use");
    assertThat(page.locator("#v2")).containsText("The ledger is what everybody is shown.");
    assertThat(page.locator(".diff ins")).hasCount(1);
    Browser.assertAccessible(page);
    picture("workbench-versions");

    practised();
    page.getByText("Which rubrics this card was made with").click();
    assertThat(page.locator(".versions-used")).containsText("version 2 by Ana, in use");

    page.navigate(report);
    page.getByText("Which rubrics this card was made with").click();
    assertThat(page.locator(".versions-used")).containsText("version 1, as shipped");
    Browser.assertAccessible(page);
    button("Score it again").click();
    assertThat(page.locator("h1")).hasText("Two cards of one session");
    assertThat(page.locator("main")).containsText("version 2 by Ana");
    assertThat(page.locator(".found q").first()).containsText("zebra ledger");
    Browser.assertAccessible(page);
    picture("rescored");
    link("read the later one").click();
    assertThat(page.locator("main")).containsText("Scored again");
    Browser.assertAccessible(page);
    page.navigate(report);
    assertThat(page.locator("h1").innerText() + page.locator(".lead").innerText()).isEqualTo(first);
    assertThat(link("Compare both")).isVisible();
    assertThat(button("Score it again")).hasCount(0);
    picture("report-with-cards");

    page.navigate(server.url() + RUBRIC + "/versions");
    link("Roll back to version 1").click();
    assertThat(page.locator(".diff del")).hasText(Pattern.compile("\\s*- \\(zebra ledger\\)"));
    Browser.assertAccessible(page);
    assertThat(page.getByLabel("Author")).hasValue("Ana");
    page.getByLabel("Reason").fill("It let anybody through.");
    button("Roll back").click();
    assertThat(page.locator("#v3")).containsText("Rolled back to version 1.");
    assertThat(page.locator("#v3")).containsText("in use");
    link("Edit").click();
    assertThat(page.locator("#saved")).containsText("No draft");
    assertThat(page.locator("#yaml")).not().hasValue(Pattern.compile("zebra ledger"));
    assertThat(complaints).isEmpty();
  }

  @Test
  void theKeyboardEntersAndLeavesTheEditorAndWordsAreOffered() {
    listen();
    page.navigate(server.url() + RUBRIC);
    assertThat(page.locator("#problems")).containsText("All is well");
    page.locator(".ace_scroller").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#editor .ace_text-input")).isFocused();
    typePhrase("");
    page.keyboard().press("Control+Space");
    assertThat(page.locator(".ace_autocomplete")).containsText("same sentence");
    page.keyboard().press("Escape");
    page.keyboard().press("Escape");
    assertThat(page.locator("#editor .ace_text-input")).not().isFocused();
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    assertThat((Boolean) page.evaluate("document.activeElement.closest('#editor') === null"))
        .isTrue();
    assertThat(complaints).isEmpty();
  }

  @Test
  void whatIsTypedOutlivesTheServerAndAnotherWindowIsToldApart() throws Exception {
    page.navigate(server.url() + RUBRIC);
    typePhrase("walrus ledger");
    assertThat(page.locator("#saved")).containsText("Draft saved");

    try (Page other = browser.page(1280, 900, ColorScheme.LIGHT)) {
      other.navigate(server.url() + RUBRIC);
      assertThat(other.locator("#yaml")).hasValue(Pattern.compile("walrus ledger"));
      assertThat(other.locator("#problems")).containsText("All is well");
      other.locator("#editor .ace_text-input").focus();
      other.keyboard().press("Control+Home");
      other.keyboard().type("# the other window\n");
      assertThat(other.locator("#saved")).containsText("Draft saved");
    }
    typePhrase("ferret ledger");
    assertThat(page.locator("#saved")).containsText("Another window saved a draft");
    Browser.assertAccessible(page);
    button("Save mine over it").click();
    assertThat(page.locator("#saved")).containsText("Draft saved");

    int port = server.port();
    server.kill();
    page.keyboard().press("End");
    typePhrase("marmot ledger");
    assertThat(page.locator("#saved")).containsText("the server is away");
    server = serve(port);
    assertThat(page.locator("#saved")).containsText("Draft saved");
    page.reload();
    assertThat(page.locator("#yaml")).hasValue(Pattern.compile("marmot ledger[\\s\\S]*ferret"));
  }

  @Test
  void twoPublishAtOnceAndTheSecondKeepsTheText() {
    page.navigate(server.url() + RUBRIC);
    typePhrase("walrus ledger");
    button("Review and publish …").click();
    page.getByLabel("Author").fill("Bo");
    page.getByLabel("Note").fill("Mine");
    try (Page other = browser.page(390, 844, ColorScheme.DARK)) {
      other.navigate(server.url() + RUBRIC);
      assertThat(other.locator("#problems")).containsText("All is well");
      other.evaluate("ace.edit('editor').session.insert({row: 0, column: 0}, '# first\\n')");
      other.locator("text=Review and publish").click();
      other.getByLabel("Author").fill("Ana");
      other.getByLabel("Note").fill("First");
      other.locator("text=Publish as a new version").click();
      assertThat(other.locator("#v2")).containsText("in use");
    }
    button("Publish as a new version").click();
    assertThat(page.locator("[role=alert]")).containsText("Version 2 was published by Ana");
    assertThat(page.locator("main")).containsText("What changed under you");
    assertThat(page.getByLabel("Author")).hasValue("Bo");
    Browser.assertAccessible(page);
    picture("workbench-conflict");
    button("Publish as a new version, over version 2").click();
    assertThat(page.locator("#v3")).containsText("Bo");
    assertThat(page.locator("#v3")).containsText("in use");
  }

  @Test
  void withoutScriptTheTextIsCheckedTriedAndPublished() {
    BrowserContext plain = browser.withoutScript();
    try (Page still = plain.newPage()) {
      still.navigate(server.url() + RUBRIC);
      String text = still.locator("#yaml").inputValue();
      still.locator("#yaml").fill(text.replaceFirst("phrases:", "phrases:\n          - (walrus"));
      still.locator("text=Save and check").press("Enter");
      assertThat(still.locator("#problems li")).containsText("does not parse");
      assertThat(still.locator("#saved")).containsText("The draft is saved");
      still.locator("text=Review and publish").press("Enter");
      assertThat(still.locator("main")).containsText("It cannot be published yet");
      still.locator("text=Back to the editor").press("Enter");
      still.locator("#yaml").fill(still.locator("#yaml").inputValue().replace("(walrus", "walrus"));
      still.locator("#answer").selectOption("");
      still.locator("#own").fill("I showed her the walrus, because she asked.");
      still.locator("text=Try it").press("Enter");
      assertThat(still.locator("#preview .ev").first()).containsText("walrus");
      still.locator("text=Review and publish").press("Enter");
      still.getByLabel("Author").fill("Ana");
      still.getByLabel("Note").fill("Walrus");
      still.locator("text=Publish as a new version").press("Enter");
      assertThat(still.locator("#v2")).containsText("Walrus");
    }
  }

  @Test
  void everyPageFitsAPhoneInTheDark() {
    String report = practised();
    page.navigate(server.url() + RUBRIC);
    typePhrase("zebra ledger");
    button("Review and publish …").click();
    page.getByLabel("Author").fill("Ana");
    page.getByLabel("Note").fill("Zebra");
    button("Publish as a new version").click();
    page.navigate(report);
    button("Score it again").click();
    String compared = page.url();
    try (Page phone = browser.page(390, 844, ColorScheme.DARK)) {
      String[] pages = {
        server.url() + "workbench",
        server.url() + RUBRIC,
        server.url() + RUBRIC + "/versions",
        server.url() + RUBRIC + "/rollback/1",
        report,
        compared,
        compared.replace("/compare", "")
      };
      for (int i = 0; i < pages.length; i++) {
        phone.navigate(pages[i]);
        if (pages[i].endsWith(RUBRIC)) {
          assertThat(phone.locator("#preview .ev").first()).isVisible();
        }
        Browser.assertAccessible(phone);
        int wide = ((Number) phone.evaluate("document.documentElement.scrollWidth")).intValue();
        assertThat(wide).as(pages[i]).isLessThanOrEqualTo(390);
        phone.screenshot(
            new Page.ScreenshotOptions()
                .setPath(Path.of("target/pictures", "rubric-phone-" + i + ".png"))
                .setFullPage(true));
      }
    }
  }
}
