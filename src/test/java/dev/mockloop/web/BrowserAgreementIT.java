package dev.mockloop.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.mockloop.agreement.Agreement;
import dev.mockloop.agreement.Analysis;
import dev.mockloop.agreement.Cut;
import dev.mockloop.agreement.Rating;
import dev.mockloop.agreement.Ratings;
import dev.mockloop.scoring.Turns;
import io.javalin.Javalin;
import io.javalin.http.staticfiles.Location;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page and the file of agreement, over ratings of two people and the machine. */
class BrowserAgreementIT {
  private static final String CSP =
      "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'";

  private final List<Rating> ratings = new ArrayList<>();
  private Browser browser;
  private Javalin app;
  private String url = "";

  @BeforeEach
  void open() {
    browser = Browser.open();
    app =
        Javalin.create(
            config -> {
              config.jetty.host = "127.0.0.1";
              config.startup.showJavalinBanner = false;
              config.staticFiles.add(
                  files -> {
                    files.hostedPath = "/static";
                    files.directory = "/public";
                    files.location = Location.CLASSPATH;
                  });
              new Webjar("chart.js").serve(config);
              config.routes.before(ctx -> ctx.header("Content-Security-Policy", CSP));
              new AgreementPages(() -> List.copyOf(ratings), Turns.AT_ONCE, new Templates())
                  .register(config);
            });
    app.start(0);
    url = "http://127.0.0.1:" + app.port() + "/calibrate/agreement";
  }

  @AfterEach
  void close() {
    if (app != null) {
      app.stop();
    }
    if (browser != null) {
      browser.close();
    }
  }

  /** Forty answers; ann is severe, and the machine is near the mean of both. */
  private static List<Rating> lab() {
    SplittableRandom random = new SplittableRandom(11);
    List<Rating> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      for (String criterion : List.of(Rating.OVERALL, "tradeoffs", "failure")) {
        double level = 1 + random.nextInt(4) + (i % 5 == 0 ? 1 : 0);
        double ann = Math.max(1, level - random.nextInt(2));
        double bob = Math.min(5, level + (random.nextInt(4) == 0 ? 1 : 0));
        add(all, i, "ann", criterion, ann);
        add(all, i, "bob", criterion, bob);
        add(all, i, Rating.MACHINE, criterion, (ann + bob) / 2 + random.nextDouble() - 0.4);
      }
    }
    return all;
  }

  private static void add(List<Rating> all, int i, String rater, String criterion, double value) {
    all.add(
        new Rating(
            "answer-" + i,
            rater,
            criterion,
            value,
            i % 2 == 0 ? "design/rate-limiter" : "behavioral/incident-led",
            i % 2 == 0 ? "design" : "behavioral",
            Map.of("seniority", i % 3 == 0 ? "senior" : "staff"),
            Optional.of(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(86_400L * i))));
  }

  @Test
  void withoutRatingsThePageSaysWhatToDo() {
    Page page = browser.page(390, 844, ColorScheme.DARK);
    page.navigate(url);

    assertThat(page.locator(".empty")).containsText("Nobody has rated an answer yet");
    Browser.assertAccessible(page);
  }

  @Test
  void aPairACriterionAndAQuestionAreChosen() {
    ratings.addAll(lab());
    Page page = browser.page(1280, 900, ColorScheme.LIGHT);
    page.navigate(url);

    assertThat(page.locator("select[name=criterion]")).hasValue("overall");
    assertThat(heading(page, "mean of people and machine")).isVisible();
    assertThat(row(page, "QWK")).containsText("at least 0.70");
    assertThat(page.locator("canvas")).hasCount(3);
    Browser.assertAccessible(page);

    page.locator("select[name=pair]").selectOption("ann : bob");
    page.locator("select[name=question]").selectOption("design/rate-limiter");
    page.locator("select[name=criterion]").selectOption("tradeoffs");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show")).click();

    assertThat(heading(page, "ann and bob")).isVisible();
    assertThat(page.locator(".pair .facts")).containsText("20 items in common");
    assertThat(page.locator("select[name=question]")).hasValue("design/rate-limiter");
    assertThat(page.locator("#severity-table tbody tr").first()).containsText("ann");
    Browser.assertAccessible(page);
  }

  @Test
  void whatNobodyRatedIsSaidSo() {
    ratings.addAll(lab());
    Page page = browser.page(390, 844, ColorScheme.LIGHT);
    page.navigate(url + "?question=design/nothing");

    assertThat(page.locator(".empty")).containsText("No two raters have rated the same answer");
    Browser.assertAccessible(page);
  }

  @Test
  void thePageFitsEveryScreenAndPaper() {
    ratings.addAll(lab());
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : new int[] {1280, 390}) {
        try (Page page = browser.page(width, 900, scheme)) {
          page.navigate(url);
          assertThat(page.locator("canvas")).hasCount(3);
          Browser.assertAccessible(page);
          fits(page, width);
          picture(page, "agreement-" + scheme + "-" + width);
        }
      }
    }
    try (Page page = browser.page(794, 1123, ColorScheme.LIGHT)) {
      page.navigate(url);
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      fits(page, 794);
      picture(page, "agreement-print");
    }
  }

  @Test
  void theFileNeedsNothingBesideItAndDrawsItsChartsUnderItsOwnPolicy() {
    Analysis analysis = new Analysis(Ratings.of(lab()), Rating.MACHINE);
    Agreement agreement = analysis.of(analysis.usual());
    String html = AgreementFile.html("ratings.csv", 360, agreement, analysis.slices(Cut.ALL));
    List<String> errors = new ArrayList<>();
    for (int width : new int[] {1280, 390}) {
      try (Page page = browser.page(width, 900, ColorScheme.LIGHT)) {
        page.onConsoleMessage(m -> errors.add(m.type() + " " + m.text()));
        page.setContent(html);
        assertThat(page.locator("canvas")).hasCount(2 * agreement.pairs().size() + 1);
        Browser.assertAccessible(page);
        fits(page, width);
        picture(page, "agreement-file-" + width);
      }
    }
    Assertions.assertThat(errors).filteredOn(e -> e.startsWith("error")).isEmpty();
  }

  private static Locator heading(Page page, String name) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
  }

  private static Locator row(Page page, String title) {
    return page.locator("#figures-0 tbody tr")
        .filter(
            new Locator.FilterOptions()
                .setHas(
                    page.getByRole(
                        AriaRole.ROWHEADER,
                        new Page.GetByRoleOptions().setName(title).setExact(true))));
  }

  private static void fits(Page page, int width) {
    int wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    Assertions.assertThat(wide).isLessThanOrEqualTo(width);
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/pictures", name + ".png"))
            .setFullPage(true));
  }
}
