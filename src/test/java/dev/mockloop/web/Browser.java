package dev.mockloop.web;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Chromium as it is installed on this machine. Without one, browser tests are skipped with the
 * reason, or fail where {@code MOCKLOOP_BROWSER=required} is set.
 */
final class Browser implements AutoCloseable {
  private static final List<String> PLACES =
      List.of(
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;

  private Browser(Path chromium) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  static Browser open() {
    Optional<Path> chromium =
        Stream.concat(Stream.ofNullable(System.getenv("MOCKLOOP_CHROMIUM")), PLACES.stream())
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    if (chromium.isEmpty() && "required".equals(System.getenv("MOCKLOOP_BROWSER"))) {
      throw new IllegalStateException(
          "browser tests are required here, but there is no Chromium; install it or set MOCKLOOP_CHROMIUM");
    }
    Assumptions.assumeTrue(
        chromium.isPresent(),
        "skipped: there is no Chromium at "
            + PLACES
            + "; install it or set MOCKLOOP_CHROMIUM to run the browser tests");
    return new Browser(chromium.orElseThrow());
  }

  /** A page of a size, in a colour scheme; a request to any other host fails the page. */
  Page page(int width, int height, ColorScheme scheme) {
    BrowserContext context =
        browser.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE));
    context.route(
        url -> !url.contains("//127.0.0.1:"),
        route -> {
          Assertions.fail("the page asked another host for " + route.request().url());
          route.abort();
        });
    return context.newPage();
  }

  /** A browser that runs no script. */
  BrowserContext withoutScript() {
    return browser.newContext(
        new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false));
  }

  /** Fails when axe finds anything on the page. */
  static void assertAccessible(Page page) {
    AxeResults results =
        new AxeBuilder(page)
            .withTags(
                List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
            .analyze();
    Assertions.assertThat(results.getViolations())
        .as(page.url())
        .extracting(
            v ->
                v.getId()
                    + " "
                    + v.getHelp()
                    + " "
                    + v.getNodes().stream().map(n -> n.getHtml()).toList())
        .isEmpty();
  }

  @Override
  public void close() {
    playwright.close();
  }
}
