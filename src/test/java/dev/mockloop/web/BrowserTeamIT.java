package dev.mockloop.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.mockloop.entry.OpenIdProvider;
import dev.mockloop.team.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An admin, an interviewer and a candidate, each with a browser of their own. */
class BrowserTeamIT {
  private static final int SCORING = 60_000;

  @TempDir private Path folder;
  private OpenIdProvider provider;
  private TeamServer team;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    PlaywrightAssertions.setDefaultAssertionTimeout(SCORING);
    browser = Browser.open();
    provider = new OpenIdProvider();
    team = TeamServer.start(folder, url -> Optional.of(provider.settings(url)));
  }

  @AfterEach
  void stop() {
    if (team != null) {
      team.close();
      provider.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  private Page person() {
    return browser.page(1280, 900, ColorScheme.LIGHT);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private Page signedIn(String name) {
    Page page = person();
    page.navigate(team.url + "/sign-in");
    page.getByLabel("E-mail address").fill(name + "@example.com");
    page.getByLabel("Password").fill(TeamServer.PASSWORD);
    button(page, "Sign in").click();
    assertThat(page.locator(".signed-in")).isVisible();
    return page;
  }

  /** The page in four settings; each must be accessible and fit its width. */
  private void look(Page page, String name) {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : new int[] {1280, 390}) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, 900);
        Browser.assertAccessible(page);
        int wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        Assertions.assertThat(wide).as(name).isLessThanOrEqualTo(width);
        page.screenshot(
            new Page.ScreenshotOptions()
                .setPath(
                    Path.of(
                        "target/pictures",
                        "team-%s-%d-%s.png".formatted(name, width, scheme.name())))
                .setFullPage(true));
      }
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.setViewportSize(1280, 900);
  }

  @Test
  void anAdminAnInterviewerAndACandidateWorkTogetherAndNobodySeesMoreThanTheirs() throws Exception {
    Page ada = person();
    ada.navigate(team.url + "/admin");
    assertThat(ada).hasURL(Pattern.compile(".*/sign-in\\?next=%2Fadmin"));
    ada.getByLabel("E-mail address").fill("ada@example.com");
    ada.getByLabel("Password").fill("not the password");
    button(ada, "Sign in").click();
    assertThat(ada.locator("[role=alert]")).containsText("is not right");
    assertThat(ada.getByLabel("E-mail address")).hasValue("ada@example.com");
    look(ada, "sign-in");
    ada.getByLabel("Password").fill(TeamServer.PASSWORD);
    button(ada, "Sign in").click();
    assertThat(ada).hasURL(team.url + "/admin");

    ada.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Ines Castellano");
    ada.getByLabel("E-mail address").fill("ines@example.com");
    button(ada, "Add").click();
    assertThat(button(ada, "Copy")).isVisible();
    String passwordLink = ada.locator("#link").inputValue();
    look(ada, "admin");
    Page ines = person();
    ines.navigate(passwordLink);
    ines.getByLabel("New password").fill("password1234");
    button(ines, "Set it and sign in").click();
    assertThat(ines.locator("[role=alert]")).containsText("easy to guess");
    look(ines, "set-password");
    ines.getByLabel("New password").fill(TeamServer.PASSWORD);
    button(ines, "Set it and sign in").click();
    assertThat(ines.locator(".signed-in")).containsText("Ines Castellano");
    Page late = person();
    late.navigate(passwordLink);
    assertThat(late.locator("[role=alert]")).containsText("ask an admin for a new one");

    ada.navigate(team.url + "/admin/invites");
    assertThat(ada.locator(".empty")).containsText("Nobody is invited yet");
    ada.getByLabel("Candidate's name").fill("Cleo Marchetti");
    ada.getByLabel("Loop").selectOption("staff-short");
    button(ada, "Make a link").click();
    String inviteLink = ada.locator("#link").inputValue();
    look(ada, "invites");

    Page cleo = person();
    cleo.navigate(inviteLink);
    assertThat(cleo.locator(".eyebrow")).containsText("Cleo Marchetti");
    look(cleo, "invite");
    button(cleo, "Go in").click();
    button(cleo, "Start the clock").click();
    cleo.locator("textarea").first().fill("Requests are counted for each key in one window.");
    cleo.locator("#submit").click();
    assertThat(cleo.locator("textarea").first()).hasValue("");
    String session = cleo.url().replaceFirst(".*/sessions/", "").replaceFirst("[/?#].*", "");
    Page thief = person();
    thief.navigate(inviteLink);
    assertThat(thief.locator("[role=alert]")).containsText("used from another browser");
    look(thief, "invite-used");

    team.clock.shift(Duration.ofHours(6));
    cleo.navigate(team.url + "/");
    assertThat(cleo).hasURL(team.url + "/sessions/" + session);
    cleo.getByText("Read the report").click();
    assertThat(cleo.locator("main")).containsText("Requests are counted for each key");
    assertThat(cleo.locator("main")).not().containsText("Override this score");
    assertThat(cleo.locator("main")).not().containsText("Rename or delete");
    for (String closed : List.of("/calibrate", "/workbench", "/admin", "/admin/audit", "/own")) {
      cleo.navigate(team.url + closed);
      assertThat(cleo.locator("h1")).hasText("Not for you");
    }
    cleo.navigate(team.url + "/sessions/sample-staff-bert/report");
    assertThat(cleo.locator("main")).containsText("There is no such session");
    cleo.navigate(team.url + "/transcripts");
    assertThat(cleo.locator("tbody tr")).hasCount(1);
    Browser.assertAccessible(cleo);

    ada = signedIn("ada");
    ines = signedIn("ines");
    ines.navigate(team.url + "/calibrate");
    assertThat(ines.locator(".panel.accent")).containsText("Nothing is assigned to you yet");
    ada.navigate(team.url + "/admin/assignments");
    Locator row =
        ada.locator("section.panel")
            .filter(new Locator.FilterOptions().setHasText("Cleo Marchetti"));
    row.getByLabel("Interviewer").selectOption("Ines Castellano");
    row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Assign")).click();
    assertThat(ada.locator("main")).containsText("0 of 1 rated");
    look(ada, "assignments");

    ines.navigate(team.url + "/sessions/" + session + "/report");
    assertThat(ines.locator("h1")).hasText("Not yet");
    ines.navigate(team.url + "/calibrate");
    assertThat(ines.locator("#next-title")).containsText("Ines Castellano");
    assertThat(ines.locator("main")).containsText("1 is left for you");
    look(ines, "interviewer");
    ines.getByText("Rate the next answer").click();
    assertThat(ines.locator("main")).containsText("Requests are counted for each key");
    for (Locator box : ines.locator("fieldset[data-level]").all()) {
      box.locator("input[value='2']").check();
    }
    button(ines, "Hand in the rating").click();
    ines.locator("#rated").waitFor(new Locator.WaitForOptions().setTimeout(SCORING));
    assertThat(ines.locator(".levels thead th"))
        .hasText(new String[] {"Criterion", "You", "Machine"});
    ines.navigate(team.url + "/sessions/" + session + "/report");
    assertThat(ines.locator("main")).containsText("Requests are counted for each key");

    ada.navigate(team.url + "/admin/audit");
    assertThat(ada.locator("tbody")).containsText("rated an answer");
    look(ada, "audit");
    ada.getByLabel("Holds").fill("Cleo");
    button(ada, "Filter").click();
    assertThat(ada.locator("tbody")).containsText("came by an invite");
    assertThat(ada.locator("tbody")).not().containsText("rated an answer");
    ada.getByLabel("Holds").fill("nothing holds this");
    button(ada, "Filter").click();
    assertThat(ada.locator(".empty")).hasText("No line holds that.");
    Browser.assertAccessible(ada);
  }

  @Test
  void aFormThatWasSentAfterAnHourIsNotLost() throws Exception {
    Page ada = signedIn("ada");
    ada.navigate(team.url + "/calibrate/rate/sample-queue-gwen/coding/work-queue");
    for (Locator box : ada.locator("fieldset[data-level]").all()) {
      box.locator("input[value='3']").check();
    }
    ada.locator("#note").fill("Thought about <for> an hour.\nTwo lines.");
    team.clock.shift(Duration.ofMinutes(61));
    button(ada, "Hand in the rating").click();
    assertThat(ada.locator("h1")).hasText("You were signed out");
    look(ada, "signed-out");
    Page tab = ada.context().newPage();
    tab.navigate(team.url + "/sign-in");
    tab.getByLabel("E-mail address").fill("ada@example.com");
    tab.getByLabel("Password").fill(TeamServer.PASSWORD);
    button(tab, "Sign in").click();
    assertThat(tab.locator(".signed-in")).isVisible();
    button(ada, "Send it again").click();
    ada.locator("#rated").waitFor(new Locator.WaitForOptions().setTimeout(SCORING));
    assertThat(ada.locator("main")).containsText("Thought about <for> an hour.");
  }

  @Test
  void anInterviewerSignsInWithTheOrganizationAndOut() {
    team.member("Ines", Role.INTERVIEWER);
    Page ines = person();
    ines.navigate(team.url + "/sign-in");
    ines.getByText("Sign in with your organization").click();
    assertThat(ines.locator(".signed-in")).containsText("Ines");
    button(ines, "Sign out").click();
    assertThat(ines).hasURL(team.url + "/sign-in");
    ines.navigate(team.url + "/calibrate");
    assertThat(ines).hasURL(Pattern.compile(".*/sign-in.*"));
    provider.email = "stranger@example.com";
    provider.subject = "another";
    ines.getByText("Sign in with your organization").click();
    assertThat(ines.locator("[role=alert]")).containsText("There is no account for your address");
  }
}
